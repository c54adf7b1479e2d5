import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { connect } from '@db/connect'
import { readHeader } from '../../electron/vault/header-file'
import { deriveKey } from '../../electron/vault/keys'
import { unwrapHeader } from '../../electron/vault/unwrap'
import { ask } from '../support/bridge'
import { launchKebu, makeTempDir, stubOpenDialog } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const temp = makeTempDir('problems')
const original = join(temp.path, 'original', '示例.kebu')
const usb = join(temp.path, 'usb')
let backup = ''
let copies = 0

test.beforeAll(async () => {
  mkdirSync(join(temp.path, 'original'))
  const kebu = await launchKebu({ userData: join(temp.path, 'maker') })
  const folder = join(temp.path, 'original')
  await createBook(kebu, { folder, bookName: '示例', ownerName: '陈立夏', password })
  mkdirSync(usb)
  await stubOpenDialog(kebu.app, [usb])
  const target = await ask<{ token: string }>(kebu.page, 'backups.chooseTarget', {})
  const jobId = randomUUID()
  const made = await ask<{ fileName: string }>(kebu.page, 'backups.create', {
    ...{ jobId, target: target.token },
  })
  backup = join(usb, made.fileName)
  await kebu.close()
})
test.afterAll(() => temp.remove())

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
  return { ...kebu, book }
}

/** Marks the database as one with more migrations than this program knows, as a later version would leave it. */
async function writeAsNewer(book: string): Promise<void> {
  const header = readHeader(book)
  const user = header.slots.find((slot) => slot.kind === 'password')
  const keys = await unwrapHeader(header, { userUid: user?.userUid ?? '', secret: password })
  const key = deriveKey(keys, header.vaultId, 'page')
  const raw = connect({ path: join(book, 'book.db'), key })
  raw.pragma('user_version = 999')
  raw.pragma('wal_checkpoint(TRUNCATE)')
  raw.close()
}

const title = (page: Page, name: string) => page.getByRole('heading', { name })
const navigation = (page: Page) => page.getByRole('navigation', { name: '导航' })

test('a book that nothing happened to opens, so the other tests break what they say', async () => {
  const { page, close } = await openCopy(() => undefined)
  await unlock(page, password)
  await expect(navigation(page)).toBeVisible()
  await close()
})

test('a damaged header says so before a password is asked, and stays as it is', async () => {
  const { page, close, book } = await openCopy((folder) =>
    writeFileSync(
      join(folder, 'vault.json'),
      readFileSync(join(folder, 'vault.json')).subarray(0, 300),
    ),
  )
  await expect(title(page, '钥匙文件坏了')).toBeVisible()
  await expect(page.getByLabel(/的密码$/)).toHaveCount(0)
  await close()
  expect(readFileSync(join(book, 'vault.json'))).toHaveLength(300)
})

test('a damaged header is replaced by the kept one on request', async () => {
  const { page, close, book } = await openCopy((folder) => {
    cpSync(join(folder, 'vault.json'), join(folder, 'vault.copy.json'))
    writeFileSync(join(folder, 'vault.json'), '{')
  })
  await page.getByRole('button', { name: '用文件夹里的另一份' }).click()
  await unlock(page, password)
  await expect(navigation(page)).toBeVisible()
  await close()
  expect(readFileSync(join(book, 'vault.damaged.json'), 'utf8')).toBe('{')
})

test('a header of another book is named before a password is asked, and the right one comes back', async () => {
  // Opened once, so that the book knows which vault it belongs to.
  const { page, close, book } = await openCopy(() => undefined)
  await unlock(page, password)
  await expect(navigation(page)).toBeVisible()
  await close()
  const stranger = await launchKebu({ userData: join(temp.path, 'stranger') })
  const folder = join(temp.path, 'other')
  mkdirSync(folder)
  await createBook(stranger, { folder, bookName: '别家', ownerName: '甲', password })
  await stranger.close()
  cpSync(join(folder, '别家.kebu', 'vault.json'), join(book, 'vault.json'))
  const again = await launchKebu({ userData: join(dirname(book), 'user-data') })
  await expect(title(again.page, '钥匙文件是另一本客簿的')).toBeVisible()
  await expect(again.page.getByLabel(/的密码$/)).toHaveCount(0)
  await again.page.getByRole('button', { name: '用文件夹里的另一份' }).click()
  await unlock(again.page, password)
  await expect(navigation(again.page)).toBeVisible()
  await again.close()
})

