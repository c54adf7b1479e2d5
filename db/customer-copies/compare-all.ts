import {
  restoreStatuses,
  type RestoreStatus,
} from '@shared/features/restores/customer-restores.schema'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'
import { compareCustomer } from './compare-customer'
import { findCopied } from './copied-customer'

const perTurn = 500

export type RestoreCounts = Record<RestoreStatus, number>

/**
 * Compares every customer of a copy with the book of now and writes the outcome into the copy, so that a hundred thousand of them can be
 * filtered and counted at once. A look of that moment: whoever shows or writes one compares it again.
 * @param turn called now and then with how many are done; may throw to stop
 */
export async function compareAll(
  copy: ReadHandle,
  present: ReadHandle,
  turn: (done: number, total: number) => Promise<void>,
): Promise<RestoreCounts> {
  copy.raw.exec(
    `CREATE TABLE restore_row (customer_id INTEGER PRIMARY KEY, status TEXT NOT NULL) STRICT;
     CREATE INDEX restore_row_by_status ON restore_row (status)`,
  )
  const ids = statement<{ id: number; uid: string }>(
    copy,
    'SELECT id, uid FROM customer ORDER BY id',
  ).all()
  const insert = statement(copy, 'INSERT INTO restore_row (customer_id, status) VALUES (?, ?)')
  const counts = Object.fromEntries(restoreStatuses.map((name) => [name, 0])) as RestoreCounts
  for (let first = 0; first < ids.length; first += perTurn) {
    await turn(first, ids.length)
    const batch = ids.slice(first, first + perTurn)
    const uids = JSON.stringify(batch.map(({ uid }) => uid))
    const [then, now] = [fingerprintsOf(copy, uids), fingerprintsOf(present, uids)]
    copy.raw.transaction(() => {
      for (const { id, uid } of batch) {
        const isSame = then.get(uid) === now.get(uid)
        const copied = isSame ? null : findCopied(copy, uid)
        const status = copied ? compareCustomer(copied, present).status : 'same'
        counts[status] += 1
        insert.run(id, status)
      }
    })()
  }
  return counts
}

/** Rows of whatever else belongs to a customer, by what tells two states of one apart. */
const belongings = [
  { table: 'contact', state: 'uid || updated_at' },
  { table: 'contact_point', state: 'uid || updated_at' },
  { table: 'verification', state: `field || value || method || at` },
  { table: 'stage_change', state: `from_stage || to_stage || at || created_at` },
  {
    table: 'custom_value',
    state: `(SELECT type || uid FROM custom_field WHERE custom_field.id = field_id) || value`,
  },
]
const fingerprintsOfBelongings = belongings
  .map(
    ({ table, state }) => `|| '|' || ifnull((SELECT group_concat(state, char(10)) FROM (
         SELECT ${state} AS state FROM ${table} WHERE customer_id = c.id ORDER BY 1)), '')`,
  )
  .join('\n       ')

/**
 * What tells two states of a customer apart without reading texts: every edit of a row moves its `updated_at` on, and an undo
 * brings it back. Who has the same one is the same; nearly everybody is.
 */
function fingerprintsOf(read: ReadHandle, uids: string): Map<string, string> {
  const rows = statement<{ uid: string; fingerprint: string }>(
    read,
    `SELECT c.uid, c.updated_at || '|' || ifnull((SELECT group_concat(uid || updated_at, ' ') FROM (
         SELECT uid, updated_at FROM follow_up WHERE customer_id = c.id ORDER BY uid)), '')
       || '|' || ifnull((SELECT group_concat(type || ':' || name_folded, char(10)) FROM (
         SELECT t.type, t.name_folded FROM customer_tag ct JOIN tag t ON t.id = ct.tag_id
         WHERE ct.customer_id = c.id ORDER BY t.type, t.name_folded)), '')
       || '|' || ifnull((SELECT group_concat(uid, ' ') FROM (
         SELECT uid FROM attachment WHERE customer_id = c.id ORDER BY uid)), '')
       ${fingerprintsOfBelongings} AS fingerprint
     FROM json_each(?) wanted CROSS JOIN customer c ON c.uid = wanted.value`,
  ).all(uids)
  return new Map(rows.map(({ uid, fingerprint }) => [uid, fingerprint]))
}
