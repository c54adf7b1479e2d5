import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

/** The calendar in the real window, where summer time begins in March: moved things keep their time on the wall. */

const password = '来往有记 correct horse'
const temp = makeTempDir('calendar')
let kebu: KebuApp
let page: Page

test.setTimeout(120_000)
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  const env = { TZ: 'America/New_York' }
  kebu = await launchKebu({ userData: join(temp.path, 'user-data'), env })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const two = (value: number) => String(value).padStart(2, '0')
const iso = (year: number, month: number, day: number) => `${year}-${two(month)}-${two(day)}`

/** The instant of a time in the zone of the window. */
const instant = (date: string, hour: number, minute = 0): Promise<number> =>
  page.evaluate(
    ([year = 0, month = 1, day = 1, hours = 0, minutes = 0]) =>
      new Date(year, month - 1, day, hours, minutes).getTime(),
    [...date.split('-').map(Number), hour, minute],
  )

/** The year and month in which the window lies, some months on. */
const monthsOn = (months: number): Promise<{ year: number; month: number }> =>
  page.evaluate((count) => {
    const now = new Date()
    const then = new Date(now.getFullYear(), now.getMonth() + count, 1)
    return { year: then.getFullYear(), month: then.getMonth() + 1 }
  }, months)

async function plan(name: string, at: number, note: string): Promise<number> {
  const { id } = await ask<{ id: number }>(page, 'customers.create', { kind: 'company', name })
  const step = { type: 'phone', content: '虚构', occurredAt: Date.now(), nextFollowAt: at }
  await ask(page, 'follow-ups.create', { ...step, customerId: id, nextNote: note })
  return id
}

const nextOf = async (id: number): Promise<number | null> =>
  (await ask<{ nextFollowAt: number | null }>(page, 'customers.get', { id })).nextFollowAt

const day = (date: string): Locator => page.locator(`[data-date="${date}"]`)
const title = (): Locator => page.getByRole('heading', { level: 1 })

async function openCalendar(): Promise<void> {
  await page.evaluate(() => (location.hash = '#/calendar'))
  await expect(page.getByRole('grid', { name: '日历' })).toBeVisible()
  await page.getByRole('radiogroup', { name: '看多长' }).getByText('月', { exact: true }).click()
  await page.keyboard.press('t')
}

/** Turns pages until a month is shown. */
async function turnTo(year: number, month: number): Promise<void> {
  for (let pages = 0; pages < 20; pages += 1) {
    if ((await title().innerText()) === `${year}年${month}月`) return
    await page.keyboard.press('PageDown')
    await page.waitForTimeout(50)
  }
  await expect(title()).toHaveText(`${year}年${month}月`)
}

test('a month shows what is planned; dragging moves it, and one undo brings it back', async () => {
  const { year, month } = await monthsOn(1)
  const [from, to] = [iso(year, month, 10), iso(year, month, 18)]
  const before = await instant(from, 9, 30)
  const id = await plan('云岫示例电子', before, '带报价单')
  await openCalendar()
  await turnTo(year, month)
  const chip = page.getByRole('button', { name: '下次跟进 09:30 云岫示例电子 · 带报价单' })
  await expect(day(from).locator('[data-item]')).toHaveCount(1)
  await chip.dragTo(day(to))
  await expect(day(to).locator('[data-item]')).toHaveCount(1)
  await expect(day(from).locator('[data-item]')).toHaveCount(0)
  expect(await nextOf(id)).toBe(await instant(to, 9, 30))

  await page.getByRole('status').getByRole('button', { name: '撤销' }).click()
  await expect(day(from).locator('[data-item]')).toHaveCount(1)
  expect(await nextOf(id)).toBe(before)
})

