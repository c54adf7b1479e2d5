import { AppError } from '@shared/core/errors'
import type { HistoryObstacle } from '@shared/features/history/history.schema'
import { assertMayReverse } from '../command-rights'
import type { ReadContext } from '../context'
import { findCustomerRelation } from '../customer-relation'
import type { Onlooker } from '../customer-view'
import type { ReadHandle } from '../handles'
import { historyFields, isHistoryTable } from '../history-fields'
import { levelOf } from '../history-values'
import { type Conflict, listConflicts, toValues } from '../journal/conflicts'
import { customerChildNames } from '../schema/customer-children'
import { statement } from '../statements'

const shown = 20

/**
 * What keeps a command from being taken back, or an undone one from being brought back: which customer, which fields, who
 * changed them later and when; never a value, and of a customer that the caller may not read nothing but that there is one.
 * @throws AppError history.nothing-to-undo; core.forbidden
 */
export function explainConflicts(
  context: ReadContext,
  commandId: number,
): { obstacles: HistoryObstacle[]; total: number } {
  const { read, session } = context
  const target = statement<{ userId: number; reversedBy: number | null }>(
    read,
    `SELECT user_id AS userId, reversed_by AS reversedBy FROM command
     WHERE id = ? AND kind = 'do' AND undoable = 1 AND changes > 0`,
  ).get(commandId)
  if (!target) throw new AppError('history.nothing-to-undo')
  assertMayReverse(session, target)
  // Of a command that was undone, redo would reverse the undo.
  const reversed = target.reversedBy ?? commandId
  const conflicts = listConflicts(read, reversed, Number.MAX_SAFE_INTEGER)
  const obstacles = conflicts
    .slice(0, shown)
    .map((conflict) => toObstacle(context, conflict, reversed))
  return { obstacles, total: conflicts.length }
}

function toObstacle(context: ReadContext, conflict: Conflict, after: number): HistoryObstacle {
  const { read, session } = context
  const { tableName: table, kind } = conflict
  const belongs = table === 'customer' || customerChildNames.includes(table)
  const customerId = customerOf(read, conflict)
  const relation = customerId === null ? null : findCustomerRelation(read, context, customerId)
  if (belongs && relation === null)
    return { table, kind, customer: null, fields: [], userName: null, at: null }
  const later = findLater(read, conflict, after)
  const fields = relation === null ? [] : namesOfFields(conflict, { role: session.role, relation })
  const customer = customerId === null ? null : findName(read, customerId)
  return { table, kind, customer, fields, userName: later?.userName ?? null, at: later?.at ?? null }
}

/** By the row itself where it is there, by the journal where it was deleted. */
function customerOf(read: ReadHandle, { tableName, rowId }: Conflict): number | null {
  if (tableName === 'customer') return rowId
  if (!customerChildNames.includes(tableName)) return null
  const row = statement<{ id: number | null }>(
    read,
    `SELECT coalesce((SELECT customer_id FROM ${tableName} WHERE id = @rowId),
       (SELECT before ->> '$.customer_id' FROM change WHERE table_name = '${tableName}'
         AND row_id = @rowId AND operation = 'delete' ORDER BY id DESC LIMIT 1)) AS id`,
  ).get({ rowId })
  return row?.id ?? null
}

function findName(read: ReadHandle, id: number): HistoryObstacle['customer'] {
  const named = statement<{ id: number; name: string }>(
    read,
    'SELECT id, name FROM customer WHERE id = ?',
  )
  return named.get(id) ?? null
}

function namesOfFields({ tableName, columns }: Conflict, onlooker: Onlooker): string[] {
  if (!isHistoryTable(tableName)) return []
  const known = historyFields[tableName]
  const names = columns.flatMap((column) => {
    const field = known.get(column)
    return field && levelOf(field, onlooker) !== 'none' ? [field.name] : []
  })
  return [...new Set(names)]
}

/** The newest change of one of these columns, or of the row where it came or went. */
function findLater(
  read: ReadHandle,
  { tableName, rowId, columns }: Conflict,
  after: number,
): { userName: string; at: number } | null {
  const changes = statement<{ userName: string; at: number; before: string | null }>(
    read,
    `SELECT user.name AS userName, command.at, change.before FROM change
     JOIN command ON command.id = change.command_id JOIN user ON user.id = command.user_id
     WHERE change.table_name = ? AND change.row_id = ? AND change.command_id > ?
     ORDER BY change.id DESC`,
  ).all(tableName, rowId, after)
  const found = changes.find(({ before }) => {
    const values = toValues(before)
    return columns.length === 0 || columns.some((column) => column in values)
  })
  return found ? { userName: found.userName, at: found.at } : null
}
