import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import { ask as askProgram } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { findPlaintext } from '../support/plaintext'
import { createBook, unlock } from '../support/vault-steps'

const password = '写跟进 correct horse'
/** Stands in what is typed below, and in no file that the program writes. */
const mark = '跟进记号婵娟'
const temp = makeTempDir('composer')
const userData = join(temp.path, 'user-data')
const source = join(temp.path, 'source')
let kebu: KebuApp
let page: Page
let customerId = 0

const ask = <T>(route: string, input: unknown): Promise<T> => askProgram(page, route, input)
const entries = async (id = customerId) =>
  (await ask<{ entries: FollowUpEntry[] }>('follow-ups.list', { customerId: id })).entries
const latest = async () => (await entries())[0]
const form = (): Locator => page.getByRole('form', { name: /写跟进|Log a follow-up/ })
const text = (): Locator => form().getByRole('textbox', { name: /^(内容|What was said)$/ })
const next = (): Locator => form().getByRole('group', { name: /下次跟进|Next step/ })
const goTo = (hash: string) => page.evaluate((to) => (location.hash = to), hash)
const openCustomer = async () => {
  await goTo(`#/customers/${customerId}`)
  await expect(page.getByRole('tab', { name: /往来|Activity/ })).toBeVisible()
}
const save = async () => {
  await page.keyboard.press('Control+Enter')
  await expect(form()).toHaveCount(0)
}
const moment = (at: number | null | undefined) => {
  const date = new Date(at ?? 0)
  return { weekday: date.getDay(), hour: date.getHours(), minute: date.getMinutes() }
}

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  for (const folder of ['books', 'source']) mkdirSync(join(temp.path, folder))
  writeFileSync(join(source, '车间布局.txt'), `虚构的布局 ${mark}`)
  writeFileSync(join(source, '样品清单.txt'), `虚构的清单 ${mark}`)
  kebu = await launchKebu({ userData })
  page = kebu.page
  const folder = join(temp.path, 'books')
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  const create = (name: string) =>
    ask<{ id: number }>('customers.create', { kind: 'company', name })
  customerId = (await create('示例精密制造')).id
  await create('云岫商行示例')
  const person = { name: '李谷雨', position: '采购经理' }
  await ask('contacts.create', { customerId, fields: person })
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

test('a follow-up by words: the date that was read is marked, shown, and saved as shown', async () => {
  await openCustomer()
  await page.keyboard.press('n')
  await expect(text()).toBeFocused()
  await page.keyboard.type('批了额度。下周三下午三点再打给李谷雨确认合同，月底寄样品')
  await expect(form().locator('mark').first()).toHaveText('下周三下午三点')
  await expect(next()).toContainText('15:00')
  await expect(next()).toContainText('从「下周三下午三点」读出')
  await expect(form().getByRole('textbox', { name: '下次做什么' })).toHaveValue(
    '再打给李谷雨确认合同',
  )
  await form().getByRole('combobox', { name: '见了谁' }).click()
  await page.getByRole('option', { name: /李谷雨/ }).click()
  await form().getByRole('button', { name: '有意向' }).click()
  // The second date is offered, and is a task only once it was taken.
  const other = form().getByRole('group', { name: '另一待办' })
  await expect(other).toContainText('按 Tab 采纳')
  await text().focus()
  await page.keyboard.press('Tab')
  await expect(other.getByRole('button', { name: '去掉这个待办' })).toBeVisible()
  await save()
  const entry = await latest()
  expect(entry).toMatchObject({
    ...{ type: 'phone', outcome: 'interested', contact: { name: '李谷雨' } },
    ...{ nextType: 'phone', nextAllDay: false, nextNote: '再打给李谷雨确认合同' },
  })
  expect(moment(entry?.nextFollowAt)).toEqual({ weekday: 3, hour: 15, minute: 0 })
  const shown = page.getByRole('article').filter({ hasText: '批了额度' })
  await expect(shown).toContainText('电话 · 李谷雨')
  await expect(shown).toContainText('有意向')
  await expect(page.getByRole('article').filter({ hasText: '任务' })).toContainText('寄样品')
})