test('keys choose a day, and move the thing that has the focus', async () => {
  const { year, month } = await monthsOn(1)
  await openCalendar()
  await turnTo(year, month)
  await day(iso(year, month, 9)).click()
  await page.keyboard.press('ArrowRight')
  await expect(day(iso(year, month, 10))).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(day(iso(year, month, 10)).getByRole('button', { name: /加任务$/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator('[data-item]:focus')).toContainText('云岫示例电子')
  await page.keyboard.press('Alt+ArrowDown')
  await expect(day(iso(year, month, 17)).locator('[data-item]')).toBeFocused()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(day(iso(year, month, 16)).locator('[data-item]')).toBeFocused()
  await page.keyboard.press('t')
  await expect(page.locator('[data-date][aria-current=date]')).toBeFocused()
})

test('a week has hours; what is dropped into one begins in it', async () => {
  const { year, month } = await monthsOn(1)
  const date = iso(year, month, 16)
  await openCalendar()
  await turnTo(year, month)
  await day(date).click({ position: { x: 60, y: 10 } })
  await page.getByRole('radiogroup', { name: '看多长' }).getByText('周', { exact: true }).click()
  const chip = page.locator('[data-item]', { hasText: '云岫示例电子' })
  await expect(page.locator(`[data-cell="${date} 9"]`).locator('[data-item]')).toHaveCount(1)
  await chip.dragTo(page.locator(`[data-cell="${date} 11"]`))
  await expect(page.locator(`[data-cell="${date} 11"]`)).toContainText('11:30')
  await page.locator(`[data-cell="${date} 11"] [data-item]`).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(page.locator(`[data-cell="${date} 12"] [data-item]`)).toBeFocused()
  await page.locator(`[data-cell="${date} 12"] [data-item]`).dragTo(day(date))
  await expect(day(date).locator('[data-item]')).toHaveText('云岫示例电子 · 带报价单')
})

test('the card of a thing says what it is, opens the customer, and moves it to a chosen day', async () => {
  const { year, month } = await monthsOn(1)
  await openCalendar()
  await turnTo(year, month)
  await page.locator('[data-item]', { hasText: '云岫示例电子' }).click()
  const card = page.getByRole('tooltip')
  await expect(card).toContainText('负责人 陈立夏')
  await card.getByLabel('换到哪天').fill(iso(year, month, 20))
  await page.keyboard.press('Enter')
  await expect(day(iso(year, month, 20)).locator('[data-item]')).toHaveCount(1)
  await page.locator('[data-item]', { hasText: '云岫示例电子' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '打开客户' }).click()
  await expect(title()).toContainText('云岫示例电子')
})

test('summer time and a year end are crossed at the same time on the wall', async () => {
  const { year } = await monthsOn(0)
  const winter = iso(year, 12, 31)
  const id = await plan('桃源里示例食品', await instant(winter, 10), '年底盘点')
  await openCalendar()
  await turnTo(year, 12)
  await day(winter).click({ position: { x: 60, y: 10 } })
  await day(winter).locator('[data-item]').focus()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(title()).toHaveText(`${year + 1}年1月`)
  const newYear = iso(year + 1, 1, 1)
  await expect(day(newYear).locator('[data-item]')).toBeFocused()
  expect(await nextOf(id)).toBe(await instant(newYear, 10))

  // From winter to summer time: the clock on the wall is the same, the hours between are one less.
  const summer = iso(year + 1, 3, 31)
  await page.locator('[data-item]', { hasText: '桃源里示例食品' }).click()
  await page.getByRole('tooltip').getByLabel('换到哪天').fill(summer)
  await page.keyboard.press('Enter')
  await turnTo(year + 1, 3)
  await expect(day(summer).locator('[data-item]')).toContainText('10:00')
  const [after, before] = [await instant(summer, 10), await instant(newYear, 10)]
  expect(await nextOf(id)).toBe(after)
  expect((after - before) % 86_400_000).toBe(23 * 3_600_000)
})

test('a lunar birthday is chosen in the form, told on the page, and shown on its day', async () => {
  await page.evaluate(() => (location.hash = '#/customers'))
  await page.getByRole('button', { name: '新客户', exact: true }).first().click()
  const form = page.getByRole('dialog')
  await form.getByText('个人', { exact: true }).click()
  await form.getByLabel('姓名', { exact: true }).fill('林知秋')
  await form.getByLabel('出生日期', { exact: true }).fill('1990-10-03')
  await page.keyboard.press('Enter')
  await form.getByText('农历', { exact: true }).click()
  await expect(form).toContainText('农历八月十五（')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
  const { rows } = await ask<{ rows: { id: number }[] }>(page, 'customers.list', {
    filter: { text: '林知秋' },
  })
  const id = rows[0]?.id ?? 0
  const detail = await ask<{ lunarBirthday: string }>(page, 'customers.get', { id })
  expect(detail.lunarBirthday).toBe('08-15')
  await page.evaluate((to) => (location.hash = `#/customers/${to}`), id)
  await page.getByRole('tab', { name: '资料' }).click()
  const told = page.locator('dd', { hasText: '农历八月十五（' })
  await expect(told).toBeVisible()
  const [, which, month = '', dayOfMonth = ''] =
    /（(今年|明年) (\d+)月(\d+)日）/.exec(await told.innerText()) ?? []
  const { year } = await monthsOn(0)
  const kept = iso(which === '今年' ? year : year + 1, Number(month), Number(dayOfMonth))
  await openCalendar()
  await turnTo(Number(kept.slice(0, 4)), Number(month))
  await expect(day(kept)).toContainText('林知秋 · 满')
  await expect(day(kept)).toContainText('中秋节')
})

test('a task is written on a day, and opened from there', async () => {
  const { year, month } = await monthsOn(3)
  await openCalendar()
  await turnTo(year, month)
  const on = iso(year, month, 12)
  await day(on).hover()
  await day(on)
    .getByRole('button', { name: /加任务$/ })
    .click()
  const drawer = page.getByRole('dialog', { name: '新任务' })
  await drawer.getByRole('textbox', { name: '要做什么' }).fill('送样品示例')
  await drawer.getByRole('button', { name: /保\s?存/ }).click()
  await expect(drawer).toHaveCount(0)
  await expect(day(on)).toContainText('送样品示例')
  await day(on).getByText('送样品示例').click()
  await page.getByRole('button', { name: '打开任务' }).click()
  const opened = page.getByRole('dialog', { name: '改任务' })
  await expect(opened.getByRole('textbox', { name: '要做什么' })).toHaveValue('送样品示例')
  await page.keyboard.press('Escape')
})

test('a list of holidays is imported but for its bad row, marks the calendar, and is taken back', async () => {
  const { year } = await monthsOn(14)
  const first = `${year}-01-04`
  await page.evaluate(() => (location.hash = '#/settings/holidays'))
  await expect(page.getByRole('heading', { name: '节假日' })).toBeVisible()
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(dialog).toBeVisible()
  await dialog
    .getByLabel('节假日表')
    .fill(`日期,名称,休或班\n${first},示例节,休\n${year}-13-01,错日,休\n${year}-01-09,示例节,班`)
  await expect(dialog.getByRole('list', { name: '看不懂的行' })).toHaveText(
    `第 3 行的日期看不懂：${year}-13-01,错日,休`,
  )
  await dialog.getByRole('button', { name: '导入 2 天' }).click()
  await expect(dialog).toHaveCount(0)
  const undo = page.getByRole('status').getByRole('button', { name: '撤销' })
  await expect(undo).toBeVisible()

  await openCalendar()
  await turnTo(year, 1)
  await expect(day(first)).toContainText('示例节')
  await expect(day(first)).toContainText('休')
  await expect(day(`${year}-01-09`)).toContainText('班')
  await page.keyboard.press('Control+z')
  await expect(day(first)).not.toContainText('示例节')
})
