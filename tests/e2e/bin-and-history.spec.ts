import { expect, type Page, test } from '@playwright/test'
import { ask as askOf } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = 'ein langes Beispielwort'
const folder = makeTempDir('bin')
const userData = makeTempDir('bin-data')

test.describe.configure({ mode: 'serial' })

let kebu: KebuApp
let page: Page
const ids: Record<string, number> = {}

test.beforeAll(async () => {
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await createBook(kebu, {
    ...{ folder: folder.path, bookName: '晨禾示例商贸' },
    ...{ ownerName: '陈立夏', password },
  })
  for (const name of ['甲示例商行', '乙示例商行', '丙示例商行'])
    ids[name] = (await ask<{ id: number }>('customers.create', { kind: 'company', name })).id
})

test.afterAll(async () => {
  await kebu.close()
  folder.remove()
  userData.remove()
})

const ask = <T>(route: string, input: unknown) => askOf<T>(page, route, input)

async function edit(name: string, fields: object): Promise<void> {
  const id = ids[name] ?? 0
  const { updatedAt } = await ask<{ updatedAt: number }>('customers.get', { id })
  await ask('customers.update', { id, updatedAt, fields: { kind: 'company', name, ...fields } })
}

const go = (hash: string) => page.evaluate((next) => (window.location.hash = next), hash)
const open = (name: string) => go(`#/customers/${ids[name]}`)
const rows = () => page.getByRole('grid', { name: '客户列表' })
const more = async (entry: string) => {
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: entry, exact: true }).click()
}

async function showPlace(name: string): Promise<void> {
  await page.getByRole('button', { name: /^在看：/ }).click()
  await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).click()
}

test('a deleted customer lies in the bin, can only be looked at there, and comes back', async () => {
  await open('甲示例商行')
  await more('删除')
  await expect(page.getByText(/移到回收站/)).toBeVisible()
  await expect(page.getByText(/^在回收站/)).toBeVisible()
  await expect(page.getByRole('button', { name: '写跟进' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '编辑' })).toHaveCount(0)
  await expect(page.getByRole('heading', { name: '联系人与决策链' })).toBeVisible()
  await expect(page.getByRole('button', { name: '加联系人' })).toHaveCount(0)
  await page.getByRole('tab', { name: /附件/ }).click()
  await expect(page.getByRole('button', { name: '添加文件' })).toHaveCount(0)

  await go('#/customers')
  await expect(rows().getByText('乙示例商行')).toBeVisible()
  await expect(rows().getByText('甲示例商行')).toHaveCount(0)
  await page.getByLabel('在列表里找').fill('甲示例')
  await expect(page.getByText(/没有客户符合/)).toBeVisible()
  await page.getByRole('button', { name: '清除条件' }).click()
  await showPlace('回收站')
  await expect(rows().getByText('甲示例商行')).toBeVisible()
  await expect(rows().getByText('乙示例商行')).toHaveCount(0)

  await open('甲示例商行')
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByText(/^在回收站/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /写跟进/ }).first()).toBeVisible()
})

