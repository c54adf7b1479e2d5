import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { lineOf, runCommand } from '../support/command-line'
import { launchKebu, makeTempDir } from '../support/electron-app'
import { createBook, unlock } from '../support/vault-steps'

const executablePath = process.env.KEBU_PACKAGED_APP ?? ''
const password = '一二三四 correct horse'

test('the packed program makes a book, refuses a wrong password and unlocks it again', async () => {
  expect(executablePath, 'KEBU_PACKAGED_APP names the packed program').not.toBe('')
  const userData = makeTempDir('user-data')
  const books = makeTempDir('books')
  // The packed program must use its own SQLite addon, whatever the environment says.
  const env = { KEBU_SQLITE_ADDON: join(userData.path, 'stranger.node') }
  const start = () => launchKebu({ userData: userData.path, executablePath, env })

  const first = await start()
  await createBook(first, {
    folder: books.path,
    bookName: '青禾茶行',
    ownerName: '掌柜',
    password,
  })
  await expect(first.page.getByRole('navigation').first()).toBeVisible()
  await first.close()

  const second = await start()
  await unlock(second.page, `${password}!`)
  await expect(second.page.getByRole('alert')).toBeVisible()
  await unlock(second.page, password)
  await expect(second.page.getByRole('navigation').first()).toBeVisible()
  await second.close()
  userData.remove()
  books.remove()
})

test('the packed program backs up and checks without a window', async () => {
  const [userData, books, usb] = ['user-data', 'books', 'usb'].map((name) => makeTempDir(name))
  if (!userData || !books || !usb) throw new Error('no folders')
  const kebu = await launchKebu({ userData: userData.path, executablePath })
  await createBook(kebu, {
    ...{ folder: books.path, bookName: '青禾茶行' },
    ...{ ownerName: '掌柜', password },
  })
  await kebu.close()
  const options = { userData: userData.path, executablePath, input: `${password}\n` }
  const made = await runCommand(['--backup', usb.path, '--json'], options)
  expect(made, made.complaint).toMatchObject({ code: 0 })
  const proven = await runCommand(['--verify', String(lineOf(made).file)], options)
  expect(proven, proven.complaint).toMatchObject({ code: 0 })
  expect((await runCommand(['--backup', usb.path], { ...options, input: 'x\n' })).code).toBe(3)
  for (const folder of [userData, books, usb]) folder.remove()
})

test('the packed program ships its licences and no default app', () => {
  const folder = dirname(executablePath)
  expect(existsSync(join(folder, 'LICENSE.kebu.txt'))).toBe(true)
  expect(existsSync(join(folder, 'THIRD-PARTY-NOTICES.txt'))).toBe(true)
  expect(readdirSync(join(folder, 'resources'))).not.toContain('default_app.asar')
})
