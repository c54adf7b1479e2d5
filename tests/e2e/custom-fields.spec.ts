import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir, stubOpenDialog } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '自有一格 correct horse'
const temp = makeTempDir('custom-fields')
const userData = join(temp.path, 'user-data')
let kebu: KebuApp
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const go = (hash: string) => page.evaluate((to) => (location.hash = to), hash)
const fieldNames = async () =>
  (await ask<{ fields: { name: string }[] }>(page, 'custom-fields.list', {})).fields.map(
    ({ name }) => name,
  )

/** Presses 撤销 in the toast and waits until it says that it is done. */
async function takeBack(): Promise<void> {
  const toast = page.getByRole('status')
  await toast.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(toast.getByText('已撤销')).toBeVisible()
}

/** Picks out of a list that opens at its box. */
async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).click()
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option')
    .getByText(option, { exact: true })
    .click()
}

const made = [
  { name: '会员卡号', type: '文字', typed: 'A-17 <b>', shown: 'A-17 <b>' },
  { name: '门店数', type: '数字', typed: '1.2万', shown: '12,000' },
  { name: '年合同额', type: '金额', typed: '88800.5', shown: '¥88,800.50' },
  { name: '签约日', type: '日期', typed: '2024-05-01', shown: '2024年5月1日' },
  { name: '渠道', type: '单选', options: ['展会', '转介绍'], typed: '转介绍', shown: '转介绍' },
  { name: '兴趣', type: '多选', options: ['茶', '酒', '果'], typed: '果', shown: '果' },
  { name: '开票', type: '是否', typed: '是', shown: '是' },
  { name: '官网', type: '链接', typed: 'example.com/a', shown: 'https://example.com/a' },
] as const

test('fields of every type are made in the settings (R073)', async () => {
  await go('#/settings/fields')
  await expect(page.getByText('还没有自定义字段。')).toBeVisible()
  for (const field of made) {
    await page.getByRole('button', { name: '加字段' }).first().click()
    const form = page.getByRole('form', { name: '加字段' })
    await form.getByLabel('名称').fill(field.name)
    if (field.type !== '文字') await choose('类型', field.type)
    if ('options' in field)
      for (const [index, option] of field.options.entries()) {
        await form.getByRole('button', { name: '加选项' }).click()
        await form.getByLabel(`选项 ${index + 1}`, { exact: true }).fill(option)
      }
    if (field.name === '签约日') await form.getByRole('checkbox', { name: '成交' }).check()
    await form.getByRole('button', { name: '加字段' }).click()
    await expect(form).toHaveCount(0)
  }
  expect(await fieldNames()).toEqual(made.map(({ name }) => name))
})

test('the handle moves a field by the arrow keys, and one undo moves it back', async () => {
  const handle = page.getByRole('button', { name: '移动「门店数」' })
  await handle.focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(async () => (await fieldNames())[0]).toBe('门店数')
  await expect(handle).toBeFocused()
  await takeBack()
  await expect.poll(async () => (await fieldNames())[0]).toBe('会员卡号')
})

test('a row is dragged to another place by the pointer', async () => {
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await row('官网').dragTo(row('会员卡号'), { targetPosition: { x: 200, y: 4 } })
  await expect.poll(async () => (await fieldNames())[0]).toBe('官网')
  await row('官网').dragTo(row('开票'), { targetPosition: { x: 200, y: 36 } })
  await expect.poll(fieldNames).toEqual(made.map(({ name }) => name))
})

test('a person and a company are filled in, and read back after a restart', async () => {
  for (const [kind, name] of [
    ['企业', '云岫示例科技'],
    ['个人', '林示例'],
  ] as const) {
    await go('#/customers')
    await page
      .getByRole('button', { name: /新客户/ })
      .first()
      .click()
    const drawer = page.getByRole('dialog', { name: '新客户' })
    await drawer.getByText(kind, { exact: true }).click()
    await drawer.getByRole('textbox').first().fill(name)
    for (const field of made) {
      if (field.type === '单选' || field.type === '多选' || field.type === '是否')
        await choose(field.name, field.typed)
      else await drawer.getByLabel(field.name).fill(field.typed)
      await page.keyboard.press(field.type === '日期' ? 'Enter' : 'Tab')
    }
    await drawer.getByRole('button', { name: /保存/ }).click()
    await expect(drawer).toHaveCount(0)
  }
  await kebu.close()
  kebu = await launchKebu({ userData })
  page = kebu.page
  await unlock(page, password)
  for (const name of ['云岫示例科技', '林示例']) {
    await go('#/customers')
    await page.getByRole('row', { name: new RegExp(name) }).dblclick()
    await page.getByRole('tab', { name: '资料' }).click()
    for (const field of made)
      await expect(
        page.getByText(field.name, { exact: true }).locator('..').locator('dd'),
      ).toHaveText(field.shown)
  }
})

