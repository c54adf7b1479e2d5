import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { ask } from '../support/bridge'
import { type KebuApp, launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const password = '来往有记 correct horse'
const temp = makeTempDir('condition')
const userData = join(temp.path, 'user-data')
const books = join(temp.path, 'books')
let book = join(books, '示例.kebu')

test.beforeAll(async () => {
  mkdirSync(books)
  const kebu = await launchKebu({ userData })
  await createBook(kebu, { folder: books, bookName: '示例', ownerName: '陈立夏', password })
  await kebu.close()
})
test.afterAll(() => temp.remove())

const navigation = (page: Page) => page.getByRole('navigation', { name: '导航' })

async function openBook(): Promise<KebuApp> {
  const kebu = await launchKebu({ userData })
  await unlock(kebu.page, password)
  await expect(navigation(kebu.page)).toBeVisible()
  return kebu
}

async function addCustomers(page: Page, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await ask(page, 'customers.create', { kind: 'company', name: `虚构 ${index}` })
}

/** Ends the program as the system does when memory runs out. */
async function killProgram({ app }: KebuApp): Promise<void> {
  const gone = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await gone
}

test('after a kill the unlock says that it checks, and nothing is called missing', async () => {
  const kebu = await openBook()
  await addCustomers(kebu.page, 2)
  await killProgram(kebu)
  const again = await launchKebu({ userData })
  expect((await ask<{ needsCheck: boolean }>(again.page, 'vault.getState', {})).needsCheck).toBe(
    true,
  )
  const said = again.page.getByRole('button', { name: '上次没有正常关闭，正在检查' })
  const seen = said.waitFor({ state: 'visible' })
  await unlock(again.page, password)
  await seen
  await expect(navigation(again.page)).toBeVisible()
  await expect(again.page.getByText(/少了 \d+ 次改动/)).toHaveCount(0)
  await again.close()
})

test('changes that went with a lost log are counted over all pages until they are read', async () => {
  const kebu = await openBook()
  await addCustomers(kebu.page, 3)
  await killProgram(kebu)
  rmSync(join(book, 'book.db-wal'))
  const { page, close } = await openBook()
  const bar = page.getByRole('status').filter({ hasText: '少了 3 次改动' })
  await expect(bar).toBeVisible()
  await bar.getByRole('button', { name: '知道了' }).click()
  await expect(bar).toHaveCount(0)
  const { lines } = await ask<{ lines: { route: string }[] }>(page, 'audit.list', {})
  expect(lines.map(({ route }) => route)).toContain('vault.changesMissing')
  await close()
  const again = await openBook()
  await expect(again.page.getByText('少了 3 次改动')).toHaveCount(0)
  await again.close()
})

test('a book that was moved is found and opened at its new place', async () => {
  const moved = join(temp.path, '搬家了.kebu')
  renameSync(book, moved)
  book = moved
  const { page, close } = await launchKebu({ userData })
  await expect(page.getByRole('heading', { name: '找不到客簿的文件夹' })).toBeVisible()
  const found = page.getByRole('region', { name: '找到了这本客簿，它现在在这里' })
  await expect(found).toContainText(moved)
  await found.getByRole('button', { name: '打开它' }).click()
  await unlock(page, password)
  await expect(navigation(page)).toBeVisible()
  await close()
  expect(existsSync(join(moved, 'book.mark'))).toBe(false)
})
