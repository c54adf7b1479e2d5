import type { ReadHandle } from '../handles'
import type { ChangeOperation } from '../schema/journal'
import { statement } from '../statements'
import { type RowValues, toValues } from './conflicts'

/** What a row held right after one of its changes: the row of now with every later change taken off again. */
export function rowAfter(
  read: ReadHandle,
  table: string,
  rowId: number,
  changeId: number,
): RowValues {
  const later = statement<{ operation: ChangeOperation; before: string | null }>(
    read,
    `SELECT operation, before FROM change
     WHERE table_name = ? AND row_id = ? AND id > ? ORDER BY id DESC`,
  ).all(table, rowId, changeId)
  const now = statement<RowValues>(read, `SELECT * FROM ${table} WHERE id = ?`).get(rowId)
  return later.reduce<RowValues>((state, { operation, before }) => {
    if (operation === 'insert') return {}
    return operation === 'delete' ? toValues(before) : { ...state, ...toValues(before) }
  }, now ?? {})
}
