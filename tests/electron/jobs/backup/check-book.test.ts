import { mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@db/connect'
import { readBookFacts } from '@db/snapshot'
import type Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBook, useCheckThreads } from '../../../../electron/jobs/backup/check-book'
import {
  type CheckStep,
  openForCheck,
  runStep,
  shareSteps,
} from '../../../../electron/jobs/backup/check-steps'
import { runOnThreads, ThreadBroken } from '../../../../electron/jobs/backup/check-threads'
import { bundleWorker } from '../../../support/bundle-worker'
import { manifestOf, never, pageKey } from './backup-fixture'

type Raw = Database.Database

const schema = `
  CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
  CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id),
    note TEXT NOT NULL);
  CREATE INDEX child_by_note ON child (note);
  CREATE INDEX child_by_parent ON child (parent_id);
  CREATE TABLE pair (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID;
  CREATE TABLE scratch (text TEXT);
  CREATE TABLE spare (id INTEGER PRIMARY KEY, name TEXT NOT NULL);`

/** The schema says something else for as long as the work takes, so that SQLite writes what it would not. */
function underSchema(path: string, name: string, sql: (own: string) => string, work: string): void {
  const edit = (next: (own: string) => string) =>
    withRaw(path, (raw) => {
      const own = raw.prepare('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(name)
      rewriteSchema(raw, 'UPDATE sqlite_schema SET sql = ? WHERE name = ?', [
        next(String(own)),
        name,
      ])
      return String(own)
    })
  const own = edit(sql)
  withRaw(path, (raw) => raw.exec(work))
  edit(() => own)
}

function rewriteSchema(raw: Raw, sql: string, values: unknown[]): void {
  raw.unsafeMode(true)
  raw.pragma('writable_schema = ON')
  raw.prepare(sql).run(...values)
}

function withRaw<T>(path: string, work: (raw: Raw) => T): T {
  const raw = connect({ path, key: pageKey() })
  try {
    return work(raw)
  } finally {
    raw.close()
  }
}

const rootOf = (raw: Raw, name: string) =>
  Number(raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name))

function addTable(raw: Raw, rootpage: number): void {
  const sql = `INSERT INTO sqlite_schema VALUES ('table', 'stray', 'stray', ?, 'CREATE TABLE stray (id INTEGER PRIMARY KEY, name TEXT NOT NULL)')`
  rewriteSchema(raw, sql, [rootpage])
}

const noIndex = (own: string) => `${own} WHERE id < 0`

/** Each damage, how it is made, and the steps of the shared check that find it. */
const damages: { name: string; make: (path: string) => void; found: string[] }[] = [
  {
    name: 'an index without the entry of a row',
    make: (path) =>
      underSchema(path, 'child_by_note', noIndex, `INSERT INTO child VALUES (999, 1, '新')`),
    found: ['structure', 'indexes'],
  },
  {
    name: 'an index whose entry has another value than the row',
    make: (path) =>
      underSchema(path, 'child_by_note', noIndex, `UPDATE child SET note = '别的' WHERE id = 7`),
    found: ['indexes'],
  },
  {
    name: 'pages that belong to nothing',
    make: (path) =>
      withRaw(path, (raw) =>
        rewriteSchema(raw, 'DELETE FROM sqlite_schema WHERE name = ?', ['child_by_note']),
      ),
    found: ['structure'],
  },
  {
    name: 'a page that two tables use',
    make: (path) => withRaw(path, (raw) => addTable(raw, rootOf(raw, 'parent'))),
    found: ['structure'],
  },
  {
    name: 'a free page that a table uses',
    make: (path) =>
      withRaw(path, (raw) => {
        const root = rootOf(raw, 'spare')
        raw.pragma('secure_delete = OFF')
        // The first free page becomes the list; the second stays readable, as an empty table.
        raw.exec('DROP TABLE scratch; DROP TABLE spare')
        addTable(raw, root)
      }),
    found: ['structure'],
  },
  {
    name: 'nothing where something must stand',
    make: (path) =>
      underSchema(
        path,
        'parent',
        (own) => own.replace(' NOT NULL', ''),
        'UPDATE parent SET name = NULL WHERE id = 3',
      ),
    found: ['structure', 'indexes'],
  },
  {
    name: 'a reference to nothing',
    make: (path) =>
      withRaw(path, (raw) => {
        raw.pragma('foreign_keys = OFF')
        raw.exec('UPDATE child SET parent_id = 12345 WHERE id = 7')
      }),
    found: ['references'],
  },
  {
    name: 'a reference to nothing that an index does not tell of',
    make: (path) =>
      underSchema(
        ...([path, 'child_by_parent', noIndex] as const),
        'PRAGMA foreign_keys = OFF; UPDATE child SET parent_id = 12345 WHERE id = 7',
      ),
    found: ['indexes'],
  },
]

