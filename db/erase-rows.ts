import { sweepBlobs } from './attachment-blobs'
import { removedChildSql } from './custom-sql/audit-indexes'
import type { ReadHandle, WriteHandle } from './handles'
import { customerChildNames } from './schema/customer-children'
import { statement } from './statements'

const wanted = '(SELECT value FROM json_each(@ids))'

const ofRemoved = `${removedChildSql}
  AND json_extract(before, '$.customer_id') IN ${wanted}`

/** What somebody said of a pair hangs on the other one of it where that has the lower id. */
const ofPairs = `SELECT table_name, row_id FROM change WHERE table_name = 'not_duplicate'
  AND json_extract(before, '$.other_id') IN ${wanted}`

/**
 * Removes everything that is known of some customers: their rows with all that belong to them, those that were merged into them,
 * drafts, and what the journal holds of them, the rows that this very removal writes there included. Customers that are in the
 * journal only, such as after an undone import, go too. Must run under a command that is in the deletion log.
 * @returns how many of them were there
 */
export function eraseRows(write: WriteHandle, uids: readonly string[]): number {
  const values = { uids: JSON.stringify(uids) }
  const asked = idsOf(
    write,
    'SELECT id FROM customer WHERE uid IN (SELECT value FROM json_each(@uids))',
    values,
  )
  const there = listWithMerged(write, asked).map(({ id }) => id)
  const former = idsOf(
    write,
    `SELECT DISTINCT row_id AS id FROM change WHERE table_name = 'customer' AND operation = 'delete'
       AND json_extract(before, '$.uid') IN (SELECT value FROM json_each(@uids))`,
    values,
  )
  const all = { ids: JSON.stringify([...new Set([...there, ...former])]) }
  statement(
    write,
    `DELETE FROM draft WHERE key IN (
       SELECT forms.column1 || value FROM json_each(@ids), (VALUES ('customer:'), ('follow-up:'), ('contacts:')) AS forms)`,
  ).run(all)
  // Children first, since references are checked at once.
  for (const name of customerChildNames) deleteWhere(write, name, 'customer_id', all)
  unlink(write, all)
  deleteWhere(write, 'customer', 'id', all)
  forget(write, all)
  // Files that only they had; no journal row can bring one back any more.
  sweepBlobs(write)
  return there.length
}

/** Customers with everybody who was merged into them, and into those. */
export function listWithMerged(
  read: ReadHandle,
  ids: readonly number[],
): { id: number; uid: string; code: string }[] {
  return statement<{ id: number; uid: string; code: string }>(
    read,
    `WITH RECURSIVE gone (id) AS (SELECT id FROM customer WHERE id IN ${wanted}
       UNION SELECT customer.id FROM gone JOIN customer ON customer.merged_into_id = gone.id)
     SELECT id, uid, code FROM customer WHERE id IN (SELECT id FROM gone) ORDER BY id`,
  ).all({ ids: JSON.stringify(ids) })
}

/** Others may name them: as who brought them, as who is not the same, as who may be. */
function unlink(write: WriteHandle, all: { ids: string }): void {
  deleteWhere(write, 'not_duplicate', 'other_id', all)
  deleteWhere(write, 'duplicate_candidate', 'customer_id', all)
  deleteWhere(write, 'duplicate_candidate', 'other_id', all)
  for (const column of ['referrer_id', 'merged_into_id'])
    statement(write, `UPDATE customer SET ${column} = NULL WHERE ${column} IN ${wanted}`).run(all)
}

function deleteWhere(
  write: WriteHandle,
  table: string,
  column: string,
  all: { ids: string },
): void {
  statement(write, `DELETE FROM ${table} WHERE ${column} IN ${wanted}`).run(all)
}

/** Takes the rows out of the journal; a command of which nothing is left cannot be undone any more. */
function forget(write: WriteHandle, all: { ids: string }): void {
  const ofRows = statement<{ commandId: number }>(
    write,
    `DELETE FROM change WHERE id IN (
       SELECT c.id FROM change c WHERE c.table_name = 'customer' AND c.row_id IN ${wanted}
       UNION SELECT c.id FROM (SELECT DISTINCT table_name, row_id FROM change WHERE ${ofRemoved} UNION ${ofPairs}) gone
         JOIN change c ON c.table_name = gone.table_name AND c.row_id = gone.row_id)
     RETURNING command_id AS commandId`,
  ).all(all)
  const commands = JSON.stringify([...new Set(ofRows.map(({ commandId }) => commandId))])
  statement(
    write,
    `UPDATE command SET undoable = 0 WHERE id IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM change WHERE change.command_id = command.id)`,
  ).run(commands)
}

function idsOf(write: WriteHandle, sql: string, values: { uids: string }): number[] {
  return statement<{ id: number }>(write, sql)
    .all(values)
    .map(({ id }) => id)
}
