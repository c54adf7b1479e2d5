import type { WriteHandle } from '../handles'
import type { ChangeOperation } from '../schema/journal'
import { customerChildNames } from '../schema/customer-children'
import { statement } from '../statements'

/** What the running command has done to one table of one customer so far. */
export type Touched = {
  customerId: number
  /** `customer` or one of the tables of `customer-children`. */
  table: string
  operation: ChangeOperation
  /** Row of the table; gone already when it was deleted. */
  rowId: number
  /** Columns that an update changed, as JSON of their new values; null for an insert or a delete. */
  after: string | null
}

/** Rows of customers that the running command has written up to now, in its order, from the journal. */
export function listTouched(write: WriteHandle, commandId: number): Touched[] {
  const written = new Set(
    statement<{ name: string }>(
      write,
      'SELECT DISTINCT table_name AS name FROM change WHERE command_id = ?',
    )
      .all(commandId)
      .map(({ name }) => name),
  )
  // Of the tables that were written only: each part walks all changes of the command.
  const parts = [
    ...(written.has('customer') ? [ofCustomer] : []),
    ...customerChildNames.filter((name) => written.has(name)).map(ofChild),
  ]
  if (parts.length === 0) return []
  return statement<Touched>(
    write,
    `SELECT customerId, "table", operation, rowId, after FROM (
       ${parts.join('\n    UNION ALL ')}
     ) WHERE customerId IS NOT NULL ORDER BY id`,
  ).all({ commandId })
}

const ofCustomer = `SELECT id, row_id AS customerId, table_name AS "table", operation, row_id AS rowId, after
  FROM change WHERE command_id = @commandId AND table_name = 'customer'`

const ofChild = (name: string) =>
  `SELECT change.id, coalesce(json_extract(before, '$.customer_id'), (SELECT customer_id FROM ${name} WHERE id = row_id)) AS customerId,
     table_name AS "table", operation, row_id AS rowId, after
   FROM change WHERE command_id = @commandId AND table_name = '${name}'`
