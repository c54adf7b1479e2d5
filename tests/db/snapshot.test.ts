import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { openBook } from '@db/open'
import { holdSnapshot } from '@db/snapshot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const key = () => Buffer.alloc(32, 7)
const hashProgram = `
const { createHash } = require('node:crypto')
process.stdout.write(createHash('sha256').update(require('node:fs').readFileSync(process.argv[1])).digest('hex'))`

describe('holding a snapshot', { timeout: 60_000 }, () => {
  let folder: string
  let book: Book
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kebu-snapshot-'))
    book = openBook({ path: join(folder, 'book.db'), key: key(), mode: 'create' })
    write('first')
  })
  afterEach(() => {
    book.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Far more than the 200 pages after which SQLite moves the WAL into the file by itself. */
  function write(mark: string): void {
    const insert = book.raw.prepare('INSERT INTO setting (key, value) VALUES (?, ?)')
    for (let index = 0; index < 300; index++) insert.run(`${mark}-${index}`, 'x'.repeat(5000))
    book.raw.pragma('wal_checkpoint(PASSIVE)')
  }

  /** In another process: reading the file here would drop SQLite's locks on it. */
  const hashOfFile = () => execFileSync(process.execPath, ['-e', hashProgram, book.path]).toString()

  it('keeps the bytes of the file still while rows are written and checkpointed', () => {
    const snapshot = holdSnapshot({ book, key: key() })
    const before = hashOfFile()
    write('during')
    expect(hashOfFile()).toBe(before)
    expect(statSync(`${book.path}-wal`).size).toBeGreaterThan(0)
    snapshot.release()
  })

  it('changes the file under the same writes when nothing is held (control)', () => {
    const before = hashOfFile()
    write('during')
    expect(hashOfFile()).not.toBe(before)
  })

  it('lets the file move on after the release, with nothing lost', () => {
    const snapshot = holdSnapshot({ book, key: key() })
    const before = hashOfFile()
    write('during')
    snapshot.release()
    snapshot.release()
    book.raw.pragma('wal_checkpoint(TRUNCATE)')
    expect(hashOfFile()).not.toBe(before)
    const count = book.raw.prepare(`SELECT count(*) FROM setting WHERE key LIKE 'during-%'`)
    expect(count.pluck().get()).toBe(300)
  })

  it('counts the rows and pages of the moment of the hold', () => {
    const rows = book.raw.prepare('SELECT count(*) FROM setting').pluck().get()
    const snapshot = holdSnapshot({ book, key: key() })
    write('during')
    expect(snapshot.rowCounts.setting).toBe(rows)
    expect(snapshot.pageCount * snapshot.pageSize).toBe(statSync(book.path).size)
    expect(snapshot.schemaVersion).toBeGreaterThan(0)
    snapshot.release()
  })

  it('wipes the key, also when it fails', () => {
    const given = key()
    holdSnapshot({ book, key: given }).release()
    expect(given.every((byte) => byte === 0)).toBe(true)
    const wrong = Buffer.alloc(32, 1)
    expect(() => holdSnapshot({ book, key: wrong })).toThrow()
    expect(wrong.every((byte) => byte === 0)).toBe(true)
  })

  it('refuses to hold while another reader keeps the WAL from being emptied', () => {
    const reader = openBook({ path: book.path, key: key(), mode: 'open', readonly: true })
    reader.raw.exec('BEGIN')
    reader.raw.prepare('SELECT count(*) FROM setting').get()
    write('after the reader began')
    book.raw.pragma('busy_timeout = 50')
    expect(() => holdSnapshot({ book, key: key() })).toThrow(
      expect.objectContaining({ code: 'backups.in-progress' }),
    )
    reader.close()
  })
})
