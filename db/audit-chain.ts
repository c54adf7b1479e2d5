import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@shared/core/errors'
import { type AuditEntry, type AuditHead, beginning, hashEntry, missingEnd } from './audit'
import type { ReadHandle } from './handles'
import { statement } from './statements'

type StoredEntry = AuditEntry & { id: number; previousHash: string; hash: string }

const columns = `id, command_id AS commandId, user_id AS userId, route, at, changes, subject,
  previous_hash AS previousHash, hash`

export type ChainVerdict =
  | { result: 'intact'; entries: number; head: string | null }
  | { result: 'entry-changed'; brokenAt: number; at: number | null }
  | { result: 'end-missing'; brokenAt: number; entries: number }

const batchSize = 500

/**
 * Walks the whole chain (R087, X9). `entry-changed`: the first entry that was changed or put in, or that stands behind a gap, with
 * its moment as stored. `end-missing`: the chain ends before an entry that is known to have been there, holds another one in
 * its place, or says itself that an end was found missing. Other work of this process runs between the batches.
 * @param head the end as it was kept outside the database, or null
 * @throws AppError `core.locked` when the book is closed meanwhile
 */
export async function verifyAuditChain(
  read: ReadHandle,
  auditKey: Buffer,
  head: AuditHead | null,
): Promise<ChainVerdict> {
  let entries = 0
  let previousHash = beginning
  let headHash: string | null = null
  let missingFrom: number | null = null
  for (;;) {
    const batch = readBatch(read, entries)
    for (const entry of batch) {
      const hash = hashEntry(auditKey, previousHash, entries + 1, entry)
      const isNext = entry.id === entries + 1 && entry.previousHash === previousHash
      if (!isNext || entry.hash !== hash)
        return { result: 'entry-changed', brokenAt: toNumber(entry.id, entries + 1), at: entry.at }
      entries += 1
      previousHash = hash
      if (entries === head?.id) headHash = hash
      if (entry.route === missingEnd) missingFrom ??= numberIn(entry.subject)
    }
    if (batch.length < batchSize) break
    await nextTurn()
  }
  if (entries < lastIdGiven(read)) return { result: 'end-missing', brokenAt: entries + 1, entries }
  if (head && headHash !== head.hash)
    return { result: 'end-missing', brokenAt: Math.min(head.id, entries + 1), entries }
  if (missingFrom !== null) return { result: 'end-missing', brokenAt: missingFrom, entries }
  return { result: 'intact', entries, head: entries === 0 ? null : previousHash }
}

/** `entry:57` → 57 */
function numberIn(subject: string | null): number {
  return Number(/^entry:(\d+)$/.exec(subject ?? '')?.[1] ?? 1)
}

/** A number that was put in may be larger than numbers are exact here. */
function toNumber(id: number, otherwise: number): number {
  return Number.isSafeInteger(id) ? id : otherwise
}

/** Without a lower bound at first: an entry with a number below 1 was put in. */
function readBatch(read: ReadHandle, after: number): StoredEntry[] {
  if (!read.raw.open) throw new AppError('core.locked', 'the book was closed')
  const sql = `SELECT ${columns} FROM audit_event ${after === 0 ? '' : 'WHERE id > ?'} ORDER BY id LIMIT ${batchSize}`
  return statement<StoredEntry>(read, sql).all(...(after === 0 ? [] : [after]))
}

/** SQLite remembers the highest number ever given: whoever cuts the end off has to think of it. */
function lastIdGiven(read: ReadHandle): number {
  const sql = `SELECT seq FROM sqlite_sequence WHERE name = 'audit_event'`
  return statement<{ seq: number }>(read, sql).get()?.seq ?? 0
}