test('what cannot be read is said at its field, and nothing is saved', async () => {
  await page.keyboard.press('e')
  const drawer = page.getByRole('dialog', { name: '编辑客户' })
  await drawer.getByLabel('年合同额').fill('三百')
  await drawer.getByLabel('官网').fill('javascript:alert(1)')
  await drawer.getByRole('button', { name: /保存/ }).click()
  await expect(drawer.getByText('看不懂这个金额', { exact: false })).toBeVisible()
  await expect(drawer.getByText('要以 https://、mailto: 或 tel: 开头')).toBeVisible()
  await drawer.getByLabel('年合同额').fill('¥300')
  await drawer.getByLabel('官网').fill('mailto:a@example.com')
  await drawer.getByRole('button', { name: /保存/ }).click()
  await expect(drawer).toHaveCount(0)
  await expect(page.getByText('¥300.00')).toBeVisible()
})

test('another type is looked at before it is taken', async () => {
  await go('#/settings/fields')
  const row = page.getByRole('listitem').filter({ hasText: '会员卡号' })
  await row.getByRole('button', { name: '编辑' }).click()
  await choose('类型', '数字')
  const dialog = page.getByRole('dialog', { name: '「会员卡号」从文字改成数字' })
  await expect(dialog).toContainText('0 项能转，2 项转不了：')
  await expect(dialog).toContainText('A-17 <b>')
  await dialog.getByRole('button', { name: '改成数字' }).click()
  await expect(dialog).toHaveCount(0)
  const { rows } = await ask<{ rows: { id: number }[] }>(page, 'customers.list', {})
  for (const { id } of rows)
    expect((await ask<{ notes: string }>(page, 'customers.get', { id })).notes).toBe(
      '会员卡号：A-17 <b>',
    )
  await takeBack()
  await expect(row).toContainText('文字')
})

test('the list shows a field as a column and finds customers by it', async () => {
  await go('#/customers')
  await page.getByRole('button', { name: '显示哪些自定义字段' }).click()
  await page.getByRole('checkbox', { name: '门店数' }).check()
  await page.keyboard.press('Escape')
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await expect(page.getByRole('columnheader', { name: '门店数' })).toBeVisible()
  await expect(row('云岫示例科技')).toContainText('12,000')

  await page.getByRole('button', { name: '按自定义字段筛选' }).click()
  await page.getByRole('menuitem', { name: '年合同额' }).click()
  const form = page.getByRole('form', { name: '按「年合同额」筛选' })
  await form.getByLabel('从').fill('1万')
  await form.getByRole('button', { name: '筛选' }).click()
  await expect(page.getByRole('group', { name: '自定义字段的条件' })).toContainText('≥ ¥10,000.00')
  await expect(row('林示例')).toHaveCount(0)
  await expect(row('云岫示例科技')).toBeVisible()
  await page.getByRole('button', { name: '去掉「年合同额」这个条件' }).click()
  await expect(row('林示例')).toBeVisible()
})

test('a file whose header names a field fills it, and says what it cannot read', async () => {
  const path = join(temp.path, '名单.csv')
  writeFileSync(path, '客户名称,门店数,渠道\n鲲池示例,35,展会\n水月示例,三十多,熟人\n')
  await go('#/import')
  await stubOpenDialog(kebu.app, [path])
  await page.getByRole('button', { name: '选一个 CSV 文件' }).click()
  await expect(page.getByRole('region', { name: '预览' })).toContainText('35')
  await page.getByRole('button', { name: '检查 2 行' }).click()
  await expect(page.getByText('三十多').first()).toBeVisible()
  await page.getByRole('button', { name: '导入 2 位客户' }).click()
  await expect
    .poll(async () => (await ask<{ total: number }>(page, 'customers.list', {})).total)
    .toBe(4)
  const { fields } = await ask<{ fields: { id: number; name: string }[] }>(
    page,
    'custom-fields.list',
    {},
  )
  const columns = fields.filter(({ name }) => name === '门店数').map(({ id }) => id)
  const { rows } = await ask<{ rows: { name: string; custom: { value: string }[] }[] }>(
    page,
    'customers.list',
    { filter: { text: '示例' }, columns },
  )
  const of = (name: string) =>
    rows.find((row) => row.name === name)?.custom.map(({ value }) => value)
  expect([of('鲲池示例'), of('水月示例')]).toEqual([['35'], []])
})

test('a press on the title of such a column sorts by it, those without a value last', async () => {
  await go('#/customers')
  const head = page.getByRole('columnheader', { name: '门店数' })
  const names = async () => {
    const rows = await page.getByRole('row').allTextContents()
    return rows.slice(1).map((row) => /云岫|林|鲲池|水月/.exec(row)?.[0])
  }
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('button', { name: '按门店数排序' })).toBeVisible()
  await expect.poll(async () => (await names()).at(0)).toBe('鲲池')
  expect((await names()).at(-1)).toBe('水月')
  await head.getByRole('button').click()
  await expect(head).toHaveAttribute('aria-sort', 'descending')
  await expect.poll(async () => (await names()).at(2)).toBe('鲲池')
  expect((await names()).at(-1)).toBe('水月')
})

test('the settings and the form speak English too', async () => {
  await go('#/settings/fields')
  await ask(page, 'preferences.set', { language: 'en' })
  await expect(page.getByRole('heading', { name: 'Custom fields' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add field' })).toBeVisible()
  await ask(page, 'preferences.set', { language: 'zh-CN' })
  await expect(page.getByRole('heading', { name: '自定义字段' })).toBeVisible()
})
