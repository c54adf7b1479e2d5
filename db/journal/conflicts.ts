import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { ReadHandle } from '../handles'
import type { ChangeOperation } from '../schema/journal'
import { trackedTables } from '../schema/tracked-tables'
import { statement } from '../statements'

export type RowValues = Record<string, string | number | null>
type TouchedRow = { tableName: string; rowId: number }
type StoredChange = { commandId: number; operation: ChangeOperation; before: string | null }

/**
 * Number of rows that stand in the way of reversing a command: rows that no longer hold what the command left in the
 * columns it touched, and newer rows that point at one it made. Later changes that were themselves undone do not count,
 * since values are compared, not dates.
 */
export function countConflicts(read: ReadHandle, commandId: number): number {
  return countChangedRows(read, commandId) + countReferences(read, commandId)
}

function countChangedRows(read: ReadHandle, commandId: number): number {
  const rows = statement<TouchedRow>(
    read,
    `SELECT DISTINCT mine.table_name AS tableName, mine.row_id AS rowId FROM change mine
     WHERE mine.command_id = @commandId
       AND EXISTS (SELECT 1 FROM change WHERE command_id > @commandId)
       AND EXISTS (SELECT 1 FROM change later WHERE later.table_name = mine.table_name
         AND later.row_id = mine.row_id AND later.command_id > @commandId)`,
  ).all({ commandId })
  return rows.filter((row) => isChangedSince(read, row, commandId)).length
}

function isChangedSince(read: ReadHandle, row: TouchedRow, commandId: number): boolean {
  const { tableName, rowId } = row
  const changes = statement<StoredChange>(
    read,
    `SELECT command_id AS commandId, operation, before FROM change
     WHERE table_name = ? AND row_id = ? AND command_id >= ? ORDER BY id`,
  ).all(tableName, rowId, commandId)
  const left = stateLeft(changes.filter((change) => change.commandId > commandId))
  const now = statement<RowValues>(read, `SELECT * FROM ${tableName} WHERE id = ?`).get(rowId)
  if (left === null || now === undefined) return (left === null) !== (now === undefined)
  const touched = columnsTouched(changes.filter((change) => change.commandId === commandId))
  return Object.entries(left).some(
    ([column, value]) =>
      (touched === 'all' || touched.has(column)) &&
      !derived[tableName]?.includes(column) &&
      now[column] !== value,
  )
}

/**
 * What a row held before the later changes, as far as they tell: each column's value before its first later change.
 * Null when the row did not exist.
 */
function stateLeft(later: StoredChange[]): RowValues | null {
  const state: RowValues = {}
  for (const { operation, before } of later) {
    if (operation === 'insert') return null
    for (const [column, value] of Object.entries(toValues(before)))
      if (!(column in state)) state[column] = value
    if (operation === 'delete') break
  }
  return state
}

/** Columns whose values the command decided; making or deleting a row decides all. */
function columnsTouched(changes: StoredChange[]): Set<string> | 'all' {
  if (changes.some(({ operation }) => operation !== 'update')) return 'all'
  return new Set(changes.flatMap(({ before }) => Object.keys(toValues(before))))
}

/** Column values as the triggers wrote them. */
export function toValues(json: string | null): RowValues {
  return json === null ? {} : (JSON.parse(json) as RowValues)
}

/** Follows from other rows and is brought in line after a reversal; two people added one after the other are no conflict. */
const derived: Readonly<Record<string, readonly string[]>> = { customer: ['search_people'] }

const inserted = (table: string) =>
  `SELECT row_id FROM change WHERE command_id = @commandId AND table_name = '${table}' AND operation = 'insert'`

const referenceCounts = trackedTables.flatMap((table) => {
  const child = getTableConfig(table)
  return child.foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference()
    const parent = trackedTables.find((tracked) => tracked === foreignTable)
    if (!parent) return []
    return `SELECT count(*) AS total FROM (${inserted(getTableConfig(parent).name)}) made
      CROSS JOIN ${child.name} ON ${child.name}.${columns[0]?.name} = made.row_id
      WHERE ${child.name}.id NOT IN (${inserted(child.name)})`
  })
})

function countReferences(read: ReadHandle, commandId: number): number {
  const totals = referenceCounts.map(
    (sql) => statement<{ total: number }>(read, sql).get({ commandId })?.total ?? 0,
  )
  return totals.reduce((sum, total) => sum + total, 0)
}
