import { randomUUID } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir, stubOpenDialog } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const bookName = '晨禾示例商贸'
const temp = makeTempDir('restore')
/** Customers that are in every backup. */
const others = 300
const books = join(temp.path, 'books')
const usb = join(temp.path, 'usb')
const userData = join(temp.path, 'user-data')
/** The full backup and two incremental ones, oldest first. */
const files: string[] = []

const navigation = (page: Page) => page.getByRole('navigation', { name: '导航' })
const rows = (page: Page) =>
  page
    .getByRole('region', { name: bookName })
    .getByRole('row')
    .filter({ hasText: /全量|增量/ })

async function addCustomer(page: Page, name: string): Promise<void> {
  await ask(page, 'customers.create', { kind: 'company', name })
}

async function listNames(page: Page): Promise<string[]> {
  const input = { filter: {}, offset: 0, limit: 500 }
  const list = await ask<{ rows: { name: string }[] }>(page, 'customers.list', input)
  return list.rows.flatMap(({ name }) => (name.startsWith('示例') ? name : [])).sort()
}

async function pickRestore(row: Locator): Promise<void> {
  await row.getByRole('button', { name: /^恢复 / }).click()
}

async function restore(page: Page): Promise<void> {
  await page.getByLabel('陈立夏备份那天的密码').fill(password)
  await page.getByRole('button', { name: '恢复', exact: true }).click()
}

async function lookIntoUsb({ app, page }: KebuApp): Promise<void> {
  await stubOpenDialog(app, [usb])
  await page.getByRole('button', { name: '别的文件夹…' }).click()
}

test.beforeAll(async () => {
  for (const folder of [books, usb]) mkdirSync(folder)
  const kebu = await launchKebu({ userData })
  await createBook(kebu, { folder: books, bookName, ownerName: '陈立夏', password })
  await stubOpenDialog(kebu.app, [usb])
  const { token } = await ask<{ token: string }>(kebu.page, 'backups.chooseTarget', {})
  // Three backups of one day: the rotation would leave the last one, and a small book has no small links.
  const schedule = await ask<Record<string, boolean>>(kebu.page, 'backups.getSchedule', {})
  const off = Object.fromEntries(Object.keys(schedule).map((when) => [when, false]))
  await ask(kebu.page, 'backups.setSchedule', off)
  for (let number = 1; number <= others; number += 1) await addCustomer(kebu.page, `底稿 ${number}`)
  for (const name of ['示例一', '示例二', '示例三']) {
    await addCustomer(kebu.page, name)
    const input = { jobId: randomUUID(), target: token }
    const made = await ask<{ fileName: string }>(kebu.page, 'backups.create', input)
    files.push(join(usb, made.fileName))
  }
  await addCustomer(kebu.page, '示例四')
  await kebu.close()
})
test.afterAll(() => temp.remove())

test('the middle one of a chain comes back on a new computer, from the list of a folder', async () => {
  const home = join(temp.path, 'second')
  mkdirSync(home)
  const kebu = await launchKebu({ userData: join(temp.path, 'second-user-data') })
  const { app, page } = kebu
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await lookIntoUsb(kebu)
  await expect(rows(page)).toHaveCount(3)
  await expect(rows(page).nth(0)).toContainText('增量')
  await expect(rows(page).nth(2)).toContainText('全量')
  // Nobody here has proven them.
  await expect(rows(page).nth(1)).toContainText('还没验证')
  await expect(rows(page).nth(1)).toContainText('齐全')
  await pickRestore(rows(page).nth(1))
  await expect(page.getByRole('row', { name: `客户 ${others + 2}`, exact: true })).toBeVisible()
  await stubOpenDialog(app, [home])
  await page.getByRole('button', { name: '换文件夹…' }).click()
  await restore(page)
  await expect(page.getByText('恢复好了')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: '打开客簿' }).click()
  await expect(navigation(page)).toBeVisible()
  expect(await listNames(page)).toEqual(['示例一', '示例二'])
  await kebu.close()
})

