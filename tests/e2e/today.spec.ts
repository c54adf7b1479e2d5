import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createTestClock } from '../support/test-clock'
import { createBook, unlock } from '../support/vault-steps'

test.describe.configure({ mode: 'serial' })
test.setTimeout(120_000)

const password = 'ein langes Beispielwort'
const zone = 'America/New_York'
const temp = makeTempDir('today')
const books = join(temp.path, 'books')
const userData = join(temp.path, 'user-data')
mkdirSync(books)
const clock = createTestClock(temp.path)

/** Wall clock of New York, where summer time begins on 14 March 2027. */
const newYork = (day: string, time: string, offset = '-05:00') =>
  new Date(`${day}T${time}:00${offset}`).getTime()

let kebu: KebuApp
let page: Page

async function launch(): Promise<void> {
  kebu = await launchKebu({ userData, place: 'own', env: { ...clock.env, TZ: zone } })
  page = kebu.page
  await clock.show(page)
  await kebu.app.evaluate(({ Notification }) => {
    const kept = globalThis as typeof globalThis & { shown?: unknown[]; last?: unknown }
    kept.shown = []
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.shown?.push({ title: this.title, body: this.body })
      kept.last = this
    }
  })
}

const shown = () =>
  kebu.app.evaluate(() => (globalThis as typeof globalThis & { shown: unknown[] }).shown)

