import type Database from 'better-sqlite3'
import type { ReadHandle } from './handles'
import { customerChildNames } from './schema/customer-children'
import { statement } from './statements'

/** The customers that a command was about: the first ones by id, and how many there are. */
type Touched = { ids: number[]; count: number }

const nobody: Touched = { ids: [], count: 0 }
const named = 3

/** A row of a customer that is gone: its last whole state stands in the journal. */
const formerCustomer = `(SELECT json_extract(d.before, '$.customer_id') FROM change d
  WHERE d.table_name = c.table_name AND d.row_id = c.row_id AND d.operation = 'delete' ORDER BY d.id DESC LIMIT 1)`

const customerOfChange = `CASE c.table_name
  WHEN 'customer' THEN c.row_id
  ${customerChildNames
    .map(
      (name) =>
        `WHEN '${name}' THEN ifnull((SELECT customer_id FROM ${name} WHERE id = c.row_id), ${formerCustomer})`,
    )
    .join(' ')}
  END`

/** A journal does not change, and counting a hundred thousand rows for a line of the audit page takes 0.1 s. */
const largeCommand = 1000
const known = new WeakMap<Database.Database, Map<number, Touched>>()

/** Customers whose own row or rows of whom a finished command changed. */
export function touchedCustomers(
  read: ReadHandle,
  { commandId, changes }: { commandId: number | null; changes: number },
): Touched {
  if (commandId === null || changes === 0) return nobody
  if (changes < largeCommand) return countTouched(read, commandId)
  const counted = known.get(read.raw) ?? new Map<number, Touched>()
  known.set(read.raw, counted)
  const touched = counted.get(commandId) ?? countTouched(read, commandId)
  counted.set(commandId, touched)
  return touched
}

function countTouched(read: ReadHandle, commandId: number): Touched {
  const row = statement<{ ids: string; count: number }>(
    read,
    `WITH touched AS MATERIALIZED (
       SELECT DISTINCT ${customerOfChange} AS id FROM change c WHERE c.command_id = ?)
     SELECT count(id) AS count,
       (SELECT json_group_array(id) FROM (SELECT id FROM touched WHERE id IS NOT NULL ORDER BY id LIMIT ${named})) AS ids
     FROM touched`,
  ).get(commandId)
  return row ? { ids: JSON.parse(row.ids) as number[], count: row.count } : nobody
}

/** Names of today; of a customer that is gone, such as after an undone import, the last one the journal has. */
export function namesOfCustomers(read: ReadHandle, ids: number[]): { id: number; name: string }[] {
  return ids.flatMap((id) => {
    const row = statement<{ name: string | null }>(
      read,
      `SELECT ifnull((SELECT name FROM customer WHERE id = @id),
         (SELECT json_extract(before, '$.name') FROM change
          WHERE table_name = 'customer' AND row_id = @id AND operation = 'delete' ORDER BY id DESC LIMIT 1)) AS name`,
    ).get({ id })
    return typeof row?.name === 'string' ? [{ id, name: row.name }] : []
  })
}