test('inside, the middle one takes the place of the book, which is taken back, and goes again', async () => {
  const kebu = await launchKebu({ userData })
  const { page } = kebu
  await unlock(page, password)
  await test.step('the list of the last place says what was proven here', async () => {
    await navigation(page).getByText('备份', { exact: true }).click()
    await page.getByRole('button', { name: '恢复…' }).click()
    await expect(rows(page)).toHaveCount(3)
    await expect(rows(page).nth(1)).toContainText('验证过')
  })
  await test.step('the preview holds the rows beside the present ones; cancelling changes nothing', async () => {
    await pickRestore(rows(page).nth(1))
    await expect(
      page.getByRole('row', { name: `客户 ${others + 4} ${others + 2} −2` }),
    ).toBeVisible()
    await restore(page)
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    expect(await listNames(page)).toHaveLength(4)
  })
  await test.step('the restored book is open and has the rows of that day', async () => {
    await page.getByRole('button', { name: '恢复', exact: true }).click()
    await page.getByRole('button', { name: '换上备份' }).click()
    await expect(page.getByText('恢复好了')).toBeVisible({ timeout: 30_000 })
    expect(await listNames(page)).toEqual(['示例一', '示例二'])
  })
  await test.step('the former book comes back with everything in it', async () => {
    await page.getByRole('button', { name: '换回原来的…' }).click()
    await page.getByRole('button', { name: '换回来', exact: true }).click()
    await unlock(page, password)
    await expect(navigation(page)).toBeVisible()
    expect(await listNames(page)).toEqual(['示例一', '示例三', '示例二', '示例四'].sort())
  })
  await test.step('the restored one was kept in its turn, and can be had again while the book is locked', async () => {
    await ask(page, 'vault.lock', {})
    await page.reload()
    await page.getByRole('button', { name: '从备份恢复' }).click()
    await page.getByRole('button', { name: '换回来…' }).click()
    await page.getByRole('button', { name: '换回来', exact: true }).click()
    await unlock(page, password)
    await expect(navigation(page)).toBeVisible()
    expect(await listNames(page)).toEqual(['示例一', '示例二'])
  })
  await kebu.close()
  expect(readdirSync(books)).toHaveLength(2)
})

test('a power cut between the two renames: the next start puts the book back and says so', async () => {
  const place = join(books, `${bookName}.kebu`)
  const kept = `${bookName} (kept 2026-11-22 0930).kebu`
  const journal = { book: `${bookName}.kebu`, kept, incoming: '.kebu-restore-gone' }
  renameSync(place, join(books, kept))
  const control = await launchKebu({ userData })
  await expect(control.page.getByRole('alert')).toBeVisible()
  await control.close()
  writeFileSync(join(books, '.kebu-replacing.json'), JSON.stringify(journal))
  const kebu = await launchKebu({ userData })
  await expect(kebu.page.getByText(/已放回原处/)).toBeVisible()
  await unlock(kebu.page, password)
  await expect(navigation(kebu.page)).toBeVisible()
  expect(existsSync(place)).toBe(true)
  await kebu.close()
})

test('what is missing, damaged or foreign is listed as that', async () => {
  const broken = join(temp.path, 'broken')
  mkdirSync(join(broken, '备份'), { recursive: true })
  const [full = '', middle = ''] = files
  const bytes = readFileSync(full)
  copyFileSync(middle, join(broken, '备份', 'alone.kebubak'))
  writeFileSync(join(broken, 'cut.kebubak'), bytes.subarray(0, bytes.length - 9))
  writeFileSync(join(broken, 'letter.kebubak'), '这不是备份'.repeat(40))
  const kebu = await launchKebu({ userData: join(temp.path, 'third-user-data') })
  const { app, page } = kebu
  await page.getByRole('button', { name: '从备份恢复' }).click()
  await stubOpenDialog(app, [broken])
  await page.getByRole('button', { name: '别的文件夹…' }).click()
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).first()).toContainText(/缺 1 个：.+\.kebubak/)
  await expect(
    rows(page)
      .first()
      .getByRole('button', { name: /^恢复 / }),
  ).toBeDisabled()
  const unreadable = page.getByRole('listitem')
  await expect(unreadable.filter({ hasText: 'cut.kebubak' })).toContainText('已损坏')
  await expect(unreadable.filter({ hasText: 'letter.kebubak' })).toContainText('不是客簿的备份')
  await kebu.close()
})
