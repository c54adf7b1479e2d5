import type { Role } from '@shared/core/permissions'
import type { Book } from '../handles'
import { statement } from '../statements'

/**
 * Makes sure that a person of the vault header has a row in this book, with today's name and role. Runs at open, outside
 * any command: the header is the source, the row is what other rows point at.
 * @param now epoch ms
 * @returns row id
 */
export function ensureUser(
  book: Book,
  person: { uid: string; name: string; role: Role; now: number },
): number {
  const row = statement<{ id: number }>(
    book.read,
    `INSERT INTO user (uid, name, role, created_at, updated_at) VALUES (@uid, @name, @role, @now, @now)
     ON CONFLICT (uid) DO UPDATE SET name = excluded.name, role = excluded.role, updated_at = excluded.updated_at
     RETURNING id`,
  ).get(person)
  if (!row) throw new Error('user row was not written')
  return row.id
}
