import type { WriteHandle } from '../handles'
import type { ChangeOperation } from '../schema/journal'
import { statement } from '../statements'
import { toValues } from './conflicts'

type StoredChange = {
  id: number
  tableName: string
  rowId: number
  operation: ChangeOperation
  before: string | null
}

const batchSize = 2000

/**
 * Applies the inverse of every change of a command, newest first, so that references and unique values hold at each step.
 * Ids come back as they were. Runs under another command, whose journal makes this reversible in turn.
 * @returns number of row changes reversed
 * @throws the native constraint error when a row cannot come back or go
 */
export function reverseChanges(write: WriteHandle, commandId: number): number {
  const older = statement<StoredChange>(
    write,
    `SELECT id, table_name AS tableName, row_id AS rowId, operation, before FROM change
     WHERE command_id = ? AND id < ? ORDER BY id DESC LIMIT ${batchSize}`,
  )
  let reversed = 0
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    // In batches: a statement that is still being read blocks every other one of its connection.
    const batch = older.all(commandId, below)
    for (const change of batch) reverseChange(write, change)
    reversed += batch.length
    const last = batch.at(-1)
    if (!last || batch.length < batchSize) return reversed
    below = last.id
  }
}

function reverseChange(write: WriteHandle, { tableName, rowId, operation, before }: StoredChange) {
  if (operation === 'insert') {
    statement(write, `DELETE FROM ${tableName} WHERE id = ?`).run(rowId)
    return
  }
  const values = toValues(before)
  const columns = Object.keys(values)
  const sql =
    operation === 'delete'
      ? `INSERT INTO ${tableName} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
      : `UPDATE ${tableName} SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`
  const id = operation === 'delete' ? [] : [rowId]
  statement(write, sql).run(...Object.values(values), ...id)
}
