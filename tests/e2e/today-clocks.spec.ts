import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createTestClock } from '../support/test-clock'
import { createBook } from '../support/vault-steps'

test.describe.configure({ mode: 'serial' })

const temp = makeTempDir('today-clocks')
const books = join(temp.path, 'books')
mkdirSync(books)
const clock = createTestClock(temp.path)
const start = new Date('2026-11-18T10:00:00+08:00').getTime()
const hour = 3_600_000

let kebu: KebuApp
let page: Page

test.beforeAll(async () => {
  await clock.set(start)
  kebu = await launchKebu({
    ...{ userData: join(temp.path, 'user-data'), place: 'own' },
    env: { ...clock.env, TZ: 'Asia/Shanghai' },
  })
  page = kebu.page
  await clock.show(page)
  await createBook(kebu, {
    ...{ folder: books, bookName: '晨禾示例商贸', ownerName: '陈立夏' },
    password: 'ein langes Beispielwort',
  })
  await openToday()
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const openToday = () => page.getByRole('navigation').getByRole('link', { name: /^今日/ }).click()
const card = () => page.getByRole('list', { name: '资料要更新的客户' })
const clocks = () => card().getByRole('listitem')

async function addCustomer(name: string): Promise<number> {
  return (await ask<{ id: number }>(page, 'customers.create', { kind: 'company', name })).id
}
const buy = (customerId: number, at: number) =>
  ask(page, 'behaviors.create', { customerId, kind: 'purchase', at, subject: '导轨' })

test('a purchase opens a clock, and it stands on the board', async () => {
  const id = await addCustomer('桃源里食品有限公司')
  await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
  await expect(card()).toHaveCount(0)
  await buy(id, start)
  await expect(clocks()).toHaveCount(1)
  await expect(clocks()).toContainText('桃源里食品有限公司')
  await expect(clocks()).toContainText('还剩 24 小时')
  await expect(clocks()).toContainText('买了东西')
})

test('what ran out is told as overdue', async () => {
  await clock.set(start + 26 * hour, page)
  await expect(clocks()).toContainText('逾期 2 小时', { timeout: 40_000 })
  await expect(page.getByText('逾期 1 · 共 1')).toBeVisible()
})

test('我的 leaves out the clocks of others, 全部 shows them too', async () => {
  await ask(page, 'users.create', {
    ...{ name: '王小满', role: 'sales', password: 'ein erstes langes Wort' },
  })
  const { owners } = await ask<{ owners: { id: number; name: string }[] }>(
    page,
    'ownership.listOwners',
    {},
  )
  const other = owners.find(({ name }) => name === '王小满')
  const id = await addCustomer('鲲池机电有限公司')
  await ask(page, 'customers.transfer', { ids: [id], ownerId: other?.id })
  await buy(id, start + 26 * hour)
  await expect(clocks()).toHaveCount(1)
  await page.getByText('全部', { exact: true }).click()
  await expect(clocks()).toHaveCount(2)
  await expect(clocks().last()).toContainText('鲲池机电有限公司')
  await page.getByText('我的', { exact: true }).click()
  await expect(clocks()).toHaveCount(1)
  await expect(clocks()).toContainText('桃源里食品有限公司')
})

test('the name opens the customer', async () => {
  await card().getByRole('button', { name: '桃源里食品有限公司' }).click()
  await expect(page.getByText('更新资料逾期 2 小时 · 买了东西')).toBeVisible()
  await openToday()
})

test('the whole list settles it, and it is gone from the board', async () => {
  await page.getByRole('button', { name: '看全部' }).click()
  await expect(page.getByRole('tab', { name: /^资料要更新/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
  await expect(clocks()).toHaveCount(2)
  await clocks().first().getByRole('button', { name: '已更新' }).click()
  await expect(clocks()).toHaveCount(1)
  await openToday()
  await expect(page.getByRole('button', { name: /^该回访未安排/ })).toBeVisible()
  await expect(card()).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(clocks()).toHaveCount(1)
})

test('the figure of late visits opens the late visits', async () => {
  await page.getByRole('button', { name: /^该回访未安排/ }).click()
  await expect(page.getByRole('tab', { name: /^该回访未安排/ })).toHaveAttribute(
    'aria-selected',
    'true',
  )
})