test('a lost header comes back out of a backup', async () => {
  const { app, page, close, book } = await openCopy((folder) => {
    rmSync(join(folder, 'vault.json'))
    rmSync(join(folder, 'vault.copy.json'))
  })
  await expect(title(page, '找不到钥匙文件')).toBeVisible()
  await stubOpenDialog(app, [backup])
  await page.getByRole('button', { name: /从备份取回/ }).click()
  await unlock(page, password)
  await expect(navigation(page)).toBeVisible()
  await close()
  expect(readHeader(book).bookName).toBe('示例')
})

test('a damaged database is called damaged, never a wrong password, and is not touched', async () => {
  const { page, close, book } = await openCopy((folder) => {
    const path = join(folder, 'book.db')
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 64, 2048)
    writeFileSync(path, bytes)
  })
  const before = readFileSync(join(book, 'book.db'))
  await unlock(page, password)
  await expect(title(page, '数据文件坏了')).toBeVisible()
  await close()
  expect(readFileSync(join(book, 'book.db')).equals(before)).toBe(true)
})

test('a missing database is named, and no empty one is made in its place', async () => {
  const { page, close, book } = await openCopy((folder) =>
    renameSync(join(folder, 'book.db'), join(folder, 'elsewhere.db')),
  )
  await expect(title(page, '找不到数据文件')).toBeVisible()
  expect(existsSync(join(book, 'book.db'))).toBe(false)
  renameSync(join(book, 'elsewhere.db'), join(book, 'book.db'))
  await page.getByRole('button', { name: '再看一次' }).click()
  await unlock(page, password)
  await expect(navigation(page)).toBeVisible()
  await close()
})

test('a book that a newer program has written is named after the password and left as it is', async () => {
  const { page, close, book } = await openCopy(() => undefined)
  await writeAsNewer(book)
  const before = readFileSync(join(book, 'book.db'))
  await unlock(page, password)
  await expect(title(page, '客簿由更新的程序写过')).toBeVisible()
  await close()
  expect(readFileSync(join(book, 'book.db')).equals(before)).toBe(true)
})

test('a read-only folder is named after the password, and the book stays as it is', async () => {
  const { page, close, book } = await openCopy((folder) => {
    chmodSync(join(folder, 'book.db'), 0o400)
    chmodSync(folder, 0o500)
  })
  await unlock(page, password)
  await expect(title(page, '这个位置不能写')).toBeVisible()
  chmodSync(book, 0o700)
  await close()
})

test('a book that another program holds is named, and the first goes on working', async () => {
  const holder = await launchKebu({ userData: join(temp.path, 'holder') })
  await stubOpenDialog(holder.app, [original])
  await holder.page.getByRole('button', { name: '打开已有的客簿…' }).click()
  await unlock(holder.page, password)
  await expect(navigation(holder.page)).toBeVisible()

  const other = await launchKebu({ userData: join(temp.path, 'other') })
  await stubOpenDialog(other.app, [original])
  await other.page.getByRole('button', { name: '打开已有的客簿…' }).click()
  await unlock(other.page, password)
  await expect(title(other.page, '客簿正在别处打开')).toBeVisible()
  await holder.close()
  await other.page.getByRole('button', { name: '再看一次' }).click()
  await unlock(other.page, password)
  await expect(navigation(other.page)).toBeVisible()
  await other.close()
})

test('the recovery key opens the book and its new password replaces the old one', async () => {
  const folder = join(temp.path, 'recovery')
  mkdirSync(folder)
  const userData = join(folder, 'user-data')
  const first = await launchKebu({ userData })
  const groups = await createBook(first, {
    folder,
    bookName: '示例',
    ownerName: '陈立夏',
    password,
  })
  await first.close()

  const second = await launchKebu({ userData })
  await second.page.getByRole('button', { name: '忘记密码？用恢复密钥' }).click()
  await second.page.getByLabel('恢复密钥').fill(groups.join(' ').toLowerCase())
  await second.page.getByLabel(/^密码|^新密码/).fill('a brand new 密码')
  await second.page.getByLabel('再输一次').fill('a brand new 密码')
  await second.page.getByRole('button', { name: '打开并换密码' }).click()
  await expect(navigation(second.page)).toBeVisible()
  await second.page.keyboard.press('Control+l')
  await unlock(second.page, password)
  await expect(second.page.getByRole('alert')).toBeVisible()
  await unlock(second.page, 'a brand new 密码')
  await expect(navigation(second.page)).toBeVisible()
  await second.close()
})
