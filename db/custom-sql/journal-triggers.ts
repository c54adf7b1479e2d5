import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { trackedTables } from '../schema/tracked-tables'

type TrackedTable = (typeof trackedTables)[number]

const running = '(SELECT command_id FROM current_command)'
const guard = `SELECT RAISE(ABORT, 'write outside a command') WHERE ${running} IS NULL;`

/** `{"a":1,"b":"x"}` of one row as an SQL expression, every column in schema order. */
function wholeRow(row: 'OLD' | 'NEW', columns: string[]): string {
  return `json_object(${columns.map((name) => `'${name}', ${row}.${name}`).join(', ')})`
}

/** The same with the changed columns only. Built from text because that needs no subquery per row. */
function changedColumns(row: 'OLD' | 'NEW', columns: string[]): string {
  const parts = columns.map(
    (name) => `iif(OLD.${name} IS NEW.${name}, '', ',"${name}":' || json_quote(${row}.${name}))`,
  )
  return `'{' || substr(${parts.join(' || ')}, 2) || '}'`
}

function insertChange(table: string, id: string, operation: string, before: string, after: string) {
  return `INSERT INTO change (command_id, table_name, row_id, operation, before, after)
    VALUES (${running}, '${table}', ${id}, '${operation}', ${before}, ${after});`
}

function triggersOf(table: TrackedTable): string[] {
  const { name, columns } = getTableConfig(table)
  const names = columns.map((column) => column.name)
  const journal = {
    insert: insertChange(name, 'NEW.id', 'insert', 'NULL', 'NULL'),
    update: insertChange(
      name,
      'NEW.id',
      'update',
      changedColumns('OLD', names),
      changedColumns('NEW', names),
    ),
    delete: insertChange(name, 'OLD.id', 'delete', wholeRow('OLD', names), 'NULL'),
  }
  const changed = names.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')
  return [
    `CREATE TRIGGER journal_${name}_insert AFTER INSERT ON ${name} BEGIN ${guard} ${journal.insert} END`,
    `CREATE TRIGGER journal_${name}_update AFTER UPDATE ON ${name} WHEN ${changed} BEGIN ${guard} ${journal.update} END`,
    `CREATE TRIGGER journal_${name}_delete AFTER DELETE ON ${name} BEGIN ${guard} ${journal.delete} END`,
  ]
}

/**
 * The journal (one place for undo, history, audit and exchange) as triggers generated from the schema, so that a new column
 * is journalled without anyone thinking of it. A write to a tracked table outside a command is refused.
 */
export function journalTriggers(): string[] {
  return trackedTables.flatMap(triggersOf)
}
