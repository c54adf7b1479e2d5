import { isAllowed } from '@shared/core/permissions'
import type { CustomerChanges } from '@shared/features/history/history.schema'
import { touchedCustomers } from '../audit-customers'
import { mayReverse } from '../command-rights'
import type { ReadContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import type { ReadHandle } from '../handles'
import { createChangeReader, type StoredChange } from '../history-changes'
import { rowsOfCustomer } from '../rows-of-customer'
import type { CommandKind } from '../schema/journal'
import { statement } from '../statements'

type Page = { customerId: number; before: number | null; limit: number }

type Command = {
  id: number
  route: string
  userId: number
  userName: string
  at: number
  kind: CommandKind
  undoable: number
  reversedBy: number | null
  changes: number
}

const changesOfCustomer = `(${rowsOfCustomer}) r
  CROSS JOIN change c ON c.table_name = r.name AND c.row_id = r.id`

/**
 * One page of who changed what of a customer and of all that belongs to it, newest first, by command. Fields are told as far
 * as the reader sees them today (R084, R089): what is hidden whole is left out.
 * @throws AppError customers.not-found
 */
export function listFieldHistory(
  context: ReadContext,
  { customerId, before, limit }: Page,
): { groups: CustomerChanges[]; next: number | null } {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'customers.read', customerId)
  const readChange = createChangeReader(context, { role: session.role, relation })
  const groups: CustomerChanges[] = []
  let edge = before
  // A command of which the reader may know nothing leaves no group, so one page may need more than one look.
  for (;;) {
    const ids = listCommandIds(read, { customerId, before: edge, limit: limit - groups.length })
    for (const [id, rows] of changesByRow(read, customerId, ids)) {
      const changes = rows.map(readChange).filter((change) => change !== null)
      if (changes.length > 0) groups.push({ ...describe(context, id), changes })
    }
    edge = ids.at(-1) ?? null
    if (groups.length === limit || edge === null) return { groups, next: edge }
  }
}

/** The statement on its own, so that its plan can be looked at. */
export const commandIdsQuery = `SELECT DISTINCT c.command_id AS id FROM ${changesOfCustomer}
  WHERE c.command_id < @before ORDER BY id DESC LIMIT @limit`

function listCommandIds(read: ReadHandle, { customerId, before, limit }: Page): number[] {
  return statement<{ id: number }>(read, commandIdsQuery)
    .all({ customerId, limit, before: before ?? Number.MAX_SAFE_INTEGER })
    .map(({ id }) => id)
}

/** The changes of these commands by command, in their given order, and by row. */
function changesByRow(
  read: ReadHandle,
  customerId: number,
  ids: readonly number[],
): Map<number, StoredChange[][]> {
  const rows = statement<StoredChange>(
    read,
    `SELECT c.id, c.command_id AS commandId, c.table_name AS tableName, c.row_id AS rowId,
       c.operation, c.before, c.after
     FROM ${changesOfCustomer}
     WHERE c.command_id IN (SELECT value FROM json_each(@ids)) ORDER BY c.id`,
  ).all({ customerId, ids: JSON.stringify(ids) })
  const grouped = new Map<number, Map<string, StoredChange[]>>(ids.map((id) => [id, new Map()]))
  for (const row of rows) {
    const ofCommand = grouped.get(row.commandId)
    const key = `${row.tableName} ${row.rowId}`
    ofCommand?.set(key, [...(ofCommand.get(key) ?? []), row])
  }
  return new Map([...grouped].map(([id, byRow]) => [id, [...byRow.values()]]))
}

function describe(
  { read, session }: ReadContext,
  commandId: number,
): Omit<CustomerChanges, 'changes'> {
  const found = statement<Command>(
    read,
    `SELECT c.id, ifnull((SELECT coalesce(origin.route, d.route) FROM command d
         LEFT JOIN command origin ON origin.id = d.reverses AND d.kind = 'undo'
         WHERE d.id = c.reverses), c.route) AS route,
       c.user_id AS userId, u.name AS userName, c.at, c.kind, c.undoable,
       c.reversed_by AS reversedBy, c.changes
     FROM command c JOIN user u ON u.id = c.user_id WHERE c.id = ?`,
  ).get(commandId)
  if (!found) throw new Error('a change without its command')
  const { route, userName, at, kind, changes } = found
  const { count } = touchedCustomers(read, { commandId, changes })
  return { commandId, route, userName, at, kind, customerCount: count, offer: offerOf() }

  function offerOf(): CustomerChanges['offer'] {
    const isReversible = found?.kind === 'do' && found.undoable === 1
    if (!found || !isReversible || !isAllowed(session.role, 'history.undo')) return null
    if (!mayReverse(session, found)) return null
    return found.reversedBy === null ? 'undo' : 'redo'
  }
}