test.beforeAll(async () => {
  // The last day of the year, a Thursday.
  await clock.set(newYork('2026-12-31', '10:00'))
  await launch()
  await createBook(kebu, {
    ...{ folder: books, bookName: '晨禾示例商贸', ownerName: '陈立夏', password },
  })
  await page.getByRole('navigation').getByRole('link', { name: '今日' }).click()
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

/** While two groups come anew, a row may stand in both for a moment: so it is asked for with what it should say. */
const row = (title: string) => page.getByRole('listitem').filter({ hasText: title })
const group = (name: string) => page.locator('[data-group]').filter({ hasText: name })

async function plan(name: string, note: string, nextFollowAt: number): Promise<void> {
  const { id } = await ask<{ id: number }>(page, 'customers.create', { kind: 'company', name })
  await ask(page, 'follow-ups.create', {
    ...{ customerId: id, type: 'phone', content: '谈了价格', nextFollowAt, nextNote: note },
    occurredAt: newYork('2026-12-30', '09:00'),
  })
}

test('what is planned stands on the board by its day, over the end of the year', async () => {
  await expect(page.getByText('这周没有要做的。')).toBeVisible()
  await plan('桃源里食品有限公司', '确认交期', newYork('2026-12-31', '15:00'))
  await plan('鲲池机电有限公司', '新年问候', newYork('2027-01-01', '09:30'))
  await plan('广寒制冷设备有限公司', '下周的事', newYork('2027-01-05', '09:30'))
  await expect(row('确认交期').filter({ hasText: '15:00' })).toHaveCount(1)
  await expect(row('确认交期').filter({ hasText: '谈了价格' })).toHaveCount(1)
  await expect(row('新年问候').filter({ hasText: '周五 09:30' })).toHaveCount(1)
  await expect(group('今天')).toContainText('1')
  await expect(group('本周')).toContainText('1')
  await expect(row('下周的事')).toHaveCount(0)
  await expect(page.getByRole('navigation').getByRole('link', { name: /^今日/ })).toContainText('1')
})

test('the desktop tells at the time, once and without a name; a click comes to the row', async () => {
  await clock.set(newYork('2026-12-31', '15:00') + 1000, page)
  await expect
    .poll(shown, { timeout: 40_000 })
    .toEqual([{ title: '有 1 项到期', body: '电话 1 项' }])
  await page.evaluate(() => {
    location.hash = '#/customers'
  })
  await kebu.app.evaluate(() => {
    const { last } = globalThis as typeof globalThis & { last: Electron.Notification }
    last.emit('click')
  })
  await expect(page.locator('[aria-current=true]').filter({ hasText: '确认交期' })).toBeVisible()
  await clock.set(newYork('2026-12-31', '15:10'), page)
  await page.waitForTimeout(17_000)
  expect(await shown()).toHaveLength(1)
})

test('nothing is told while the book is locked; what was missed is listed after the restart', async () => {
  await page.keyboard.press('Control+l')
  await expect(page.getByLabel(/的密码$/)).toBeVisible()
  await clock.set(newYork('2027-01-01', '10:00'), page)
  await page.waitForTimeout(17_000)
  expect(await shown()).toHaveLength(1)
  await kebu.close()
  await launch()
  await unlock(page, password)
  // The board is where a book begins.
  await expect(row('确认交期').filter({ hasText: '逾期 1 天' })).toHaveCount(1)
  await expect(group('逾期')).toContainText('1')
  const bar = page.getByText('离开时有 1 项到期')
  await expect(bar).toBeVisible()
  await page.getByRole('button', { name: '看一看' }).click()
  const drawer = page.getByRole('dialog', { name: '离开时到期的' })
  await expect(drawer).toContainText('新年问候')
  await expect(drawer).not.toContainText('确认交期')
  await drawer.getByRole('button', { name: '知道了' }).click()
  await expect(bar).toHaveCount(0)
  expect(await shown()).toEqual([])
})

test('D puts a row off and undo brings it back', async () => {
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await row('确认交期').getByText('确认交期').click()
  await page.keyboard.press('d')
  await page.getByRole('button', { name: /^明天/ }).click()
  await expect(page.getByText('已延后到 明天')).toBeVisible()
  await expect(row('确认交期').filter({ hasText: '周六 15:00' })).toHaveCount(1)
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(row('确认交期').filter({ hasText: '逾期 1 天' })).toHaveCount(1)
})

test('M is done with what comes next in words, struck through for a moment, and one undo takes back both', async () => {
  await row('确认交期').getByText('确认交期').click()
  await page.keyboard.press('m')
  const field = page.getByRole('textbox', { name: '下一步' })
  await field.fill('送样品')
  await page.keyboard.press('Enter')
  await expect(page.getByText('再写上哪天，比如「下周三」')).toBeVisible()
  await field.fill('明天下午4点 送样品')
  await expect(page.getByText('明天 16:00 · 送样品')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(row('送样品').filter({ hasText: '周六 16:00' })).toHaveCount(1)
  await expect(row('确认交期').getByRole('checkbox')).toBeChecked()
  await expect(row('确认交期')).toHaveCount(0, { timeout: 8000 })
  await page.keyboard.press('Control+z')
  await expect(row('确认交期').filter({ hasText: '逾期 1 天' })).toHaveCount(1)
  await expect(row('送样品')).toHaveCount(0)
})

test('a row that is dragged to a day of the week goes there', async () => {
  await row('确认交期').getByText('确认交期').dragTo(page.locator('[data-date="2027-01-02"]'))
  await expect(row('确认交期').filter({ hasText: '周六 15:00' })).toHaveCount(1)
  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(row('确认交期').filter({ hasText: '逾期 1 天' })).toHaveCount(1)
})

test('all that is overdue moves to today; figures show one group', async () => {
  await page.getByRole('button', { name: '全部移到今天' }).click()
  await expect(group('逾期')).toHaveCount(0)
  await expect(group('今天')).toContainText('2')
  await page.getByRole('button', { name: /^本周还有/ }).click()
  await expect(page.getByText('这周后面几天没有安排。')).toBeVisible()
  await page.getByRole('button', { name: '看全部' }).click()
  await expect(row('新年问候')).toBeVisible()
})

test('put off over the beginning of summer time it keeps the time on the wall, and the desktop tells of it then', async () => {
  await clock.set(newYork('2027-03-12', '11:00'), page)
  await expect(group('逾期')).toContainText('3')
  await row('下周的事').getByText('下周的事').click()
  await page.keyboard.press('d')
  await page.getByRole('button', { name: /^下周一/ }).click()
  await expect(page.getByText('已延后到 03-15 周一')).toBeVisible()
  await clock.set(newYork('2027-03-15', '09:29', '-04:00'), page)
  await expect(row('下周的事').filter({ hasText: '09:30' })).toHaveCount(1)
  await page.waitForTimeout(17_000)
  const before = (await shown()).length
  await clock.set(newYork('2027-03-15', '09:30', '-04:00') + 1000, page)
  await expect.poll(async () => (await shown()).length, { timeout: 40_000 }).toBe(before + 1)
})
