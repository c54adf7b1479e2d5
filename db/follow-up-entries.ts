import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/** Columns of an entry as the window gets it; `f` is the follow-up, `u` who wrote it. */
export const entryColumns = `f.id, f.uid, f.code, f.customer_id AS customerId, f.type, f.occurred_at AS occurredAt, f.content,
  f.next_follow_at AS nextFollowAt, f.next_note AS nextNote, f.next_done_at AS nextDoneAt,
  u.name AS followerName, f.created_at AS createdAt, f.updated_at AS updatedAt`

/** Some entries by row id, in no order. Whose they are is asked before. */
export function listEntriesById(read: ReadHandle, ids: number[]): FollowUpEntry[] {
  if (ids.length === 0) return []
  return statement<FollowUpEntry>(
    read,
    `SELECT ${entryColumns} FROM follow_up f JOIN user u ON u.id = f.follower_id
     WHERE f.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))
}
