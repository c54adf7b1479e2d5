import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

/** What nobody should type and somebody will: it is stored as text, shown as text, and read back after a restart. */

const password = '来往有记 correct horse'
const temp = makeTempDir('odd-text')
const userData = join(temp.path, 'user-data')
const odd: { what: string; typed: string; kept?: string }[] = [
  { what: 'emoji', typed: '示例👩‍👩‍👧‍👦🇨🇳商行' },
  { what: 'marks of direction', typed: '示例\u202Eexe.gnp\u202C商行\u200F' },
  { what: 'SQL', typed: "示例'); DROP TABLE customer; --" },
  {
    what: 'HTML',
    typed: '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script>',
  },
  { what: 'NUL', typed: '示例\u0000零', kept: '示例零' },
  { what: 'half of a character', typed: '示例\uD83D半', kept: '示例\uFFFD半' },
]
let kebu: KebuApp
let page: Page

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  const folder = join(temp.path, 'book')
  mkdirSync(folder)
  kebu = await launchKebu({ userData })
  page = kebu.page
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  await expect(page.getByRole('navigation', { name: '导航' })).toBeVisible()
})
test.afterAll(async () => {
  await kebu.close()
  temp.remove()
})

/** Puts text into a field inside the page, where it needs no valid encoding on its way, and tells React as typing does. */
const put = (field: Locator, units: string) =>
  field.evaluate(
    (node, codes) => {
      const text = String.fromCharCode(...codes)
      const kind = node instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement
      Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(node, text)
      node.dispatchEvent(new InputEvent('input', { bubbles: true }))
    },
    Array.from({ length: units.length }, (_, at) => units.charCodeAt(at)),
  )

const expectText = async (kept: string) => {
  await expect(page.getByRole('heading', { name: kept, exact: true })).toHaveText(kept)
  expect(await page.title()).not.toBe('run')
  await expect(page.locator('img[src="x"]')).toHaveCount(0)
}

for (const { what, typed, kept = typed } of odd)
  test(`${what} in a name and in notes is text and nothing else`, async () => {
    await page.evaluate(() => (location.hash = '#/customers'))
    await page.getByRole('button', { name: '新客户' }).first().click()
    const form = page.getByRole('dialog', { name: '新客户' })
    await put(form.getByRole('textbox', { name: '企业全称' }), typed)
    await put(form.getByRole('textbox', { name: '备注' }), typed)
    await page.keyboard.press('Control+Enter')
    await expect(form).toHaveCount(0)
    await expectText(kept)
    const { rows } = await ask<{ rows: { id: number; name: string }[] }>(page, 'customers.list', {})
    const id = rows.find(({ name }) => name === kept)?.id
    expect(await ask(page, 'customers.get', { id })).toMatchObject({ name: kept, notes: kept })
  })

test('a mark of direction in one word leaves those beside it as they are', async () => {
  const input = { kind: 'company', name: '方向示例', industry: '食\u202E品' }
  const { id } = await ask<{ id: number }>(page, 'customers.create', input)
  await page.evaluate((to) => (location.hash = to), `#/customers/${id}`)
  await expect(page.getByRole('heading', { name: '方向示例', exact: true })).toBeVisible()
  const created = page.locator('bdi').filter({ hasText: '建档' })
  const leftOf = (place: number) =>
    created.evaluate((node, at) => {
      const range = document.createRange()
      const text = node.firstChild ?? node
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getBoundingClientRect().left
    }, place)
  // The page of the customer before may still be on its way out.
  await expect(created).toHaveCount(1)
  expect(await leftOf(0)).toBeLessThan(await leftOf(3))
  await ask(page, 'customers.delete', { ids: [id] })
})

test('all of it is there after a restart', async () => {
  await kebu.close()
  kebu = await launchKebu({ userData })
  page = kebu.page
  await unlock(page, password)
  const grid = page.getByRole('grid', { name: '客户列表' })
  await expect(grid.getByRole('row')).toHaveCount(odd.length + 1)
  for (const { typed, kept = typed } of odd)
    await expect(grid.getByText(kept, { exact: true })).toBeVisible()
})
