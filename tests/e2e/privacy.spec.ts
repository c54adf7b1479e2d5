import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask as askProgram } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir, stubOpenDialog } from '../support/electron-app'
import { findMarks } from '../support/uncovered'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const temp = makeTempDir('privacy')
const userData = join(temp.path, 'user-data')
/** Part of every text below; of numbers, which stand masked, their last digits. */
const marks = ['zqx', '1987', '002X', '8437', '7391']
const customer = {
  kind: 'person',
  name: 'zqx 姓名',
  contactPerson: 'zqx 联系人',
  phone: '13800008437',
  email: 'name@zqx.example',
  birthDate: '1987-06-05',
  idCard: '11010519491231002X',
  bankAccount: '6222020200110007391',
  address: 'zqx 地址',
  need: 'zqx 需求',
  notes: 'zqx 备注',
  stage: 'lost',
  lostReason: 'zqx 原因',
} as const
let kebu: KebuApp
let page: Page
let id = 0

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  mkdirSync(join(temp.path, 'book'))
  kebu = await launchKebu({ userData })
  page = kebu.page
  const folder = join(temp.path, 'book')
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  const created = await ask<{ id: number }>('customers.create', customer)
  id = created.id
  const person = { name: 'zqx 联系', position: 'zqx 职位', notes: 'zqx 人' }
  const points = [{ type: 'phone', raw: '13900008437', label: 'zqx 说明' }]
  await ask('contacts.create', { customerId: id, fields: { ...person, points } })
  await ask('contacts.setPoints', { customerId: id, pointsUpdatedAt: null, points })
  const entry = { customerId: id, type: 'phone', occurredAt: Date.now() - 60_000 }
  await ask('follow-ups.create', { ...entry, content: 'zqx 短' })
  await ask('follow-ups.create', {
    ...entry,
    content: `zqx ${'很长的往来'.repeat(30)}`,
    nextFollowAt: Date.now() + 86_400_000,
    nextNote: 'zqx 下一步',
  })
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

const ask = <T>(route: string, input: unknown): Promise<T> => askProgram(page, route, input)

const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}
const goTo = async (hash: string) => {
  await press('Escape', 'Escape')
  await page.evaluate((to) => (location.hash = to), hash)
}
const togglePrivacy = () => press('Control+Shift+H')
const isOn = (on: boolean) =>
  expect(page.locator('html')).toHaveAttribute('data-privacy', on ? 'on' : 'off')

