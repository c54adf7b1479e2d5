import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { trackedTables } from '../schema/tracked-tables'

/** Columns that no row can share with another by chance: they were made for one row and stay with it. */
const ownNames = ['uid', 'code']

type Place = { table: string; sql: string }

/**
 * Queries for rows that have taken the unique place of a row that a command deleted or moved away from it, such as a tag that was put on
 * once more. What the command itself wrote makes room when it is reversed, and of a row that it wrote several times the
 * values of before cannot be told from one change, so such a row is left to the constraint. Each takes `@commandId`.
 */
export const takenPlaces: readonly Place[] = trackedTables.flatMap((tracked) => {
  const { name: table, indexes } = getTableConfig(tracked)
  return indexes.flatMap(({ config }): Place[] => {
    const columns = config.columns.flatMap((column) => ('name' in column ? [column.name] : []))
    if (!config.unique || columns.some((column) => ownNames.includes(String(column)))) return []
    return [{ table, sql: placeSql(table, columns.map(String)) }]
  })
})

function placeSql(table: string, columns: string[]): string {
  const keys = columns.map((column) => `taken.${column} = ${keptValue(table, column)}`)
  const moved = columns.map((column) => `json_type(mine.before, '$.${column}') IS NOT NULL`)
  const written = `SELECT row_id FROM change WHERE command_id = @commandId AND table_name = '${table}'`
  return `SELECT DISTINCT taken.id AS rowId FROM change mine CROSS JOIN ${table} taken ON ${keys.join(' AND ')}
    WHERE mine.command_id = @commandId AND mine.table_name = '${table}' AND mine.operation <> 'insert'
      AND (${moved.join(' OR ')}) AND taken.id <> mine.row_id AND taken.id NOT IN (${written})
      AND NOT EXISTS (SELECT 1 FROM change again WHERE again.table_name = '${table}' AND again.row_id = mine.row_id
        AND again.command_id = @commandId AND again.id <> mine.id)`
}

/** An update holds its changed columns only; the others are as they are. */
function keptValue(table: string, column: string): string {
  const now = `(SELECT ${column} FROM ${table} WHERE id = mine.row_id)`
  return `CASE WHEN json_type(mine.before, '$.${column}') IS NULL THEN ${now} ELSE mine.before ->> '$.${column}' END`
}