test('several go into the bin at once, and are erased from there for good', async () => {
  await go('#/customers')
  await expect(page.getByText('回收站是空的。')).toBeVisible()
  await page.getByRole('button', { name: '看在用的客户' }).click()
  for (const name of ['甲示例商行', '丙示例商行'])
    await page.getByRole('checkbox', { name: `选 ${name}` }).check()
  const bar = page.getByRole('toolbar', { name: '批量操作' })
  await bar.getByRole('button', { name: '删除' }).click()
  await expect(rows().getByText('甲示例商行')).toHaveCount(0)

  await showPlace('回收站')
  await page.getByRole('checkbox', { name: '选 甲示例商行' }).check()
  await bar.getByRole('button', { name: '恢复' }).click()
  await expect(rows().getByText('甲示例商行')).toHaveCount(0)
  await page.getByRole('checkbox', { name: '选 丙示例商行' }).check()
  await bar.getByRole('button', { name: '彻底删除…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('联系人、跟进、标签、附件')
  await expect(dialog.getByRole('button', { name: /取\s?消/ })).toBeFocused()
  await dialog.getByRole('radio', { name: '已经用不着' }).check()
  await dialog.getByRole('button', { name: '彻底删除' }).click()
  await expect(page.getByText('回收站是空的。')).toBeVisible()
  expect(await ask('customers.counts', {})).toMatchObject({ active: 2, archived: 0, bin: 0 })
})

test('a rename is taken back from the history under a newer change of the stage', async () => {
  await edit('甲示例商行', { name: '甲改名商行' })
  await ask('customers.setStage', { ids: [ids['甲示例商行']], stage: 'won', lostReason: null })
  await open('甲示例商行')
  await expect(page.getByRole('heading', { name: '甲改名商行' })).toBeVisible()
  await page.getByRole('button', { name: '历史', exact: true }).click()
  const panel = page.getByRole('dialog', { name: '历史' })
  await expect(panel.getByText('改了 1 位客户的阶段').first()).toBeVisible()
  await panel.getByRole('button', { name: '撤销：改了 1 位客户的资料' }).first().click()
  await expect(panel.getByRole('button', { name: '重做：改了 1 位客户的资料' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: '甲示例商行' })).toBeVisible()
  expect(await ask('customers.get', { id: ids['甲示例商行'] })).toMatchObject({ stage: 'won' })
})

test('the customer page tells which field was changed from what to what', async () => {
  await edit('乙示例商行', { phone: '13800001027', need: '导轨组件' })
  await edit('乙示例商行', { phone: '13900002038', need: '导轨组件' })
  await open('乙示例商行')
  await page.getByRole('tab', { name: '改动历史' }).click()
  const fields = page.getByRole('list', { name: '改动历史' })
  await expect(fields.getByText('139 •••• 2038')).toBeVisible()
  await expect(fields.getByText('138 •••• 1027').first()).toBeVisible()
  await expect(fields).not.toContainText('13900002038')
  await expect(fields).toContainText('导轨组件')
})

test('what is in the way of taking back an older change is named, and nothing is changed', async () => {
  const fields = page.getByRole('list', { name: '改动历史' })
  const undo = fields.getByRole('button', { name: '撤销：改客户资料' })
  await expect(undo).toHaveCount(2)
  await undo.last().click()
  const why = page.getByRole('note').filter({ hasText: '之后又有改动' })
  await expect(why).toContainText('陈立夏')
  await expect(why).toContainText('改过「电话」')
  await undo.first().click()
  await expect(page.getByText('已撤销：改客户资料').first()).toBeVisible()
  await undo.last().click()
  await expect
    .poll(() => ask('customers.get', { id: ids['乙示例商行'] }))
    .toMatchObject({ phoneMasked: null, need: null })
})

test('after a restart everything can still be taken back and forth, in English too', async () => {
  await kebu.close()
  kebu = await launchKebu({ userData: userData.path })
  page = kebu.page
  await unlock(page, password)
  await expect(rows()).toBeVisible()
  await ask('preferences.set', { language: 'en' })
  await page.getByRole('button', { name: 'History', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'History' })
  await panel.getByRole('button', { name: 'Redo: Edited 1 customer' }).last().click()
  await expect(panel.getByRole('button', { name: 'Redo: Edited 1 customer' })).toHaveCount(2)
  await page.keyboard.press('Escape')
  expect(await ask('customers.get', { id: ids['甲示例商行'] })).toMatchObject({
    ...{ name: '甲改名商行', stage: 'won' },
  })
  await page.getByRole('button', { name: 'Showing: Active' }).click()
  await page.getByRole('menuitem', { name: /^Recycle bin/ }).click()
  await expect(page.getByText('The recycle bin is empty.')).toBeVisible()
})
