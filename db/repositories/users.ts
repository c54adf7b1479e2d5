import type { Role } from '@shared/core/permissions'
import type { UserStatus } from '@shared/features/users/users.schema'
import type { Book, ReadHandle } from '../handles'
import { statement } from '../statements'

/** A person of the vault header. */
export type KnownUser = { uid: string; name: string; role: Role; status: UserStatus }

/**
 * Brings the people of this book in line with the vault header: everybody there gets a row with today's name, role and status,
 * and who is not there any more is marked as removed. Outside any command: the header is the source, the rows are what other
 * rows point at.
 * @param now epoch ms
 */
export function syncUsers(book: Book, users: KnownUser[], now: number): void {
  // Not an upsert: one that meets its row burns an AUTOINCREMENT id all the same.
  const insert = statement(
    book.read,
    `INSERT INTO user (uid, name, role, status, created_at, updated_at)
     SELECT @uid, @name, @role, @status, @now, @now WHERE NOT EXISTS (SELECT 1 FROM user WHERE uid = @uid)`,
  )
  const update = statement(
    book.read,
    `UPDATE user SET name = @name, role = @role, status = @status, updated_at = @now
     WHERE uid = @uid AND (name, role, status) IS NOT (@name, @role, @status)`,
  )
  const remove = statement(
    book.read,
    `UPDATE user SET status = 'removed', updated_at = @now
     WHERE status <> 'removed' AND uid NOT IN (SELECT value FROM json_each(@uids))`,
  )
  book.raw
    .transaction(() => {
      for (const { uid, name, role, status } of users)
        for (const write of [insert, update]) write.run({ uid, name, role, status, now })
      remove.run({ uids: JSON.stringify(users.map(({ uid }) => uid)), now })
    })
    .immediate()
}

/** Row id of a person of the header, or null for one that this book has never seen. */
export function findUserId(read: ReadHandle, uid: string): number | null {
  return statement<{ id: number }>(read, 'SELECT id FROM user WHERE uid = ?').get(uid)?.id ?? null
}

export type UserFacts = { uid: string; customers: number; lastUnlockAt: number | null }

/** What only the book knows of people: how many customers at work each owns, and when each was here last. */
export function listUserFacts(read: ReadHandle): UserFacts[] {
  return statement<UserFacts>(
    read,
    `SELECT uid, last_unlock_at AS lastUnlockAt, (SELECT count(*) FROM customer
       WHERE owner_id = user.id AND pooled_at IS NULL AND archived_at IS NULL) AS customers
     FROM user ORDER BY id`,
  ).all()
}

/** Remembers that a person has opened the book. */
export function noteUnlock(book: Book, userId: number, at: number): void {
  statement(book.read, 'UPDATE user SET last_unlock_at = ? WHERE id = ?').run(at, userId)
}
