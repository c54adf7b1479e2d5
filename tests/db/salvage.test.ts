import { existsSync, readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '@db/connect'
import { openBook } from '@db/open'
import { salvageBook } from '@db/salvage'
import { proveSalvaged } from '@db/salvage-proof'
import { copyReadable, type ReadAt } from '@db/salvage-copy'
import { importRows } from '@db/workflows/import-rows'
import { importRowsOf } from '../factories/import-rows'
import { createTestBook } from '../factories/test-book'
import { tempFolder } from '../support/temp-folder'

const pageBytes = 4096
const now = 1_790_000_000_000
const tablesOf = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`

/** A closed book of 400 customers with their timeline, and every row of it. */
function closedBook() {
  const book = createTestBook()
  book.command({ route: 'imports.commit', undoable: true }, (context) =>
    importRows(context, { fileName: 'a.csv', rejected: 0, rows: importRowsOf(400) }),
  )
  book.book.close()
  const folder = tempFolder()
  const path = join(folder, 'book.db')
  const whole = readFileSync(book.path)
  book.dispose()
  writeFileSync(path, whole)
  const key = () => Buffer.from(book.key)
  return {
    path,
    key,
    whole,
    folder,
    nextPath: join(folder, 'book.next.db'),
    rows: readRows(path, key()),
  }
}
type Closed = ReturnType<typeof closedBook>

function readRows(path: string, key: Buffer): Record<string, Map<unknown, unknown>> {
  const raw = connect({ path, key, readonly: true })
  try {
    const names = raw.prepare<[], string>(tablesOf).pluck().all()
    return Object.fromEntries(
      names.map((name) => {
        const rows = raw.prepare(`SELECT rowid AS id_, * FROM "${name}"`).all() as { id_: number }[]
        return [name, new Map(rows.map((row) => [row.id_, row]))]
      }),
    )
  } finally {
    raw.close()
  }
}

/** Turns a bit in each of some pages; answers the file as it is then. */
function damage({ path, whole }: Closed, pages: number[]): Buffer {
  const bytes = Buffer.from(whole)
  for (const page of pages)
    bytes.writeUInt8(bytes.readUInt8(page * pageBytes - 2000) ^ 1, page * pageBytes - 2000)
  writeFileSync(path, bytes)
  return bytes
}

/** Pages whose damage makes a scan of the table fail; the root is left out. */
function leavesOf(closed: Closed, table: string, atMost: number): number[] {
  const raw = connect({ path: closed.path, key: closed.key(), readonly: true })
  const sql = `SELECT rootpage FROM sqlite_schema WHERE name = ?`
  const root = Number(raw.prepare(sql).pluck().get(table))
  raw.close()
  const found: number[] = []
  for (let page = 2; page <= closed.whole.length / pageBytes && found.length < atMost; page += 1) {
    if (page === root) continue
    damage(closed, [page])
    try {
      const spoilt = connect({ path: closed.path, key: closed.key(), readonly: true })
      try {
        spoilt.prepare(`SELECT * FROM "${table}" NOT INDEXED`).all()
      } catch {
        found.push(page)
      } finally {
        spoilt.close()
      }
    } catch {
      // A page of the schema.
    }
  }
  writeFileSync(closed.path, closed.whole)
  return found
}

const salvage = ({ path, nextPath, key }: Closed) =>
  salvageBook({ path, nextPath, key: key(), now })

describe('salvaging a whole book', () => {
  it('gives every row again, loses none, and leaves the book and its folder as they were', async () => {
    const closed = closedBook()
    const before = readdirSync(closed.folder).sort()
    const { tables, unreadablePages } = await salvage(closed)
    expect(unreadablePages).toBe(0)
    expect(tables.every(({ lost, holes, standIns }) => lost + holes + standIns === 0)).toBe(true)
    expect(tables.find(({ table }) => table === 'customer')?.saved).toBe(400)
    expect(readFileSync(closed.path).equals(closed.whole)).toBe(true)
    expect(readdirSync(closed.folder).sort()).toEqual([...before, 'book.next.db'])
    expect(readRows(closed.nextPath, closed.key())).toEqual(closed.rows)
  })

  it('takes along what is still in the write-ahead log', async () => {
    const book = createTestBook()
    book.book.raw.pragma('wal_autocheckpoint = 0')
    book.run('tags.list', {})
    book.command({ route: 'imports.commit', undoable: true }, (context) =>
      importRows(context, { fileName: 'a.csv', rejected: 0, rows: importRowsOf(20) }),
    )
    const folder = tempFolder()
    const path = join(folder, 'book.db')
    for (const end of ['', '-wal']) writeFileSync(path + end, readFileSync(book.path + end))
    const wal = readFileSync(`${path}-wal`)
    const nextPath = join(folder, 'next.db')
    const { tables } = await salvageBook({ path, nextPath, key: Buffer.from(book.key), now })
    book.dispose()
    expect(tables.find(({ table }) => table === 'customer')?.saved).toBe(20)
    expect(readFileSync(`${path}-wal`).equals(wal)).toBe(true)
  })
})

describe('salvaging a book with damaged pages', () => {
  it('of the timeline loses the entries of those pages and nothing else', async () => {
    const closed = closedBook()
    const leaves = leavesOf(closed, 'follow_up', 6)
    expect(leaves.length).toBeGreaterThan(4)
    const bytes = damage(closed, [leaves[1] ?? 0, leaves[2] ?? 0, leaves[4] ?? 0])
    const { tables } = await salvage(closed)
    const timeline = tables.find(({ table }) => table === 'follow_up')
    const all = closed.rows['follow_up']?.size ?? 0
    expect(timeline).toMatchObject({ holes: 2, lost: all - (timeline?.saved ?? 0) })
    expect(timeline?.lost).toBeGreaterThan(10)
    expect(timeline?.lost).toBeLessThan(all / 2)
    expect(tables.filter(({ lost }) => lost > 0)).toHaveLength(1)
    expect(readFileSync(closed.path).equals(bytes)).toBe(true)
    const saved = readRows(closed.nextPath, closed.key())
    for (const [id, row] of saved['follow_up'] ?? [])
      expect(row).toEqual(closed.rows['follow_up']?.get(id))
    expect({ ...saved, follow_up: null }).toEqual({ ...closed.rows, follow_up: null })
  })

  it('of the customers puts empty ones in for those that entries belong to', async () => {
    const closed = closedBook()
    damage(closed, leavesOf(closed, 'customer', 2).slice(1))
    const { tables } = await salvage(closed)
    const customers = tables.find(({ table }) => table === 'customer')
    expect(customers?.lost).toBeGreaterThan(0)
    expect(customers?.standIns).toBe(customers?.lost)
    expect(tables.find(({ table }) => table === 'follow_up')?.lost).toBe(0)
    openWhole(closed)
  })

  it('of the people keeps their customers', async () => {
    const closed = closedBook()
    const raw = connect({ path: closed.path, key: closed.key(), readonly: true })
    const root = raw.prepare(`SELECT rootpage FROM sqlite_schema WHERE name = 'user'`).pluck().get()
    raw.close()
    damage(closed, [Number(root)])
    const { tables } = await salvage(closed)
    expect(tables.find(({ table }) => table === 'user')).toMatchObject({
      ...{ saved: 0, lost: 1, holes: 1, standIns: 1 },
    })
    expect(tables.find(({ table }) => table === 'customer')?.saved).toBe(400)
    openWhole(closed)
  })

  it('gives up on a damaged first page and leaves nothing behind', async () => {
    const closed = closedBook()
    damage(closed, [1])
    const before = readdirSync(closed.folder).sort()
    await expect(salvage(closed)).rejects.toMatchObject({ code: 'vault.beyond-salvage' })
    expect(readdirSync(closed.folder).sort()).toEqual(before)
  })

  it('never writes over a file', async () => {
    const closed = closedBook()
    writeFileSync(closed.nextPath, 'mine')
    await expect(salvage(closed)).rejects.toMatchObject({ code: 'vault.book-exists' })
    expect(readFileSync(closed.nextPath, 'utf8')).toBe('mine')
  })
})

/** The new file opens as a book does, and is whole. */
function openWhole({ nextPath, key }: Closed): void {
  const book = openBook({ path: nextPath, key: key(), mode: 'open' })
  expect(book.raw.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(book.raw.pragma('foreign_key_check')).toEqual([])
  book.close()
}

describe('while a book is salvaged', () => {
  it('tells how many rows are done, and ends at all of them', async () => {
    const closed = closedBook()
    const told: [number, number][] = []
    const { tables } = await salvageBook({
      ...{ path: closed.path, nextPath: closed.nextPath, key: closed.key(), now },
      report: (done, total) => told.push([done, total]),
    })
    const rows = tables.reduce((sum, { saved }) => sum + saved, 0)
    expect(told.at(-1)).toEqual([rows, rows])
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b))
  })

  it('a cancel takes everything away again and leaves the book as it was', async () => {
    const closed = closedBook()
    const before = readdirSync(closed.folder).sort()
    const controller = new AbortController()
    const salvaging = salvageBook({
      ...{ path: closed.path, nextPath: closed.nextPath, key: closed.key(), now },
      report: (done) => done >= 400 && controller.abort(),
      signal: controller.signal,
    })
    await expect(salvaging).rejects.toMatchObject({ code: 'core.cancelled' })
    expect(readdirSync(closed.folder).sort()).toEqual(before)
    expect(readFileSync(closed.path).equals(closed.whole)).toBe(true)
  })
})

describe('proving a salvaged file', () => {
  it('passes one that is whole and says that the trail is', async () => {
    const closed = closedBook()
    await salvage(closed)
    const proof = proveSalvaged({ path: closed.nextPath, key: closed.key() })
    expect(proof).toMatchObject({ auditMissingFrom: null, auditHasGaps: false })
    expect(existsSync(`${closed.nextPath}-wal`)).toBe(false)
  })

  it('names the first entry of a trail whose end is lost, also where nothing outside of the book knows of it', async () => {
    const closed = closedBook()
    await salvage(closed)
    const raw = connect({ path: closed.nextPath, key: closed.key() })
    raw.exec('DROP TRIGGER IF EXISTS audit_event_no_delete')
    const last = Number(raw.prepare('SELECT max(id) FROM audit_event').pluck().get())
    raw.prepare('DELETE FROM audit_event WHERE id = ?').run(last)
    raw.close()
    const proof = proveSalvaged({ path: closed.nextPath, key: closed.key() })
    expect(proof.auditMissingFrom).toBe(last)
  })

  it('refuses one with a reference that points nowhere', async () => {
    const closed = closedBook()
    await salvage(closed)
    const raw = connect({ path: closed.nextPath, key: closed.key() })
    raw.pragma('foreign_keys = OFF')
    raw.exec('UPDATE follow_up SET customer_id = 999999 WHERE id = 1')
    raw.close()
    expect(() => proveSalvaged({ path: closed.nextPath, key: closed.key() })).toThrow(
      expect.objectContaining({ code: 'vault.salvage-failed' }) as Error,
    )
  })

  it('refuses one with a damaged page', async () => {
    const closed = closedBook()
    await salvage(closed)
    const bytes = readFileSync(closed.nextPath)
    bytes.writeUInt8(bytes.readUInt8(8 * pageBytes - 2000) ^ 1, 8 * pageBytes - 2000)
    writeFileSync(closed.nextPath, bytes)
    expect(() => proveSalvaged({ path: closed.nextPath, key: closed.key() })).toThrow()
  })
})

describe('copying from a failing disk', () => {
  it('puts zeros where a page cannot be read, and counts those', async () => {
    const folder = tempFolder()
    const [from, to] = [join(folder, 'a'), join(folder, 'b')]
    const bytes = Buffer.alloc(600 * pageBytes + 100, 7)
    writeFileSync(from, bytes)
    const bad = [3, 300, 301, 599]
    const read: ReadAt = (file, into, length, position) => {
      const isBad = bad.some(
        (page) => page * pageBytes < position + length && (page + 1) * pageBytes > position,
      )
      if (isBad) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      return readSync(file, into, 0, length, position)
    }
    const count = await copyReadable(from, to, { read })
    for (const page of bad) bytes.fill(0, page * pageBytes, (page + 1) * pageBytes)
    expect(count).toBe(bad.length)
    expect(readFileSync(to).equals(bytes)).toBe(true)
    expect(existsSync(from)).toBe(true)
  })
})
