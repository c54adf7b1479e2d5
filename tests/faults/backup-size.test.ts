import { randomInt } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { holdSnapshot } from '@db/snapshot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finishBackup } from '../../electron/jobs/backup/partial-file'
import { proveBackup } from '../../electron/jobs/backup/prove-backup'
import { writeBackup } from '../../electron/jobs/backup/write-backup'
import {
  macKey,
  manifestOf,
  never,
  parentOf,
  quiet,
  vaultHeader,
} from '../electron/jobs/backup/backup-fixture'
import { makeBigBook, readForm } from '../factories/big-book'
import type { TestBook } from '../factories/test-book'

/** The whole book takes minutes to make: KEBU_FAULTS=all asks for it. */
const size =
  process.env.KEBU_FAULTS === 'all'
    ? { customers: 100_000, followUps: 1_000_000 }
    : { customers: 5_000, followUps: 20_000 }
const edits = 200
const limit = 5_000_000

describe(`an incremental backup of ${size.customers} customers`, { timeout: 1_800_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), 'kebu-size-'))
  const drive = join(root, 'drive')
  let book: TestBook
  let last: string | null = null
  let count = 0

  /** Writes a backup on top of the last one; answers its bytes. */
  async function backUp(): Promise<number> {
    const path = join(drive, `${(count += 1)}.kebubak`)
    const snapshot = holdSnapshot({ book: book.book, key: Buffer.from(book.key) })
    const backupUid = `0198f1a0-0000-7000-9000-${String(count).padStart(12, '0')}`
    const link = last === null ? {} : { kind: 'incremental' as const, ...(await parentOf(last)) }
    const manifest = { ...manifestOf(snapshot), backupUid, ...link }
    const input = { databasePath: book.path, finalPath: path, vaultHeader, manifest }
    await writeBackup({ ...input, parentPath: last, macKey: macKey() }, quiet, never())
    snapshot.release()
    await finishBackup(path)
    last = path
    return statSync(path).size
  }

  beforeAll(async () => {
    mkdirSync(drive)
    book = makeBigBook(size)
    const start = { at: performance.now(), cpu: process.cpuUsage() }
    const bytes = await backUp()
    const keys = { pageKey: Buffer.from(book.key), macKey: macKey() }
    await proveBackup({ path: last ?? '', workFolder: root, keys }, quiet, never())
    const { user, system } = process.cpuUsage(start.cpu)
    const [seconds, cpu] = [(performance.now() - start.at) / 1000, (user + system) / 1e6]
    const rate = (time: number) => `${(bytes / 1e6 / time).toFixed(0)} MB/s`
    console.log(
      `full backup of ${(bytes / 1e6).toFixed(0)} MB with proof: ${rate(seconds)}, ${rate(cpu)} of processor time`,
    )
  }, 1_800_000)
  afterAll(() => {
    book.dispose()
    rmSync(root, { recursive: true, force: true })
  })

  /** One command each for customers all over the book. */
  function each(work: (id: number) => void): void {
    for (let index = 0; index < edits; index++) {
      book.passTime(60_000)
      work(1 + randomInt(size.customers))
    }
  }
  function edit(change: object): void {
    each((id) => {
      const { updatedAt, ...form } = readForm(book, id)
      book.run('customers.update', { id, updatedAt, fields: { ...form, ...change } })
    })
  }

  it(`takes at most ${limit / 1e6} MB after ${edits} edits of notes, phones or stages`, async () => {
    for (const change of [{ notes: '改' }, { phone: '13900000001' }, { stage: 'intent' }]) {
      edit(change)
      const bytes = await backUp()
      console.log(`${edits} edits of ${Object.keys(change)[0]}: ${(bytes / 1e6).toFixed(2)} MB`)
      expect(bytes).toBeLessThanOrEqual(limit)
    }
  })

  it(`takes at most ${limit / 1e6} MB after ${edits} new follow-ups`, async () => {
    each((customerId) => {
      const occurredAt = book.clock() - 1000
      const entry = { customerId, type: 'phone' as const, occurredAt }
      book.run('follow-ups.create', { ...entry, content: '回访客户，谈样品与交货'.repeat(5) })
    })
    const bytes = await backUp()
    console.log(`${edits} new follow-ups: ${(bytes / 1e6).toFixed(2)} MB`)
    expect(bytes).toBeLessThanOrEqual(limit)
  })

  it('takes more when every row is written again (control)', async () => {
    const { followUps } = size
    book.command({ route: 'imports.commit', undoable: false }, () =>
      book.book.raw
        .prepare('UPDATE follow_up SET content = content || 1 WHERE id <= ?')
        .run(followUps),
    )
    expect(await backUp()).toBeGreaterThan(limit)
  })
})
