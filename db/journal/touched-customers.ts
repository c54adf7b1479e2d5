import type { ReadHandle } from '../handles'
import { customerChildNames } from '../schema/customer-children'
import { statement } from '../statements'

/**
 * The customers that a command changed, made or took away, everything that belongs to them included, as far as the rows of now and the
 * journal tell. What a reversal brings back is seen after it only, so both moments are to be asked.
 */
export function listTouchedCustomers(read: ReadHandle, commandId: number): number[] {
  return statement<{ id: number }>(
    read,
    `SELECT row_id AS id FROM change WHERE command_id = @commandId AND +table_name = 'customer'
     ${customerChildNames.map(belonging).join(' ')}`,
  )
    .all({ commandId })
    .map(({ id }) => id)
}

/** The customers whose rows of some of these tables a command changed, made or took away; to be asked as the ones above. */
export function listTouchedBelongings(
  read: ReadHandle,
  commandId: number,
  tables: readonly string[],
): number[] {
  const parts = tables.map(belonging).join(' ')
  return statement<{ id: number }>(read, `SELECT NULL AS id WHERE FALSE ${parts}`)
    .all({ commandId })
    .map(({ id }) => id)
}

/** By the row itself where it is there, by the journal where it was deleted. */
function belonging(table: string): string {
  return `UNION SELECT ${table}.customer_id FROM change JOIN ${table} ON ${table}.id = change.row_id
      WHERE change.command_id = @commandId AND +table_name = '${table}'
    UNION SELECT before ->> '$.customer_id' FROM change
      WHERE command_id = @commandId AND +table_name = '${table}' AND before ->> '$.customer_id' IS NOT NULL`
}
