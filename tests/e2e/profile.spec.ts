import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook } from '../support/vault-steps'

/** Every field of the form, written in the window by hand, read back on the page and in the form after a restart. */

const password = '来往有记 correct horse'
const temp = makeTempDir('profile')
const userData = join(temp.path, 'user-data')
const languages = ['zh-CN', 'en'] as const
type Language = (typeof languages)[number]
type Words = Record<string, Record<string, string>>

const words = (language: Language, file: string): Words =>
  JSON.parse(
    readFileSync(
      resolve(import.meta.dirname, `../../renderer/locales/${language}/${file}.json`),
      'utf8',
    ),
  ) as Words

type Entry = {
  field: string
  how: 'text' | 'date' | 'choice' | 'region' | 'referrer'
  typed: string
  /** On the page, where that differs from what was typed; null: masked there. */
  shown?: Partial<Record<Language, string>> | null
  /** In the form when it is opened again. */
  held?: string
}

const referrer = '桃源里食品有限公司'
const date = (typed: string, zh: string, en: string): Pick<Entry, 'how' | 'typed' | 'shown'> => ({
  ...{ how: 'date', typed },
  shown: { 'zh-CN': zh, en },
})
const common: Entry[] = [
  { field: 'phone', how: 'text', typed: '138 0000 1027', shown: null },
  { field: 'email', how: 'text', typed: 'gu.yu@example.com', shown: null },
  { field: 'industry', how: 'text', typed: '制造业' },
  {
    ...{ field: 'regionCode', how: 'region', typed: 'sz nansh' },
    shown: { 'zh-CN': '广东省 深圳市 南山区', en: '广东省 深圳市 南山区' },
    held: '广东省 / 深圳市 / 南山区',
  },
  { field: 'address', how: 'text', typed: '示例路 1 号 3 栋' },
  { field: 'need', how: 'text', typed: '导轨组件，每月 100 套' },
  { field: 'preference', how: 'text', typed: '交期、售后响应' },
  { field: 'scenario', how: 'text', typed: '二期产线' },
  { field: 'priceSensitivity', how: 'choice', typed: 'priceSensitivity.medium' },
  { field: 'decisionMode', how: 'choice', typed: 'decisionMode.joint' },
  { field: 'decisionProcess', how: 'text', typed: '三家比价，总经理批' },
  {
    ...{ field: 'purchaseCycleDays', how: 'text', typed: '26' },
    shown: { 'zh-CN': '每 26 天左右', en: 'About every 26 days' },
  },
  { field: 'expectedCloseOn', ...date('2027-01-15', '2027年1月15日', '15 Jan 2027') },
  { field: 'source', how: 'text', typed: '展会' },
  { field: 'referrerId', how: 'referrer', typed: referrer },
  { field: 'firstContactOn', ...date('2024-05-15', '2024年5月15日', '15 May 2024') },
  { field: 'externalId', how: 'text', typed: 'B002' },
  { field: 'tier', how: 'choice', typed: 'common:tier.high' },
  { field: 'notes', how: 'text', typed: '下午再打电话' },
  { field: 'bankAccount', how: 'text', typed: '6222020200112233445', shown: null },
]
const entries: Record<'person' | 'company', Entry[]> = {
  person: [
    { field: 'name', how: 'text', typed: '李谷雨' },
    { field: 'gender', how: 'choice', typed: 'common:gender.female' },
    { field: 'birthDate', ...date('1990-03-07', '1990年3月7日', '7 Mar 1990') },
    { field: 'occupation', how: 'text', typed: '会计' },
    { field: 'idCard', how: 'text', typed: '000000199003070014', shown: null },
    ...common,
    { field: 'stage', how: 'choice', typed: 'common:stage.intent' },
    { field: 'stageReason', how: 'text', typed: '样品通过' },
  ],
  company: [
    { field: 'companyName', how: 'text', typed: '子虚精密制造有限公司' },
    { field: 'contactPerson', how: 'text', typed: '周祥云' },
    { field: 'companySize', how: 'choice', typed: 'common:companySize.100-500' },
    {
      ...{ field: 'annualRevenue', how: 'text', typed: '5,200.5 万' },
      shown: { 'zh-CN': '¥52,005,000', en: '¥52,005,000' },
      held: '52,005,000',
    },
    { field: 'foundedOn', ...date('2012-05-06', '2012年5月6日', '6 May 2012') },
    { field: 'creditCode', how: 'text', typed: '91350100M000100Y43' },
    ...common,
    { field: 'stage', how: 'choice', typed: 'common:stage.lost' },
    { field: 'lostReason', how: 'text', typed: '改用别家' },
  ],
}
/** Shown above the profile, not in it. */
const elsewhere = new Set(['stage', 'tier'])

