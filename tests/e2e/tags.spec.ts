import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

const password = '自有一格 correct horse'
const temp = makeTempDir('tags')
let kebu: KebuApp
let page: Page
const ids: number[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData: join(temp.path, 'user-data') })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  for (const name of ['云岫示例', '望月示例', '听松示例']) {
    const { id } = await ask<{ id: number }>(page, 'customers.create', { kind: 'company', name })
    ids.push(id)
  }
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

type Tag = { id: number; name: string; customers: number; color: string | null }
type Detail = { updatedAt: number; tags: { name: string }[]; [field: string]: unknown }

const go = (hash: string) => page.evaluate((to) => (location.hash = to), hash)
const tags = async () => (await ask<{ tags: Tag[] }>(page, 'tags.list', {})).tags
const tagNamed = async (name: string) => (await tags()).find((tag) => tag.name === name)
const detailOf = (id: number | undefined) => ask<Detail>(page, 'customers.get', { id })
const wornBy = async (id: number | undefined) => (await detailOf(id)).tags.map(({ name }) => name)
const count = (table: 'rules' | 'runs') =>
  ask<Record<string, unknown[]>>(
    page,
    table === 'rules' ? 'automation.list' : 'automation.listRuns',
    {},
  )

async function takeBack(): Promise<void> {
  const toast = page.getByRole('status').filter({ has: page.getByRole('button', { name: '撤销' }) })
  await toast.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤销')).toBeVisible()
}

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .getByText(option, { exact: true })
    .click()
}

/** Chooses one of a list of several and closes it. */
async function tick(label: string, option: string): Promise<void> {
  await choose(label, option)
  await page.keyboard.press('Escape')
}

const menuOf = async (name: string, ...path: string[]) => {
  await page.getByRole('button', { name: `「${name}」的更多操作` }).click()
  for (const [index, entry] of path.entries()) {
    const item = page.getByRole('menuitem', { name: entry, exact: true })
    if (index < path.length - 1) await item.hover()
    else await item.click()
  }
}

async function setIndustry(id: number | undefined, industry: string): Promise<void> {
  const { updatedAt, kind, name } = await detailOf(id)
  await ask(page, 'customers.update', { id, updatedAt, fields: { kind, name, industry } })
}

test('an empty book is offered the tags of a trade, and takes them on a click only (R040)', async () => {
  await go('#/tags')
  await expect(page.getByText('还没有标签。可以先放进一套常用的')).toBeVisible()
  expect(await tags()).toEqual([])
  await page.getByRole('button', { name: '制造业' }).click()
  await expect(page.getByRole('heading', { name: /^需求/ })).toBeVisible()
  await expect(page.getByRole('heading', { name: '价格', exact: true })).toBeVisible()
  await takeBack()
  await expect(page.getByRole('button', { name: '制造业' })).toBeVisible()
  await page.getByRole('button', { name: '制造业' }).click()
  await expect(page.getByText('批量议价')).toBeVisible()
})

