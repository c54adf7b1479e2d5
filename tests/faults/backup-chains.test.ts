import { rmSync } from 'node:fs'
import type { Book } from '@db/handles'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  dumpOf,
  dumpOfBackup,
  makeBook,
  makeSandbox,
  type Sandbox,
  writeLink,
} from '../electron/jobs/backup/backup-fixture'
import { quickFolder } from './power-cut/record'

/** All of them take minutes: KEBU_FAULTS=all asks for that, the gate takes a sample. */
const workloads = process.env.KEBU_FAULTS === 'all' ? 200 : 12
const steps = 30

/** One day: what is done to the book, and which backup is made at its end. */
const day = fc.record({
  change: fc.constantFrom('add', 'edit', 'remove', 'grow', 'vacuum', 'nothing'),
  size: fc.integer({ min: 1, max: 60 }),
  backup: fc.constantFrom('none', 'full', 'differential', 'incremental', 'incremental'),
})
type Day = { change: string; size: number; backup: string }
const workload = fc.array(day, { minLength: steps, maxLength: steps })

function change({ raw }: Book, { change, size }: Day, number: number): void {
  const put = raw.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)')
  const some = `SELECT key FROM setting ORDER BY key DESC LIMIT ${size}`
  if (change === 'add' || change === 'grow')
    raw.transaction(() => {
      for (let row = 0; row < size; row++)
        put.run(`day-${number}-${row}`, '示例'.repeat(change === 'grow' ? 600 : 8))
    })()
  if (change === 'edit') raw.exec(`UPDATE setting SET value = value || '改' WHERE key IN (${some})`)
  if (change === 'remove') raw.exec(`DELETE FROM setting WHERE key IN (${some})`)
  if (change === 'vacuum') raw.exec('VACUUM')
}

type Made = { path: string; dump: string }

/** Plays all days; answers every backup with what the book held when it was made. */
async function play(book: Book, sandbox: Sandbox, days: Day[]): Promise<Made[]> {
  const made: Made[] = []
  const last = { full: null as string | null, any: null as string | null }
  for (const [number, today] of days.entries()) {
    change(book, today, number)
    if (today.backup === 'none') continue
    const wanted = today.backup as 'full' | 'differential' | 'incremental'
    const parentPath = { full: null, differential: last.full, incremental: last.any }[wanted]
    const kind = parentPath === null ? 'full' : wanted
    const path = await writeLink(book, sandbox, `${number}.kebubak`, { kind, parentPath })
    if (kind === 'full') last.full = path
    last.any = path
    made.push({ path, dump: dumpOf(book.raw) })
  }
  return made
}

/** Plays random workloads one after the other; answers how many backups came back as they should. */
async function tryWorkloads(count: number, seed: number): Promise<number> {
  let restored = 0
  await fc.assert(
    fc.asyncProperty(workload, async (days) => {
      const sandbox = makeSandbox()
      const book = makeBook(sandbox)
      // Durability is proven elsewhere; here the disk would only be waited for.
      book.raw.pragma('synchronous = OFF')
      try {
        for (const { path, dump } of await play(book, sandbox, days)) {
          expect((await dumpOfBackup(path, sandbox)) === dump).toBe(true)
          restored++
        }
      } finally {
        book.close()
        sandbox.remove()
      }
    }),
    { numRuns: count, seed, endOnFailure: true },
  )
  return restored
}

describe('chains of backups', { timeout: 1_800_000 }, () => {
  let place: string
  beforeAll(() => {
    place = quickFolder('chains')
    vi.stubEnv('TMPDIR', place)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
    rmSync(place, { recursive: true, force: true })
  })

  it(`come back row for row after ${workloads} random workloads of ${steps} days`, async () => {
    const from = Date.now()
    // While one waits for its files, another has the processor.
    const lanes = [1, 2, 3, 4].map((lane) => tryWorkloads(workloads / 4, from + lane))
    const restored = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0)
    expect(restored).toBeGreaterThan(workloads * 10)
    console.log(`${restored} backups of ${workloads} workloads came back as they were`)
  })

  it('are told from a book that changed by one row (control)', async () => {
    const sandbox = makeSandbox()
    const book = makeBook(sandbox)
    const path = await writeLink(book, sandbox, '1.kebubak')
    change(book, { change: 'add', size: 1, backup: 'none' }, 1)
    expect((await dumpOfBackup(path, sandbox)) === dumpOf(book.raw)).toBe(false)
    book.close()
    sandbox.remove()
  })
})
