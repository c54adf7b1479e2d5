import type { ErasureReason } from '@shared/features/customers/customers.enums'
import type { WriteContext } from '../context'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'

/** A customer who was erased: identity and moment (epoch ms), nothing else. */
export type Deletion = { uid: string; at: number }

/** Everybody who was ever erased from this book, oldest first. */
export function listDeletions(read: ReadHandle): Deletion[] {
  return statement<Deletion>(
    read,
    'SELECT customer_uid AS uid, erased_at AS at FROM deletion_log ORDER BY id',
  ).all()
}

/** Those of these deletions that this book does not know of; each once. */
export function listUnknownDeletions(read: ReadHandle, known: readonly Deletion[]): Deletion[] {
  const inLog = new Set(listDeletions(read).map(({ uid }) => uid))
  return [...new Map(known.map((deletion) => [deletion.uid, deletion])).values()].filter(
    ({ uid }) => !inLog.has(uid),
  )
}

/** True when this customer was erased and must not come back. */
export function isErased(read: ReadHandle, uid: string): boolean {
  const sql = 'SELECT 1 FROM deletion_log WHERE customer_uid = ?'
  return statement(read, sql).get(uid) !== undefined
}

/** Writes deletions down under the running command, which may from then on take rows out of the journal. */
export function recordDeletions(
  { write, session, commandId }: WriteContext,
  deletions: readonly Deletion[],
  reason: ErasureReason,
): void {
  const insert = statement(
    write,
    `INSERT INTO deletion_log (customer_uid, erased_at, user_id, reason, command_id)
     VALUES (@uid, @at, @userId, @reason, @commandId)`,
  )
  for (const { uid, at } of deletions)
    insert.run({ uid, at, reason, commandId, userId: session.userId })
}