test('the chip goes by Backspace, and the date is not read again; Esc keeps the draft', async () => {
  await page.keyboard.press('n')
  await page.keyboard.type('约好后天再谈')
  const chip = next().getByRole('button', { name: /^下次方式/ })
  await expect(chip).toBeVisible()
  await chip.focus()
  await page.keyboard.press('Backspace')
  await expect(chip).toHaveCount(0)
  await text().focus()
  await page.keyboard.press('End')
  await page.keyboard.type('，价格另说')
  await expect(chip).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByText('草稿：约好后天再谈')).toBeVisible()
  await page.keyboard.press('n')
  await expect(text()).toHaveValue('约好后天再谈，价格另说')
  await expect(chip).toHaveCount(0)
  await page.keyboard.type('，大后天电话')
  await expect(next()).toContainText('从「大后天」读出')
  await form().getByRole('button', { name: '丢掉草稿' }).click()
})

test('a date field takes words; a day off offers the next working day, a past one warns', async () => {
  await page.keyboard.press('n')
  await page.keyboard.type('看了样品')
  await next().getByRole('button', { name: '选日期' }).click()
  const words = next().getByRole('textbox', { name: '用文字写时间' })
  await words.fill('2027年10月2日')
  await expect(next().getByRole('status')).toContainText('2027年10月2日')
  await words.press('Enter')
  await expect(next()).toContainText('国庆节假期')
  await next().getByRole('button', { name: /^改到/ }).click()
  await expect(next()).not.toContainText('假期')
  await next().getByRole('button', { name: '选日期' }).click()
  await words.fill('去年年底吧')
  await expect(next().getByRole('status')).toContainText('看不懂「去年年底吧」')
  await words.fill('昨天')
  await words.press('Enter')
  await expect(next()).toContainText('这个时间已经过了')
  await save()
  expect((await latest())?.nextAllDay).toBe(true)
})

