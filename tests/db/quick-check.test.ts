import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, describe, it } from 'vitest'
import { connect } from '@db/connect'
import { openBook } from '@db/open'
import { wasLeftOpen } from '@db/quick-check'
import { importRows } from '@db/workflows/import-rows'
import { importRowsOf } from '../factories/import-rows'
import { createTestBook } from '../factories/test-book'
import { tempFolder } from '../support/temp-folder'

const damaged = expect.objectContaining({ code: 'vault.database-damaged' }) as Error

/** The files as a session left them that was killed, or that closed its book. */
function leftBehind(how: 'killed' | 'closed') {
  const book = createTestBook()
  book.command({ route: 'imports.commit', undoable: true }, (context) =>
    importRows(context, { fileName: 'a.csv', rejected: 0, rows: importRowsOf(50) }),
  )
  const { key, path } = book
  const copy = join(tempFolder(), 'book.db')
  book.book.raw.pragma('wal_checkpoint(TRUNCATE)')
  if (how === 'closed') book.book.close()
  copyFileSync(path, copy)
  if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`)
  book.dispose()
  const open = () => openBook({ path: copy, key: Buffer.from(key), mode: 'open' })
  return { key, path: copy, open }
}

/** Turns a bit of the last page of the timeline, which no opening reads. */
function damage(path: string, key: Buffer): Buffer {
  const raw = connect({ path, key: Buffer.from(key), readonly: true })
  const page = Number(
    raw
      .prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'follow_up_by_customer'`)
      .pluck()
      .get(),
  )
  raw.close()
  const bytes = readFileSync(path)
  const at = (page - 1) * 4096 + 100
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(path, bytes)
  return bytes
}

function isMarked(path: string, key: Buffer): boolean {
  const raw = connect({ path, key: Buffer.from(key), readonly: true })
  try {
    return wasLeftOpen(raw)
  } finally {
    raw.close()
  }
}

/** A closed book whose file was cut off in the middle of a write under a rollback journal. */
function leaveHotJournal() {
  const { key, path } = leftBehind('closed')
  const raw = connect({ path, key: Buffer.from(key) })
  raw.pragma('journal_mode = DELETE')
  raw.pragma('cache_size = 2')
  const before = readFileSync(path)
  raw.exec(`BEGIN IMMEDIATE; INSERT INTO setting (key, value)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) SELECT 'cut' || i, hex(randomblob(200)) FROM n`)
  const cut = join(tempFolder(), 'book.db')
  for (const end of ['', '-journal']) copyFileSync(path + end, cut + end)
  raw.close()
  return { key, path: cut, isHalfWritten: readFileSync(cut).length > before.length }
}

describe('after a session that did not close the book', () => {
  it('a book that was cut off under a rollback journal goes back to before that write', () => {
    const { key, path, isHalfWritten } = leaveHotJournal()
    expect(isHalfWritten).toBe(true)
    const open = () => connect({ path, key: Buffer.from(key), readonly: true }).close()
    expect(open).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY_ROLLBACK' }))
    const book = openBook({ path, key: Buffer.from(key), mode: 'open' })
    const left = book.raw
      .prepare(`SELECT count(*) FROM setting WHERE key LIKE 'cut%'`)
      .pluck()
      .get()
    book.close()
    expect(left).toBe(0)
  })

  it('a whole book opens, and is marked as open until it is closed', () => {
    const { path, key, open } = leftBehind('killed')
    expect(isMarked(path, key)).toBe(true)
    const book = open()
    expect(isMarked(path, key)).toBe(true)
    book.close()
    expect(isMarked(path, key)).toBe(false)
  })

  it('a damaged page that the opening does not need is found, and nothing is written', () => {
    const { path, key, open } = leftBehind('killed')
    const bytes = damage(path, key)
    expect(open).toThrow(damaged)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('a wal that was left behind is not moved into a damaged file', () => {
    const { path, key } = leftBehind('killed')
    const other = openBook({ path, key: Buffer.from(key), mode: 'open' })
    other.raw.exec(`INSERT INTO setting VALUES ('a', 'b')`)
    const folder = tempFolder()
    const copy = join(folder, 'book.db')
    for (const end of ['', '-wal']) copyFileSync(path + end, copy + end)
    other.close()
    const bytes = damage(copy, key)
    const wal = readFileSync(`${copy}-wal`)
    expect(wal.length).toBeGreaterThan(0)
    expect(() => openBook({ path: copy, key: Buffer.from(key), mode: 'open' })).toThrow(damaged)
    expect(readFileSync(copy).equals(bytes)).toBe(true)
    expect(readFileSync(`${copy}-wal`).equals(wal)).toBe(true)
  })
})

describe('after a session that closed the book', () => {
  it('the pages are not read at the opening, so damage shows only when it is met', () => {
    const { path, key, open } = leftBehind('closed')
    damage(path, key)
    const book = open()
    expect(() =>
      book.raw.prepare('SELECT customer_id FROM follow_up INDEXED BY follow_up_by_customer').all(),
    ).toThrow(expect.objectContaining({ code: 'SQLITE_CORRUPT' }) as Error)
    book.close()
  })

  it('a book that cannot note its end closes all the same', () => {
    const { open } = leftBehind('closed')
    const book = open()
    book.raw.exec('DROP TABLE setting')
    book.close()
    expect(book.raw.open).toBe(false)
  })
})