describe('the check of an extracted database', { timeout: 60_000 }, () => {
  let folder: string
  let path: string
  let script: string
  beforeAll(async () => {
    script = await bundleWorker('electron/check-thread.ts')
  }, 60_000)
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kebu-check-'))
    path = join(folder, 'book.db')
    withRaw(path, fill)
  })
  afterEach(() => {
    useCheckThreads(null)
    rmSync(folder, { recursive: true, force: true })
  })
  afterAll(() => useCheckThreads(null))

  function fill(raw: Raw): void {
    raw.exec(schema)
    const parent = raw.prepare('INSERT INTO parent VALUES (?, ?)')
    const child = raw.prepare('INSERT INTO child VALUES (?, ?, ?)')
    const pair = raw.prepare('INSERT INTO pair VALUES (?, ?)')
    raw.transaction(() => {
      for (let id = 1; id <= 300; id++) {
        parent.run(id, `示例 ${id}`)
        child.run(id, id, `回访 ${id}`.repeat(20))
        pair.run(`左 ${id}`, `右 ${id}`)
      }
    })()
  }

  const manifest = () =>
    withRaw(path, (raw) => manifestOf({ ...readBookFacts(raw), release: () => undefined }))
  const check = (threads: number, signal = never(), key = pageKey()) =>
    checkBook({ path, key, manifest: manifest(), signal, threads })

  function steps(): CheckStep[] {
    const raw = openForCheck(path, pageKey())
    const list = shareSteps(raw, manifest())
    raw.close()
    return list
  }
  /** Without what happens when threads break down. */
  const checkOnThreads = (signal = never(), from = script) =>
    runOnThreads({
      ...{ path, key: pageKey(), cacheKib: 2048, script: from, steps: steps(), threads: 2, signal },
    })

  /** Kinds of steps that do not pass, each on a connection of its own. */
  function finders(): string[] {
    const kinds = steps().filter((step) => {
      const raw = openForCheck(path, pageKey())
      try {
        runStep(raw, step, 2048)
        return false
      } catch {
        return true
      } finally {
        raw.close()
      }
    })
    return [...new Set(kinds.map(({ kind }) => kind))]
  }

  const isOpen = () =>
    readdirSync('/proc/self/fd').some((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`).startsWith(path)
      } catch {
        return false
      }
    })

  it('passes a whole one, on one thread and on two (control)', async () => {
    expect(finders()).toEqual([])
    await check(1)
    await checkOnThreads()
    useCheckThreads(script)
    await check(2)
  })

  it.each(damages)('finds $name, on one thread and on two', async ({ make, found }) => {
    make(path)
    expect(finders()).toEqual(found)
    await expect(check(1)).rejects.toMatchObject({ code: 'backups.damaged' })
    await expect(checkOnThreads()).rejects.toMatchObject({ code: 'backups.damaged' })
    useCheckThreads(script)
    await expect(check(2)).rejects.toMatchObject({ code: 'backups.damaged' })
  })

  it('finds other rows, another audit head or another length than the manifest says', async () => {
    useCheckThreads(script)
    const whole = manifest()
    const lies = [
      { rowCounts: { ...whole.rowCounts, child: 299 } },
      { rowCounts: { ...whole.rowCounts, lost: 0 } },
      { auditHead: 'ff' },
      { pageCount: whole.pageCount + 1 },
    ]
    for (const lie of lies)
      for (const threads of [1, 2]) {
        const input = { path, key: pageKey(), signal: never(), threads }
        await expect(checkBook({ ...input, manifest: { ...whole, ...lie } })).rejects.toMatchObject(
          { code: 'backups.damaged' },
        )
      }
  })

  it('tells how far it is as steps pass, and comes to the whole', async () => {
    useCheckThreads(script)
    const told: number[] = []
    await checkBook({
      ...{ path, key: pageKey(), manifest: manifest(), signal: never(), threads: 2 },
      onShare: (done) => told.push(done),
    })
    expect(told).toHaveLength(steps().length)
    expect(told).toEqual([...told].sort((a, b) => a - b))
    expect(told.at(-1)).toBeCloseTo(1)
  })

  it('hands out every table of the database once, the one with the most to seek first', () => {
    const tables = steps().flatMap((step) => (step.kind === 'indexes' ? step.tables : []))
    expect([...tables].sort()).toEqual(['child', 'pair', 'parent', 'scratch', 'spare'])
    expect(tables[0]).toBe('child')
  })

  it('needs no threads: broken ones make it begin anew without', async () => {
    const broken = join(folder, 'broken.mjs')
    writeFileSync(broken, `throw new Error('no thread')`)
    await expect(checkOnThreads(never(), broken)).rejects.toBeInstanceOf(ThreadBroken)
    useCheckThreads(broken)
    await check(2)
    damages[1]?.make(path)
    await expect(check(2)).rejects.toMatchObject({ code: 'backups.damaged' })
  })

  it('is cancelled between two steps, and leaves no key and no open file behind', async () => {
    useCheckThreads(script)
    const controller = new AbortController()
    controller.abort()
    const key = pageKey()
    await expect(check(2, controller.signal, key)).rejects.toMatchObject({ code: 'core.cancelled' })
    expect(key).toEqual(Buffer.alloc(32))
    if (process.platform === 'linux') expect(isOpen()).toBe(false)
  })
})
