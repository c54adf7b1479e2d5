import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { assertPragmas, connect } from '@db/connect'
import { openBook } from '@db/open'
import { migrations } from '@db/migrations'
import { importRows } from '@db/workflows/import-rows'
import { toErrorShape } from '@shared/core/errors'
import { importRowOf, importRowsOf } from '../factories/import-rows'
import { createTestBook } from '../factories/test-book'

let folder: string
let path: string
const key = randomBytes(32)
const copyOfKey = () => Buffer.from(key)
const code = (name: string) => expect.objectContaining({ code: name }) as Error

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kebu-open-'))
  path = join(folder, 'book.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function createClosed(): Buffer {
  openBook({ path, key: copyOfKey(), mode: 'create' }).close()
  return readFileSync(path)
}

describe('opening a book', () => {
  test('every pragma holds after a write', () => {
    const book = openBook({ path, key: copyOfKey(), mode: 'create' })
    expect(() => assertPragmas(book.raw)).not.toThrow()
    book.close()
  })

  test('a pragma that does not hold is named', () => {
    const book = openBook({ path, key: copyOfKey(), mode: 'create' })
    book.raw.pragma('synchronous = NORMAL')
    expect(() => assertPragmas(book.raw)).toThrow('synchronous')
    book.close()
  })

  test('the key is overwritten, whether it worked or not', () => {
    const good = copyOfKey()
    openBook({ path, key: good, mode: 'create' }).close()
    const refused = copyOfKey()
    expect(() => openBook({ path, key: refused, mode: 'create' })).toThrow()
    expect([...good, ...refused].every((byte) => byte === 0)).toBe(true)
  })

  test('a missing file is reported and not made', () => {
    expect(() => openBook({ path, key: copyOfKey(), mode: 'open' })).toThrow(
      code('vault.database-missing'),
    )
    expect(readdirSync(folder)).toEqual([])
  })

  test('an existing file is never created over', () => {
    const before = createClosed()
    expect(() => openBook({ path, key: copyOfKey(), mode: 'create' })).toThrow(
      code('vault.book-exists'),
    )
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test.each([
    ['an empty file', () => Buffer.alloc(0)],
    ['a file of noise', () => randomBytes(8192)],
    ['half a first page', (whole: Buffer) => whole.subarray(0, 2000)],
  ])('%s is damage, and stays as it was', (_name, damage) => {
    const damaged = damage(createClosed())
    writeFileSync(path, damaged)
    expect(() => openBook({ path, key: copyOfKey(), mode: 'open' })).toThrow(
      code('vault.database-damaged'),
    )
    expect(readFileSync(path).equals(damaged)).toBe(true)
  })

  test('a key that does not fit is damage too, since the vault has proven it before', () => {
    createClosed()
    expect(() => openBook({ path, key: randomBytes(32), mode: 'open' })).toThrow(
      code('vault.database-damaged'),
    )
  })

  test('a file of a newer program is refused and stays as it was', () => {
    const book = openBook({ path, key: copyOfKey(), mode: 'create' })
    book.raw.pragma(`user_version = ${migrations.length + 1}`)
    book.close()
    const before = readFileSync(path)
    expect(() => openBook({ path, key: copyOfKey(), mode: 'open' })).toThrow(
      code('vault.newer-schema'),
    )
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  test('a book opened for reading refuses every write', () => {
    createClosed()
    const book = openBook({ path, key: copyOfKey(), mode: 'open', readonly: true })
    expect(() => book.raw.exec(`INSERT INTO setting VALUES ('a', 'b')`)).toThrow(
      expect.objectContaining({ code: 'SQLITE_READONLY' }),
    )
    book.close()
  })

  test('a lost trigger comes back at the next open', () => {
    const book = openBook({ path, key: copyOfKey(), mode: 'create' })
    book.raw.exec('DROP TRIGGER journal_customer_update')
    book.close()
    const again = openBook({ path, key: copyOfKey(), mode: 'open' })
    const count = again.raw
      .prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'journal_customer_update'`)
      .pluck()
      .get()
    again.close()
    expect(count).toBe(1)
  })
})

describe('one flipped bit', () => {
  test('in any page is noticed as damage, when the book is opened or the page is read', () => {
    const made = createTestBook()
    made.command({ route: 'imports.commit', undoable: true }, (context) =>
      importRows(context, { fileName: 'a.csv', rejected: 0, rows: importRowsOf(100) }),
    )
    made.book.close()
    const whole = readFileSync(made.path)
    const readEverything = () => {
      const book = openBook({ path, key: Buffer.from(made.key), mode: 'open', readonly: true })
      try {
        return book.raw.pragma('integrity_check', { simple: true })
      } finally {
        book.close()
      }
    }
    writeFileSync(path, whole)
    expect(readEverything()).toBe('ok')
    for (let position = 2000; position < whole.length; position += 4096 * 3) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(bytes.readUInt8(position) ^ 1, position)
      writeFileSync(path, bytes)
      expect(damageFoundBy(readEverything)).toBe(true)
    }
    made.dispose()
  })
})

function damageFoundBy(read: () => unknown): boolean {
  try {
    return read() !== 'ok'
  } catch (error) {
    return toErrorShape(error).code === 'vault.database-damaged'
  }
}

describe('what lies on the disk', () => {
  test('holds no name and no phone, in the file or in the write-ahead log', () => {
    const book = createTestBook()
    const row = importRowOf(1)
    book.command({ route: 'imports.commit', undoable: true }, (context) =>
      importRows(context, { fileName: 'a.csv', rejected: 0, rows: [row] }),
    )
    const written = [book.path, `${book.path}-wal`].map((file) => readFileSync(file))
    for (const text of [row.fields.name, row.fields.phone ?? ''])
      for (const encoding of ['utf8', 'utf16le'] as const)
        for (const bytes of written) expect(bytes.includes(Buffer.from(text, encoding))).toBe(false)
    book.dispose()
  })

  test('is not readable without the key', () => {
    createClosed()
    expect(() => connect({ path, key: randomBytes(32), readonly: true })).toThrow(
      expect.objectContaining({ code: 'SQLITE_NOTADB' }),
    )
  })
})
