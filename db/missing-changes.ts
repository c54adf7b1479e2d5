import type { ChangesMissing } from '@shared/features/vault/book-condition.schema'
import { type AuditHead, findAuditHead, findLastMoment } from './audit'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/** How far a book had got: its newest audit entry and command after some command, kept outside of it. */
export type HighWater = {
  head: AuditHead
  commandId: number
  /** Epoch ms of the command. */
  at: number
}

/** How far the book has got; null before its first audit entry. */
export function findHighWater(read: ReadHandle, at: number): HighWater | null {
  const head = findAuditHead(read)
  return head && { head, commandId: lastCommandId(read), at }
}

/**
 * What a book does not hold that is known to have been written into it: its WAL was lost or cut, or an older file was put back (FACTS 3).
 * Null when nothing is missing, or nothing but entries of the audit trail. Reads three rows; to be called at open before anything is
 * written.
 * @param known the newest state that was noted outside of the book; `commandId` and `at` are null where only the end of the chain is known
 */
export function findMissingChanges(
  read: ReadHandle,
  known: { head: AuditHead; commandId: number | null; at: number | null },
): ChangesMissing | null {
  const sql = 'SELECT hash FROM audit_event WHERE id = ?'
  const there = statement<{ hash: string }>(read, sql).get(known.head.id)
  if (there?.hash === known.head.hash) return null
  // Another entry in its place: the book went on from an older state, and its own commands are counted in.
  const commands = there || known.commandId === null ? null : known.commandId - lastCommandId(read)
  if (commands !== null && commands <= 0) return null
  return { kind: 'changes-missing', commands, from: findLastMoment(read), until: known.at }
}

function lastCommandId(read: ReadHandle): number {
  const sql = 'SELECT coalesce(max(id), 0) AS id FROM command'
  return statement<{ id: number }>(read, sql).get()?.id ?? 0
}
