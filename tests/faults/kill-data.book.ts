import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyAuditChain } from '@db/audit-chain'
import { connect } from '@db/connect'
import { migrate, migrations } from '@db/migrations'
import { openBook } from '@db/open'
import { recordEvents } from '@db/audit'
import type { Book } from '@db/handles'

/** One answer that the worker has given: what must be in the book from then on, and how long the audit trail was. */
export type Acknowledged = { kind: 'customer' | 'follow-up' | 'import'; key: string; audit: number }

export const acknowledgements = 'acknowledged'
export const bookOf = (folder: string) => join(folder, 'book.db')
export const killedOwner = {
  ...{ uid: '018f3c2a-0000-7000-8000-000000000001', name: '示例店主' },
  ...{ role: 'owner' as const, status: 'active' as const },
}
export const pageKey = () => Buffer.alloc(32, 1)
export const auditKey = () => Buffer.alloc(32, 2)

/** A new book for the worker to open. */
export function makeNewBook(folder: string): void {
  openBook({ path: bookOf(folder), key: pageKey(), mode: 'create' }).close()
}

/** A book of the first version with customers and a trail; opening it takes a migration. */
export function makeOldBook(folder: string, customers: number): void {
  const raw = connect({ path: bookOf(folder), key: pageKey() })
  migrate(raw, migrations.slice(0, 1))
  raw
    .prepare(
      `INSERT INTO user (uid, name, role, created_at, updated_at) VALUES (?, '示例', 'owner', 1, 1)`,
    )
    .run(killedOwner.uid)
  const insert = raw.prepare(
    `INSERT INTO customer (uid, code, kind, name, name_pinyin, name_initials, stage, stage_changed_at, tier,
       owner_id, creator_id, created_at, updated_at, search_text)
     VALUES (?, ?, 'company', ?, 'shi li', 'sl', 'won', 1, 'high', 1, 1, 1, 1, '示例')`,
  )
  raw.transaction(() => {
    for (let index = 0; index < customers; index += 1)
      insert.run(`old-${index}`, `old-${index}`, `旧示例 ${index}`)
  })()
  raw.exec('INSERT INTO current_command (id, command_id) VALUES (1, NULL)')
  const notes = Array.from({ length: 5 }, () => ({
    ...{ route: 'vault.unlock', at: 1, userUid: null, subject: null },
  }))
  recordEvents({ raw, read: { raw } } as unknown as Book, auditKey(), notes)
  raw.close()
}

export function readAcknowledged(folder: string): Acknowledged[] {
  return readFileSync(join(folder, acknowledgements), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Acknowledged)
}

const tables = {
  customer: 'SELECT name FROM customer',
  'follow-up': 'SELECT content FROM follow_up',
  import: 'SELECT file_name FROM import_batch',
} as const

/** What is wrong with a book after a kill, `lost` being acknowledged rows that are gone. */
export async function examine(folder: string) {
  const book = openBook({ path: bookOf(folder), key: pageKey(), mode: 'open' })
  try {
    const acknowledged = readAcknowledged(folder)
    const lost = Object.entries(tables).flatMap(([kind, sql]) => {
      const present = new Set(book.raw.prepare(sql).pluck().all())
      return acknowledged.filter((one) => one.kind === kind && !present.has(one.key))
    })
    const trail = await verifyAuditChain(book.read, auditKey(), null)
    const entries = trail.result === 'intact' ? trail.entries : 0
    return {
      acknowledged: acknowledged.length,
      lost: lost.length,
      integrity: book.raw.pragma('integrity_check', { simple: true }),
      brokenReferences: (book.raw.pragma('foreign_key_check') as unknown[]).length,
      trail: trail.result,
      trailTooShort: acknowledged.some(({ audit }) => audit > entries),
      halfImports: countHalfImports(book),
      old: countOld(book),
    }
  } finally {
    book.close()
  }
}

/** Imports whose rows are not all there, and rows whose import is not there. */
function countHalfImports({ raw }: Book): number {
  return Number(
    raw
      .prepare(
        `WITH written AS (SELECT substr(external_id, 1, instr(external_id || '-', '-') - 1) AS run, count(*) AS rows
             FROM customer WHERE external_id IS NOT NULL GROUP BY 1),
           batches AS (SELECT substr(file_name, 1, instr(file_name, '-') - 1) AS run, sum(customers) AS rows
             FROM import_batch GROUP BY 1)
         SELECT count(*) FROM written FULL JOIN batches USING (run) WHERE written.rows IS NOT batches.rows`,
      )
      .pluck()
      .get(),
  )
}

function countOld({ raw }: Book): number {
  const sql = `SELECT count(*) FROM customer WHERE name LIKE '旧示例 %' AND search_contact IS NOT NULL`
  return Number(raw.prepare(sql).pluck().get())
}