test.describe.configure({ mode: 'serial' })

let kebu: KebuApp
let page: Page
let shownIn: Language = 'zh-CN'

async function start(): Promise<void> {
  kebu = await launchKebu({ userData })
  page = kebu.page
}

async function restartIn(language: Language): Promise<void> {
  await ask(page, 'preferences.set', { language })
  await kebu.close()
  await start()
  await page.locator('input[type=password]').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.locator('input[type=password]')).toHaveCount(0, { timeout: 60_000 })
  await expect(page.getByRole('main')).toBeVisible()
  shownIn = language
}

test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  await start()
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  await ask(page, 'customers.create', { kind: 'company', name: referrer })
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

for (const language of languages) {
  const customers = words(language, 'customers')
  const label = (field: string) => customers['field']?.[field] ?? field
  const said = (key: string): string => {
    const [file, path] = key.includes(':') ? key.split(':') : ['customers', key]
    const [group = '', name = ''] = (path ?? '').split('.')
    return words(language, file ?? '')[group]?.[name] ?? key
  }
  const drawer = () => page.getByRole('dialog')
  const input = (field: string) => drawer().getByLabel(label(field), { exact: true })
  /** The words that a select shows. */
  const chosen = (field: string): Locator =>
    input(field).locator('xpath=ancestor::*[contains(concat(" ",@class," ")," ant-select ")][1]')

  const fill = async ({ field, how, typed }: Entry): Promise<void> => {
    if (how === 'text') return input(field).fill(typed)
    if (how === 'date') {
      await input(field).fill(typed)
      return input(field).press('Enter')
    }
    if (how === 'choice') {
      await input(field).click()
      const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
      return options.filter({ hasText: new RegExp(`^${said(typed)}$`) }).click()
    }
    await input(field).click()
    await page.keyboard.type(typed)
    const found =
      how === 'region'
        ? page.locator('.ant-cascader-menu-item', { hasText: '南山区' })
        : page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: typed })
    await found.first().click()
  }

  const expectHeld = async ({ field, how, typed, held }: Entry): Promise<void> => {
    if (how === 'text' || how === 'date') return expect(input(field)).toHaveValue(held ?? typed)
    return expect(chosen(field)).toContainText(held ?? said(typed))
  }

  const expectShown = async ({ field, typed, shown }: Entry): Promise<void> => {
    if (shown === null || elsewhere.has(field)) return
    const row = page
      .getByRole('main')
      .locator('dl > div', { has: page.locator('dt', { hasText: label(field) }) })
    await expect(row.filter({ hasText: shown?.[language] ?? said(typed) }).first()).toBeVisible()
  }

  for (const kind of ['person', 'company'] as const)
    test(`every field of a ${kind} goes through the form and comes back, in ${language}`, async () => {
      test.setTimeout(240_000)
      if (shownIn !== language) await restartIn(language)
      await page.evaluate(() => (location.hash = '#/customers'))
      await page
        .getByRole('button', { name: customers['new'] as unknown as string, exact: true })
        .first()
        .click()
      await drawer()
        .getByText(said(`common:kind.${kind}`), { exact: true })
        .click()
      for (const entry of entries[kind]) await fill(entry)
      await page.keyboard.press('Control+Enter')
      await expect(drawer()).toHaveCount(0)

      await restartIn(language)
      const name = entries[kind][0]?.typed ?? ''
      const { rows } = await ask<{ rows: { id: number }[] }>(page, 'customers.list', {
        filter: { text: name },
      })
      await page.evaluate((id) => (location.hash = `#/customers/${id}`), rows[0]?.id)
      await page.getByRole('tab', { name: customers['page']?.['profile'] ?? '' }).click()
      for (const entry of entries[kind]) await expectShown(entry)
      await expect(page.getByRole('link', { name: referrer }).first()).toBeVisible()

      await page.keyboard.press('e')
      await expect(input('email')).toBeVisible()
      for (const entry of entries[kind]) await expectHeld(entry)
      // A save that changes nothing keeps all of it.
      await page.keyboard.press('Control+Enter')
      await expect(drawer()).toHaveCount(0)
      for (const entry of entries[kind]) await expectShown(entry)
    })
}

test('a form that cannot be read says so at the field and keeps what was typed', async () => {
  await page.keyboard.press('e')
  const field = page.getByRole('dialog').getByLabel('Annual revenue', { exact: true })
  await field.fill('a lot')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Cannot read this sum', { exact: false })).toBeVisible()
  await expect(field).toHaveValue('a lot')
  await field.fill('1,200.50')
  await page
    .getByRole('dialog')
    .getByLabel('Full company name', { exact: true })
    .fill('长'.repeat(10_000))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('At most 100', { exact: false })).toBeVisible()
  await page.keyboard.press('Escape')
})
