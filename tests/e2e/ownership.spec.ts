import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask as askProgram } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

const password = '来往有记 correct horse'
const temp = makeTempDir('ownership')
let kebu: KebuApp
let page: Page
const people = new Map<string, string>()
const customers = new Map<string, number>()

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData: join(temp.path, 'user-data') })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  for (const name of ['桃源里食品有限公司', '鲲池机电有限公司', '水月堂茶业有限公司']) {
    const input = { kind: 'company', name, phone: '13800008437', need: '礼盒' }
    customers.set(name, (await ask<{ id: number }>('customers.create', input)).id)
  }
  for (const [name, role] of [
    ['王小雪', 'sales'],
    ['钱一禾', 'finance'],
  ] as const) {
    const { uid } = await ask<{ uid: string }>('users.create', {
      name,
      role,
      password: `first words of ${role}`,
    })
    people.set(name, uid)
  }
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const ask = <T>(route: string, input: unknown): Promise<T> => askProgram(page, route, input)

/** Locks the book and signs somebody in who still has their first password. */
async function signIn(name: string, first: string): Promise<void> {
  await ask('vault.lock', {})
  const userUid = people.get(name)
  await ask('vault.unlock', { userUid, password: first, newPassword: `${first} and own ones` })
  await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible()
  await page.evaluate(() => (location.hash = '#/customers'))
}

const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
const tab = (name: RegExp) => page.getByRole('tab', { name })
const toast = (text: string) => expect(page.getByRole('status').getByText(text)).toBeVisible()

test('the owner gives a customer away by O, and takes it back in the toast', async () => {
  await row('桃源里').click()
  await page.keyboard.press('o')
  await page.getByRole('combobox', { name: '负责人' }).fill('王')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /交给他/ }).click()
  await toast('已把 1 位客户交给 王小雪')
  await expect(row('桃源里')).toContainText('王小雪')
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(row('桃源里')).toContainText('陈立夏')
})

test('what is chosen goes into the pool as a whole', async () => {
  for (const name of ['桃源里', '鲲池']) await row(name).getByRole('checkbox').check()
  await page.getByRole('toolbar', { name: '批量操作' }).getByText('放进公海').click()
  await toast('已把 2 位客户放进公海')
  await tab(/公海 2/).click()
  await expect(row('水月堂')).toHaveCount(0)
  await expect(row('桃源里')).toContainText('公海')
})

test('a salesperson sees the pool without its secrets and claims within the limit', async () => {
  await ask('ownership.setSettings', { protectionDays: 0, limit: 1 })
  await signIn('王小雪', 'first words of sales')
  await expect(page.getByRole('link', { name: '导入' })).toHaveCount(0)
  await expect(tab(/全部/)).toHaveCount(0)
  await tab(/公海 2/).click()
  await page.evaluate(
    (id) => (location.hash = `#/customers/${id}`),
    customers.get('桃源里食品有限公司'),
  )
  await expect(page.getByRole('heading', { name: '桃源里食品有限公司' })).toBeVisible()
  await expect(page.getByText(/^138/)).toBeVisible()
  await expect(page.getByRole('button', { name: /显示 30 秒/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /编辑|写跟进/ })).toHaveCount(0)
  await expect(page.getByText('礼盒')).toHaveCount(0)
  await page.getByRole('button', { name: '认领' }).click()
  await toast('已认领 1 位客户')
  await expect(page.getByText('礼盒')).toBeVisible()
  await expect(page.getByRole('button', { name: '电话 · 显示 30 秒' })).toBeVisible()

  await page.evaluate(() => (location.hash = '#/customers'))
  await row('鲲池').getByRole('checkbox').check()
  await page.getByRole('toolbar', { name: '批量操作' }).getByText('认领').click()
  await toast('名下的客户已到上限 1 位，没有认领。先退回几位。')
})

test('a customer of somebody else is not there for a salesperson, and pages of others neither', async () => {
  const foreign = customers.get('水月堂茶业有限公司')
  await page.evaluate((id) => (location.hash = `#/customers/${id}`), foreign)
  await expect(page.getByText('没有这位客户')).toBeVisible()
  await page.evaluate(() => (location.hash = '#/import'))
  await expect(page.getByRole('heading', { name: '今日', level: 1 })).toBeVisible()
  await page.evaluate(() => (location.hash = '#/customers'))
  await expect(page.getByRole('grid', { name: '客户列表' })).toBeVisible()
})

test('finance reads no contact details and can change nothing', async () => {
  await signIn('钱一禾', 'first words of finance')
  await expect(page.getByRole('columnheader', { name: '电话' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '新客户' })).toHaveCount(0)
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await row('水月堂').dblclick()
  await expect(page.getByRole('heading', { name: '水月堂茶业有限公司' })).toBeVisible()
  await expect(page.getByText(/^138/)).toHaveCount(0)
  await expect(page.getByRole('tab', { name: '往来' })).toHaveCount(0)
  await page.keyboard.press('e')
  await page.keyboard.press('s')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
