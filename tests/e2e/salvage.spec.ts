import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { answerOf, ask } from '../support/bridge'
import { leavesOf, pageKeyOf, spoil } from '../support/damaged-book'
import { launchKebu, makeTempDir, stubOpenDialog } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const temp = makeTempDir('salvage')
const original = join(temp.path, 'original', '示例.kebu')
const usb = join(temp.path, 'usb')
let leaves: number[] = []
let copies = 0

/** A book of 25 customers on several pages, with a proven backup. */
test.beforeAll(async () => {
  const folder = join(temp.path, 'original')
  mkdirSync(folder)
  mkdirSync(usb)
  const { app, page, close } = await launchKebu({ userData: join(temp.path, 'maker') })
  await createBook(
    { app, page, close },
    { folder, bookName: '示例', ownerName: '陈立夏', password },
  )
  for (let number = 0; number < 25; number += 1) {
    const input = { ...{ kind: 'company', name: `示例客户 ${number}` }, notes: '虚构'.repeat(200) }
    await ask(page, 'customers.create', input)
  }
  await stubOpenDialog(app, [usb])
  const { token: target } = await ask<{ token: string }>(page, 'backups.chooseTarget', {})
  await ask(page, 'backups.create', { jobId: randomUUID(), target })
  await close()
  leaves = leavesOf(join(original, 'book.db'), await pageKeyOf(original, password), 'customer', 4)
})
test.afterAll(() => temp.remove())

const title = (page: Page, name: string) => page.getByRole('heading', { name })
const navigation = (page: Page) => page.getByRole('navigation', { name: '导航' })

/** A copy of the whole book that a test may break, and the program looking at it. */
async function openCopy(breakIt: (book: string) => void) {
  copies += 1
  const folder = join(temp.path, `copy-${copies}`)
  const book = join(folder, '示例.kebu')
  cpSync(original, book, { recursive: true })
  breakIt(book)
  const kebu = await launchKebu({ userData: join(folder, 'user-data') })
  await stubOpenDialog(kebu.app, [book])
  await kebu.page.getByRole('button', { name: '打开已有的客簿…' }).click()
  await unlock(kebu.page, password)
  return { ...kebu, book }
}

/** One that was closed well, with bits turned over in two pages of its customers afterwards. */
async function openDamaged() {
  const bytes = spoil(readFileSync(join(original, 'book.db')), leaves.slice(1, 3))
  const opened = await openCopy((book) => writeFileSync(join(book, 'book.db'), bytes))
  await expect(title(opened.page, '数据文件坏了')).toBeVisible()
  return { ...opened, bytes: readFileSync(join(opened.book, 'book.db')) }
}

test('damage that shows while the book is open closes it, and what can be read is salvaged', async () => {
  const { page, close, book, bytes } = await openDamaged()
  await page.getByRole('button', { name: /抢救还能读的内容/ }).click()
  await page.getByLabel(/的密码$/).fill('not the password')
  await page.getByRole('button', { name: '开始抢救' }).click()
  await expect(page.getByRole('alert')).toContainText('密码不对')
  await page.getByLabel(/的密码$/).fill(password)
  await expect(page.getByRole('button', { name: '开始抢救' })).toBeEnabled()
  await page.getByRole('button', { name: '开始抢救' }).click()
  await expect(title(page, '救回了读得出的部分')).toBeVisible()
  const row = page.getByRole('row', { name: /^客户/ })
  const [saved, lost] = (await row.getByRole('cell').allTextContents()).map(Number)
  expect((saved ?? 0) + (lost ?? 0)).toBe(25)
  expect(lost).toBeGreaterThan(0)
  const beside = readdirSync(dirname(book)).find((name) => name.includes('(damaged')) ?? ''
  await expect(page.getByText(beside)).toBeVisible()
  expect(readFileSync(join(dirname(book), beside, 'book.db')).equals(bytes)).toBe(true)
  await page.getByRole('button', { name: '打开客簿' }).click()
  await expect(navigation(page)).toBeVisible()
  const { total } = await ask<{ total: number }>(page, 'customers.list', {})
  expect(total).toBe(saved)
  await close()
})

/** Whether list and page of a customer offer what changes them. */
async function expectOffers(page: Page, { change }: { change: boolean }) {
  await page.evaluate(() => (location.hash = '#/customers'))
  const rows = page.getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  await expect(page.getByRole('button', { name: '新客户' })).toHaveCount(change ? 1 : 0)
  await rows.nth(1).dblclick()
  await expect(page.getByRole('tab').first()).toBeVisible()
  await expect(page.getByRole('button', { name: '编辑', exact: true })).toHaveCount(change ? 1 : 0)
}

test('a damaged book opens read-only: the list is there or says why, an edit is refused, nothing changes', async () => {
  const { page, close, book, bytes } = await openDamaged()
  await page.getByRole('button', { name: /只读打开/ }).click()
  await page.getByLabel(/的密码$/).fill(password)
  await page.getByRole('button', { name: '只读打开', exact: true }).click()
  await expect(navigation(page)).toBeVisible()
  await page.evaluate(() => (location.hash = '#/customers'))
  await expect(page.getByText('数据文件坏了', { exact: false }).first()).toBeVisible()
  const answer = await answerOf(page, 'customers.create', { kind: 'company', name: '新客户' })
  expect(answer.error?.code).toBe('core.read-only')
  await page.getByRole('button', { name: '退出只读' }).click()
  await expect(page.getByLabel(/的密码$/)).toBeVisible()
  await close()
  expect(readFileSync(join(book, 'book.db')).equals(bytes)).toBe(true)
  expect(existsSync(join(book, 'book.db-wal'))).toBe(false)
})

test('a read-only folder opens for reading, with every customer', async () => {
  const { page, close, book } = await openCopy((folder) => {
    chmodSync(join(folder, 'book.db'), 0o400)
    chmodSync(folder, 0o500)
  })
  await page.getByRole('button', { name: /只读打开/ }).click()
  await page.getByLabel(/的密码$/).fill(password)
  await page.getByRole('button', { name: '只读打开', exact: true }).click()
  await expect(navigation(page)).toBeVisible()
  await expect(page.getByText(/只读打开：/)).toBeVisible()
  const { total } = await ask<{ total: number }>(page, 'customers.list', {})
  expect(total).toBe(25)
  await expectOffers(page, { change: false })
  await close()
  chmodSync(book, 0o700)
})

test('the newest proven backup is offered by name, and one click leads to its restore', async () => {
  const { page, close } = await openDamaged()
  const offer = page.getByRole('region', { name: '最近一份已验证的备份' })
  await offer.getByRole('button', { name: '恢复这一份' }).click()
  await expect(title(page, '从备份恢复')).toBeVisible()
  await page.locator('input[type=password]').fill(password)
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await page.getByRole('button', { name: '换上备份' }).click()
  await expect(title(page, '恢复好了')).toBeVisible()
  const { total } = await ask<{ total: number }>(page, 'customers.list', {})
  expect(total).toBe(25)
  await page.reload()
  await expectOffers(page, { change: true })
  await close()
})

test('while the drive of the newest backup is away, the screen says so and looks again', async () => {
  renameSync(usb, `${usb}-away`)
  const { page, close } = await openDamaged()
  const offer = page.getByRole('region', { name: '最近一份已验证的备份' })
  await expect(offer.getByRole('button', { name: '恢复这一份' })).toBeDisabled()
  renameSync(`${usb}-away`, usb)
  await expect(offer.getByRole('button', { name: '恢复这一份' })).toBeEnabled({ timeout: 10_000 })
  await close()
})