test('a proposed set is taken by one click, and typing / brings a template and a phrase', async () => {
  await goTo('#/settings/phrases')
  await page.getByRole('button', { name: '看推荐的' }).click()
  await page.getByRole('dialog').getByText('制造', { exact: true }).click()
  expect((await ask<{ phrases: unknown[] }>('phrases.list', {})).phrases).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: /^加这/ }).click()
  await expect(page.getByRole('list', { name: '模板' })).toContainText('报价跟进')

  await openCustomer()
  await page.keyboard.press('n')
  await page.keyboard.type('/bjgj')
  await expect(page.getByRole('option', { name: /报价跟进/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(text()).toHaveValue('跟进报价：{产品} {数量}，对方')
  // The first blank is selected, so that typing fills it in.
  await page.keyboard.type('导轨')
  await expect(text()).toHaveValue('跟进报价：导轨 {数量}，对方')
  await text().fill('跟进报价：导轨 200 套，')
  await page.keyboard.press('End')
  await page.keyboard.type('/批额')
  await page.keyboard.press('Enter')
  await expect(text()).toHaveValue('跟进报价：导轨 200 套，等财务批额度，')
  await form()
    .getByRole('button', { name: /常用语/ })
    .click()
  await expect(page.getByRole('listbox', { name: '常用语' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: '常用语' })).toHaveCount(0)
  await save()
  expect((await latest())?.content).toBe('跟进报价：导轨 200 套，等财务批额度，')
})

test('a file comes with the entry under one command and opens from it', async () => {
  await page.keyboard.press('n')
  await page.keyboard.type(`看了车间 ${mark}`)
  await form().locator('input[type=file]').setInputFiles(join(source, '车间布局.txt'))
  await expect(form().getByRole('list', { name: '附件' })).toContainText('车间布局.txt')
  await save()
  const shown = page.getByRole('article').filter({ hasText: mark })
  await shown.getByRole('button', { name: /车间布局/ }).click()
  await expect(page.getByRole('dialog')).toContainText('虚构的布局')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  expect((await latest())?.files).toHaveLength(1)
  await page.keyboard.press('Control+z')
  await expect(shown).toHaveCount(0)
  const { items } = await ask<{ items: unknown[] }>('attachments.list', { customerId })
  expect(items).toEqual([])
  await page.keyboard.press('Control+Shift+z')
  await expect(shown).toBeVisible()
})

test('an entry is changed in its place, and its history tells what it was', async () => {
  const shown = page.getByRole('article').filter({ hasText: '批了额度' })
  await shown.hover()
  await shown.getByRole('button', { name: /更多/ }).click()
  await page.getByRole('menuitem', { name: '改这一条' }).click()
  await expect(text()).toHaveValue(/批了额度/)
  await form().getByRole('button', { name: '谈定了' }).click()
  await form().getByRole('button', { name: /^保存/ }).click()
  await expect(form()).toHaveCount(0)
  await expect(page.getByRole('article').filter({ hasText: '批了额度' })).toContainText('谈定了')
  await page.getByRole('tab', { name: '改动历史' }).click()
  await expect(page.getByText('有意向').first()).toBeVisible()
  await page.getByRole('tab', { name: /往来/ }).click()
})

test('the timeline is narrowed by kind and searched', async () => {
  const search = page.getByRole('textbox', { name: '在往来里找' })
  await search.fill('导轨')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toContainText('跟进报价')
  await search.fill('没有这个词')
  await expect(page.getByText('没有找到「没有这个词」')).toBeVisible()
  await page.getByRole('button', { name: '清掉搜索' }).click()
  const filter = page.getByRole('radiogroup', { name: '看哪些往来' })
  await filter.getByText('服务', { exact: true }).click()
  await expect(page.getByText('没有这一类往来')).toBeVisible()
  await page.getByRole('button', { name: '看全部' }).click()
  await expect(page.getByRole('article').filter({ hasText: '建档' })).toBeVisible()
})

test('from anywhere it takes a key, the first letters, Enter, the words and Ctrl Enter', async () => {
  await goTo('#/settings/general')
  await expect(page.getByRole('heading', { name: '设置' })).toBeVisible()
  const words = '没人接'
  const letters = 'slj'
  const began = Date.now()
  await page.keyboard.press('Control+Shift+N')
  await expect(page.getByRole('combobox', { name: /客户：/ })).toBeFocused()
  await page.keyboard.type(letters)
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(text()).toBeFocused()
  await page.keyboard.type(words)
  await save()
  const keys = 1 + letters.length + 1 + words.length + 1
  console.log(`a follow-up from anywhere: ${keys} key strokes, ${Date.now() - began} ms`)
  expect((await latest())?.content).toBe(words)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('n')
  await page.keyboard.type('云岫')
  await expect(page.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('in English words are read in English', async () => {
  await ask('preferences.set', { language: 'en' })
  await openCustomer()
  await page.keyboard.press('n')
  await page.keyboard.type('They agreed to the price. Visit them next Wednesday at 3pm')
  await expect(next()).toContainText('read from "next Wednesday at 3pm"')
  await form().getByRole('button', { name: 'Agreed' }).click()
  await save()
  expect(moment((await latest())?.nextFollowAt)).toEqual({ weekday: 3, hour: 15, minute: 0 })
  expect(await latest()).toMatchObject({ nextType: 'visit', nextNote: 'Visit them' })

  await page.keyboard.press('n')
  await page.keyboard.type('No answer')
  await next().getByRole('button', { name: 'Pick a date' }).click()
  await next().getByRole('textbox', { name: 'Time in words' }).fill('in 2 weeks')
  await page.keyboard.press('Enter')
  await expect(next()).toContainText('in 14 days')
  await save()
  await ask('preferences.set', { language: 'zh-CN' })
})

test('after a restart all of it is there, and no file tells of it', async () => {
  const before = await entries()
  await openCustomer()
  await page.keyboard.press('n')
  await page.keyboard.type(`没写完 ${mark}，明天打给李谷雨，月底寄样品`)
  await form().getByRole('group', { name: '另一待办' }).getByRole('button').click()
  await form().locator('input[type=file]').setInputFiles(join(source, '样品清单.txt'))
  await page.waitForTimeout(1000)
  await kebu.close()
  expect(findPlaintext([userData, join(temp.path, 'books')], [mark])).toEqual([])
  // The search itself finds it.
  expect(findPlaintext([source], [mark]).length).toBeGreaterThan(0)
  kebu = await launchKebu({ userData })
  page = kebu.page
  await unlock(page, password)
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  expect(await entries()).toEqual(before)
  await openCustomer()
  await expect(page.getByText(`草稿：没写完 ${mark}`)).toBeVisible()
  await page.keyboard.press('n')
  const other = form().getByRole('group', { name: '另一待办' })
  await expect(other.getByRole('button', { name: '去掉这个待办' })).toBeVisible()
  const files = form().getByRole('list', { name: '附件' })
  await expect(files).toContainText('样品清单.txt要重新选')
  await form().locator('input[type=file]').setInputFiles(join(source, '样品清单.txt'))
  await expect(files).not.toContainText('要重新选')
  await save()
  expect((await latest())?.files).toHaveLength(1)
  const { tasks } = await ask<{ tasks: { title: string }[] }>('tasks.list', { customerId })
  expect(tasks.filter(({ title }) => title === '寄样品')).toHaveLength(2)
})