test('tags are renamed in place, coloured and merged, and one undo parts them again (R014)', async () => {
  await menuOf('批量议价', '改名')
  await page.getByRole('textbox', { name: '给「批量议价」改名' }).fill('要批量价')
  await page.keyboard.press('Enter')
  await expect(page.getByText('要批量价', { exact: true })).toBeVisible()
  await menuOf('要批量价', '颜色', '绿')
  await expect.poll(async () => (await tagNamed('要批量价'))?.color).toBe('green')

  const one = { type: 'need', name: '要批量价' }
  await ask(page, 'tags.attach', { customerIds: ids.slice(0, 2), tags: [one] })
  await ask(page, 'tags.attach', {
    customerIds: ids.slice(1),
    tags: [{ type: 'need', name: '价格敏感' }],
  })
  await page.getByRole('checkbox', { name: '选「要批量价」' }).check()
  await page.getByRole('checkbox', { name: '选「价格敏感」' }).check()
  await page.getByRole('button', { name: '合并…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /价格敏感/ }).check()
  await dialog.getByRole('button', { name: '合并', exact: true }).click()
  await expect(dialog).toBeHidden()
  expect((await tagNamed('价格敏感'))?.customers).toBe(3)
  expect(await tagNamed('要批量价')).toBeUndefined()
  await takeBack()
  expect((await tagNamed('价格敏感'))?.customers).toBe(2)
  expect((await tagNamed('要批量价'))?.customers).toBe(2)
})

test('a name that is taken offers the merge', async () => {
  await menuOf('要批量价', '改名')
  await page.getByRole('textbox', { name: '给「要批量价」改名' }).fill('价格敏感')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toContainText('合并 2 个标签')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
})

test('the number leads to the customers who wear it', async () => {
  await page.getByRole('button', { name: '看贴着「要批量价」的 2 位客户' }).click()
  await expect(page.getByText('云岫示例').first()).toBeVisible()
  await expect(page.getByText('听松示例')).toHaveCount(0)
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('heading', { name: '标签', level: 1 })).toBeVisible()
})

test('a rule puts a tag on when a field is edited, and the count is live (R040)', async () => {
  await setIndustry(ids[0], '制造业')
  await menuOf('年度框架', '自动规则…')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('把条件写完整')
  await dialog.getByRole('combobox', { name: '条件 1 的内容' }).fill('制造业')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('现在符合 1 位')
  await dialog.getByRole('button', { name: '保存规则' }).click()
  await expect(dialog).toBeHidden()
  expect(await wornBy(ids[0])).toContain('年度框架')
  await expect(page.getByText('行业是制造业')).toBeVisible()

  await setIndustry(ids[1], '制造业')
  expect(await wornBy(ids[1])).toContain('年度框架')
  await ask(page, 'history.undo', {})
  expect(await wornBy(ids[1])).not.toContain('年度框架')
})

test('an automation rule is tried out, fires, and is undone with what set it off (R073)', async () => {
  await go('#/settings/automation')
  await page.getByRole('button', { name: '加规则' }).click()
  const form = page.getByRole('form', { name: '加规则' })
  await form.getByLabel('名称').fill('成交后发合同')
  await tick('哪些阶段', '成交')
  await form.getByRole('textbox', { name: '动作 1：任务标题' }).fill('发合同')
  await ask(page, 'customers.setStage', { ids: [ids[2]], stage: 'won', lostReason: null })
  await form.getByRole('button', { name: '试运行' }).click()
  await expect(form).toContainText('会对 1 位客户执行')
  await expect(form).toContainText('什么都没改')
  expect((await count('runs')).runs).toEqual([])
  await form.getByRole('button', { name: '建规则' }).click()
  await expect(
    page.getByText('当阶段到成交时，就给负责人建任务「发合同」（1 天后）。'),
  ).toBeVisible()

  await ask(page, 'customers.setStage', { ids: [ids[0]], stage: 'won', lostReason: null })
  await expect(page.getByRole('heading', { name: '执行记录' })).toBeVisible()
  await page.getByRole('button', { name: '撤销「成交后发合同」的这次执行' }).click()
  await expect(page.getByRole('heading', { name: '执行记录' })).toHaveCount(0)
  expect((await detailOf(ids[0])).stage).toBe('prospect')
})

test('a rule that sets itself off is stopped, and says so', async () => {
  const [first, second] = await tags()
  await ask(page, 'automation.create', {
    ...{ name: '来回', trigger: { on: 'tag-added', tagIds: [first?.id] } },
    conditions: { match: 'all', conditions: [] },
    actions: [
      { do: 'remove-tag', tagId: first?.id },
      { do: 'add-tag', tagId: second?.id },
    ],
  })
  await ask(page, 'automation.create', {
    ...{ name: '回来', trigger: { on: 'tag-added', tagIds: [second?.id] } },
    conditions: { match: 'all', conditions: [] },
    actions: [
      { do: 'remove-tag', tagId: second?.id },
      { do: 'add-tag', tagId: first?.id },
    ],
  })
  await ask(page, 'tags.attach', {
    customerIds: [ids[1]],
    tags: [{ type: 'need', name: first?.name }],
  })
  await expect(page.getByText('它自己触发了自己，已停用。')).toHaveCount(1)
  await expect(page.getByRole('switch', { name: '启用「来回」' })).not.toBeChecked()
  await page.getByRole('switch', { name: '启用「来回」' }).click()
  await expect(page.getByText('它自己触发了自己，已停用。')).toHaveCount(0)
})
