import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Book } from '@db/handles'
import { openBook } from '@db/open'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectBackup } from '../../../../electron/jobs/backup/inspect-backup'
import { proveBackup } from '../../../../electron/jobs/backup/prove-backup'
import { putInPlace } from '../../../../electron/jobs/backup/put-in-place'
import { restoreBackup } from '../../../../electron/jobs/backup/restore-backup'
import {
  backUp,
  bookName,
  fillBook,
  keys,
  makeBook,
  makeSandbox,
  never,
  pageKey,
  quiet,
  type Sandbox,
  vaultHeader,
} from './backup-fixture'

describe('a full backup', () => {
  let sandbox: Sandbox
  let book: Book
  beforeEach(() => {
    sandbox = makeSandbox()
    book = makeBook(sandbox, 500)
  })
  afterEach(() => {
    book.close()
    sandbox.remove()
  })

  const settings = (from: Book) => from.raw.prepare('SELECT * FROM setting ORDER BY key').all()
  const restore = async (path: string) => {
    const prepared = await restoreBackup(
      { path, folder: sandbox.drive, keys: keys() },
      quiet,
      never(),
    )
    return putInPlace(prepared, new Date(2026, 10, 22, 9, 30).getTime())
  }

  it('says without a password whose book it is and how many rows it holds', async () => {
    const { manifest, vaultHeader: header } = await inspectBackup(await backUp(book, sandbox))
    expect(manifest.bookName).toBe(bookName)
    expect(manifest.rowCounts.setting).toBe(settings(book).length)
    expect(Buffer.from(header)).toEqual(vaultHeader)
  })

  it('comes back row for row, with the vault header of its day', async () => {
    const before = settings(book)
    const path = await backUp(book, sandbox)
    fillBook(book, 30, 'later')
    const { bookFolder, keptFolder } = await restore(path)
    expect(keptFolder).toBeNull()
    expect(readFileSync(join(bookFolder, 'vault.json'))).toEqual(vaultHeader)
    expect(readdirSync(bookFolder).sort()).toEqual(['book.db', 'vault.json'])
    const restored = openBook({
      path: join(bookFolder, 'book.db'),
      key: pageKey(),
      mode: 'open',
      readonly: true,
    })
    expect(settings(restored)).toEqual(before)
    restored.close()
  })

  it('keeps the book that had the place before, untouched, under a dated name', async () => {
    const path = await backUp(book, sandbox)
    const first = await restore(path)
    writeFileSync(join(first.bookFolder, 'mine.txt'), 'kept')
    const second = await restore(path)
    expect(second.keptFolder).toBe(join(sandbox.drive, `${bookName} (kept 2026-11-22 0930).kebu`))
    expect(readFileSync(join(second.keptFolder ?? '', 'mine.txt'), 'utf8')).toBe('kept')
    const third = await restore(path)
    expect(third.keptFolder).toContain('(kept 2026-11-22 0930 2)')
  })

  it('leaves nothing behind in the work folder, and no partial file', async () => {
    const before = readdirSync(sandbox.work)
    const path = await backUp(book, sandbox)
    await proveBackup({ path, workFolder: sandbox.work, keys: keys() }, quiet, never())
    expect(readdirSync(sandbox.work)).toEqual(before)
    expect(readdirSync(dirname(path))).toEqual(['a.kebubak'])
  })

  it('wipes the keys that it was given', async () => {
    const path = await backUp(book, sandbox)
    const given = keys()
    await proveBackup({ path, workFolder: sandbox.work, keys: given }, quiet, never())
    expect(given.pageKey.every((byte) => byte === 0)).toBe(true)
    expect(given.macKey.every((byte) => byte === 0)).toBe(true)
  })

  it('never overwrites a file of the same name', async () => {
    const path = await backUp(book, sandbox)
    const bytes = readFileSync(path)
    await expect(backUp(book, sandbox)).rejects.toMatchObject({ code: 'backups.target-exists' })
    expect(readFileSync(path)).toEqual(bytes)
    expect(existsSync(`${path}.partial`)).toBe(false)
  })

  it('holds no plain text of the book', async () => {
    const bytes = readFileSync(await backUp(book, sandbox))
    expect(bytes.includes(Buffer.from('示例示例'))).toBe(false)
    expect(bytes.includes(Buffer.from('示例示例', 'utf16le'))).toBe(false)
    // Control: the same search finds what stands in the clear.
    expect(bytes.includes(Buffer.from(bookName))).toBe(true)
  })
})
