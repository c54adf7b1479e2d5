import { getTableConfig } from 'drizzle-orm/sqlite-core'
import type { ReadHandle } from '../handles'
import type { ChangeOperation } from '../schema/journal'
import { trackedTables } from '../schema/tracked-tables'
import { statement } from '../statements'
import { isKept, withCompanions } from './columns'
import { takenPlaces } from './taken-places'

export type RowValues = Record<string, string | number | null>
type TouchedRow = { tableName: string; rowId: number }
type StoredChange = { commandId: number; operation: ChangeOperation; before: string | null }

/**
 * A row that stands in the way: `changed` in these columns, `gone` or there `again` against what the command left, or `added`
 * later to one that the command made.
 */
export type Conflict = TouchedRow & {
  kind: 'changed' | 'gone' | 'again' | 'added'
  columns: string[]
}

/**
 * The rows that stand in the way of reversing a command: those that no longer hold what the command left in the columns it
 * touched, newer ones that point at a row it made, and those that took the unique place of one it deleted. Later changes that were themselves undone do not count, since values
 * are compared, not dates; nor does what the program keeps by itself.
 * @param most stops after so many
 */
export function listConflicts(read: ReadHandle, commandId: number, most: number): Conflict[] {
  const found: Conflict[] = []
  for (const row of changedLater(read, commandId)) {
    const conflict = compareRow(read, row, commandId)
    if (conflict) found.push(conflict)
    if (found.length === most) return found
  }
  for (const { child, sql } of references) {
    const rows = statement<{ rowId: number }>(read, `${sql} LIMIT @most`)
    const left = most - found.length
    for (const { rowId } of rows.all({ commandId, most: left }))
      found.push({ tableName: child, rowId, kind: 'added', columns: [] })
    if (found.length >= most) return found
  }
  return [...found, ...listTaken(read, commandId, found)].slice(0, most)
}

/** Rows in unique places that the reversal needs; a row that was told of already is enough for both. */
function listTaken(read: ReadHandle, commandId: number, found: readonly Conflict[]): Conflict[] {
  const told = new Set(found.map(({ tableName, rowId }) => `${tableName} ${rowId}`))
  return takenPlaces.flatMap(({ table, sql }) =>
    statement<{ rowId: number }>(read, sql)
      .all({ commandId })
      .filter(({ rowId }) => !told.has(`${table} ${rowId}`))
      .map(({ rowId }): Conflict => ({ tableName: table, rowId, kind: 'again', columns: [] })),
  )
}

/** How many there are. */
export function countConflicts(read: ReadHandle, commandId: number): number {
  return listConflicts(read, commandId, Number.MAX_SAFE_INTEGER).length
}

function changedLater(read: ReadHandle, commandId: number): TouchedRow[] {
  return statement<TouchedRow>(
    read,
    `SELECT DISTINCT mine.table_name AS tableName, mine.row_id AS rowId FROM change mine
     WHERE mine.command_id = @commandId
       AND EXISTS (SELECT 1 FROM change WHERE command_id > @commandId)
       AND EXISTS (SELECT 1 FROM change later WHERE later.table_name = mine.table_name
         AND later.row_id = mine.row_id AND later.command_id > @commandId)`,
  ).all({ commandId })
}

function compareRow(
  read: ReadHandle,
  { tableName, rowId }: TouchedRow,
  commandId: number,
): Conflict | null {
  const changes = statement<StoredChange>(
    read,
    `SELECT command_id AS commandId, operation, before FROM change
     WHERE table_name = ? AND row_id = ? AND command_id >= ? ORDER BY id`,
  ).all(tableName, rowId, commandId)
  const left = stateLeft(changes.filter((change) => change.commandId > commandId))
  const now = statement<RowValues>(read, `SELECT * FROM ${tableName} WHERE id = ?`).get(rowId)
  const row = { tableName, rowId }
  if (left === null) return now === undefined ? null : { ...row, kind: 'again', columns: [] }
  const touched = columnsTouched(
    tableName,
    changes.filter((change) => change.commandId === commandId),
  )
  if (now === undefined) {
    const isWanted = touched === 'all' || [...touched].some((column) => !isKept(tableName, column))
    return isWanted ? { ...row, kind: 'gone', columns: [] } : null
  }
  const columns = Object.keys(left).filter(
    (column) =>
      (touched === 'all' || touched.has(column)) &&
      !isKept(tableName, column) &&
      now[column] !== left[column],
  )
  return columns.length === 0 ? null : { ...row, kind: 'changed', columns }
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
function columnsTouched(table: string, changes: StoredChange[]): Set<string> | 'all' {
  if (changes.some(({ operation }) => operation !== 'update')) return 'all'
  return withCompanions(
    table,
    changes.flatMap(({ before }) => Object.keys(toValues(before))),
  )
}

/** Column values as the triggers wrote them. */
export function toValues(json: string | null): RowValues {
  return json === null ? {} : (JSON.parse(json) as RowValues)
}

const inserted = (table: string) =>
  `SELECT row_id FROM change WHERE command_id = @commandId AND table_name = '${table}' AND operation = 'insert'`

const references = trackedTables.flatMap((table) => {
  const child = getTableConfig(table)
  return child.foreignKeys.flatMap((key) => {
    const { columns, foreignTable } = key.reference()
    const parent = trackedTables.find((tracked) => tracked === foreignTable)
    if (!parent) return []
    const sql = `SELECT ${child.name}.id AS rowId FROM (${inserted(getTableConfig(parent).name)}) made
      CROSS JOIN ${child.name} ON ${child.name}.${columns[0]?.name} = made.row_id
      WHERE ${child.name}.id NOT IN (${inserted(child.name)})`
    return [{ child: child.name, sql }]
  })
})