/** Places that show personal data, each with what opens it and how many marks it holds at least. */
const places: Record<string, { least: number; open: () => Promise<unknown> }> = {
  'the list and its preview': {
    least: 6,
    async open() {
      await goTo('#/customers')
      await page.getByRole('gridcell', { name: 'zqx 姓名', exact: true }).click()
      await expect(page.getByRole('complementary')).toContainText('zqx 下一步')
    },
  },
  'a search in the list that finds nothing': {
    least: 1,
    async open() {
      await goTo('#/customers')
      await page.getByRole('textbox', { name: '在列表里找' }).fill('zqx 没有')
      await expect(page.getByText('没有客户符合')).toBeVisible()
    },
  },
  'the customer page with its timeline': {
    least: 10,
    async open() {
      await goTo(`#/customers/${id}`)
      await expect(page.getByRole('list', { name: '往来，新的在上' })).toContainText('zqx 短')
    },
  },
  'the contacts': {
    least: 12,
    async open() {
      await goTo(`#/customers/${id}`)
      await page.getByRole('tab', { name: /联系人/ }).click()
      await expect(page.getByRole('list', { name: '联系人', exact: true })).toContainText('zqx 人')
    },
  },
  'the editor of a contact, which holds the whole numbers': {
    least: 10,
    async open() {
      await goTo(`#/customers/${id}`)
      await page.getByRole('tab', { name: /联系人/ }).click()
      const people = page.getByRole('list', { name: '联系人', exact: true })
      await people.getByRole('button', { name: /^改/ }).click()
      await expect(page.getByRole('form').getByLabel('号码')).toHaveValue('13900008437')
    },
  },
  'the profile': {
    least: 14,
    async open() {
      await goTo(`#/customers/${id}`)
      await page.getByRole('tab', { name: '资料' }).click()
    },
  },
  'the edit form, which holds the whole numbers': {
    least: 12,
    async open() {
      await goTo(`#/customers/${id}`)
      await press('e')
      await expect(page.getByRole('textbox', { name: '电话' })).toHaveValue(customer.phone)
    },
  },
  'the composer and a draft that was left': {
    least: 6,
    async open() {
      await goTo(`#/customers/${id}`)
      await page.getByRole('tab', { name: /往来/ }).click()
      await press('n')
      await page.getByRole('textbox', { name: '内容' }).fill('zqx 草稿')
      await press('Escape')
      await expect(page.getByText('草稿：')).toBeVisible()
    },
  },
  'the dialogs about a customer': {
    least: 6,
    async open() {
      await goTo(`#/customers/${id}`)
      await press('o')
      await expect(page.getByRole('dialog')).toContainText('zqx 姓名')
    },
  },
  'the palette': {
    least: 3,
    async open() {
      await goTo('#/customers')
      await press('Control+k')
      await page.getByRole('combobox', { name: /搜客户/ }).fill('zqx')
      await expect(page.getByRole('option', { name: /zqx 姓名/ })).toBeVisible()
    },
  },
  'the columns and the preview of an import': {
    least: 6,
    async open() {
      const path = join(temp.path, 'customers.csv')
      writeFileSync(path, '姓名,电话,邮箱,备注\nzqx 甲,13900008437,no-mail-zqx,zqx 备注\n')
      await stubOpenDialog(kebu.app, [path])
      await goTo('#/import')
      await page.getByRole('button', { name: /选一个 CSV 文件/ }).click()
      await expect(page.getByRole('region', { name: '预览', exact: true })).toBeVisible()
    },
  },
  'the rows of an import that need a look': {
    least: 1,
    async open() {
      await page.getByRole('button', { name: /检查 \d+ 行/ }).click()
      await expect(page.getByRole('table')).toContainText('no-mail-zqx')
    },
  },
  'the audit trail': {
    least: 1,
    async open() {
      await goTo('#/settings/audit')
      await expect(page.getByText('zqx 姓名').first()).toBeVisible()
    },
  },
}

test('privacy mode covers everything personal, wherever it stands', async () => {
  await togglePrivacy()
  await isOn(true)
  for (const [name, { open, least }] of Object.entries(places)) {
    await test.step(name, async () => {
      await open()
      // What is read from the book may come a moment after the place itself.
      await expect
        .poll(async () => (await findMarks(page, marks)).found.length, { message: name })
        .toBeGreaterThanOrEqual(least)
      const { readable, hints } = await findMarks(page, marks)
      expect.soft(readable, `${name}: can be read`).toEqual([])
      expect.soft(hints, `${name}: tooltips`).toEqual([])
    })
  }
})

test('in privacy mode no eye reveals anything', async () => {
  await goTo(`#/customers/${id}`)
  const eye = page.getByRole('button', { name: '电话 · 隐私模式下不显示' })
  await expect(eye).toHaveAttribute('aria-disabled', 'true')
  await eye.click({ force: true })
  await expect(page.getByText('138 0000 8437')).toHaveCount(0)
})

test('it stays on over a restart', async () => {
  await kebu.close()
  kebu = await launchKebu({ userData })
  page = kebu.page
  await isOn(true)
  await unlock(page, password)
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
  await page.getByRole('button', { name: '关掉隐私模式' }).click()
  await isOn(false)
})

test('with the mode off the same places can be read, so the look at them means something', async () => {
  for (const [name, { open }] of Object.entries(places)) {
    await test.step(name, async () => {
      await open()
      const { readable } = await findMarks(page, marks)
      expect.soft(readable, name).not.toEqual([])
    })
  }
})

test('a revealed value can be copied, and is covered again when the mode is turned on', async () => {
  await goTo(`#/customers/${id}`)
  await page.getByRole('button', { name: '电话 · 显示 30 秒' }).click()
  await expect(page.getByText('138 0000 8437')).toBeVisible()
  await page.getByRole('button', { name: '电话 · 复制' }).click()
  await expect(page.getByText('已复制')).toBeVisible()
  expect(await kebu.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(customer.phone)
  await togglePrivacy()
  await isOn(true)
  await expect(page.getByText('138 0000 8437')).toHaveCount(0)
  await ask('vault.lock', {})
  await expect
    .poll(() => kebu.app.evaluate(({ clipboard }) => clipboard.readText()))
    .not.toBe(customer.phone)
})
