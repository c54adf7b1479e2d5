import { fieldLevelOf } from '@shared/core/permissions'
import type { EntryFile, FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import { maskName, type Onlooker } from './customer-view'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/** An entry as it is stored, with the name of whom they met. */
export type StoredEntry = Omit<FollowUpEntry, 'nextAllDay' | 'contact' | 'files'> & {
  nextAllDay: 0 | 1
  contactId: number | null
  contactName: string | null
}

/** Columns of a stored entry; `f` is the follow-up, `u` who wrote it. */
export const entryColumns = `f.id, f.uid, f.code, f.customer_id AS customerId, f.type, f.occurred_at AS occurredAt, f.content,
  f.outcome, f.contact_id AS contactId, (SELECT name FROM contact WHERE contact.id = f.contact_id) AS contactName,
  f.next_follow_at AS nextFollowAt, f.next_note AS nextNote, f.next_type AS nextType, f.next_all_day AS nextAllDay,
  f.next_done_at AS nextDoneAt, u.name AS followerName, f.created_at AS createdAt, f.updated_at AS updatedAt`

/** Some entries of one customer by row id, in no order, as the onlooker may see them. Whether they may read them is asked before. */
export function listEntriesById(
  read: ReadHandle,
  ids: number[],
  onlooker: Onlooker,
): FollowUpEntry[] {
  if (ids.length === 0) return []
  const rows = statement<StoredEntry>(
    read,
    `SELECT ${entryColumns} FROM follow_up f JOIN user u ON u.id = f.follower_id
     WHERE f.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids))
  return viewEntries(read, rows, onlooker)
}

/** Entries of one customer as far as the onlooker may see them: texts and files are notes, whom they met is a contact (R084). */
export function viewEntries(
  read: ReadHandle,
  rows: readonly StoredEntry[],
  { role, relation }: Onlooker,
): FollowUpEntry[] {
  const seesNotes = fieldLevelOf(role, 'notes', relation) === 'full'
  const contactLevel = fieldLevelOf(role, 'contact', relation)
  const nameOf = (name: string) => (contactLevel === 'full' ? name : maskName(name))
  const files = seesNotes ? filesByEntry(read, rows) : null
  return rows.map(({ nextAllDay, contactId, contactName, ...entry }) => ({
    ...entry,
    ...(seesNotes ? {} : { content: '', nextNote: null }),
    nextAllDay: nextAllDay === 1,
    contact:
      contactId === null || contactName === null || contactLevel === 'none'
        ? null
        : { id: contactId, name: nameOf(contactName) },
    files: files?.get(entry.id) ?? [],
  }))
}

function filesByEntry(
  read: ReadHandle,
  rows: readonly StoredEntry[],
): ReadonlyMap<number, EntryFile[]> {
  const found = statement<EntryFile & { followUpId: number }>(
    read,
    `SELECT a.id, a.follow_up_id AS followUpId, a.file_name AS fileName, a.media_type AS mediaType, b.bytes
     FROM json_each(?) wanted CROSS JOIN attachment a ON a.follow_up_id = wanted.value
     JOIN attachment_blob b ON b.id = a.blob_id ORDER BY a.id`,
  ).all(JSON.stringify(rows.map(({ id }) => id)))
  const byEntry = new Map<number, EntryFile[]>()
  for (const { followUpId, ...file } of found)
    byEntry.set(followUpId, [...(byEntry.get(followUpId) ?? []), file])
  return byEntry
}
