import { datedTables, refreshCustomerDates } from '../customer-dates'
import { refreshCustomerTexts, textSources } from '../customer-texts'
import type { WriteHandle } from '../handles'
import type { ChangeOperation } from '../schema/journal'
import { statement } from '../statements'
import { editMoment, isKept } from './columns'
import { type RowValues, toValues } from './conflicts'

type StoredChange = {
  id: number
  tableName: string
  rowId: number
  operation: ChangeOperation
  before: string | null
  after: string | null
}

const batchSize = 2000

/**
 * Applies the inverse of every change of a command, newest first, so that references and unique values hold at each step.
 * Ids come back as they were. What the program keeps by itself comes back too where nothing newer changed it; else it is
 * computed anew, and the moment of the last edit moves on. Runs under another command, whose journal makes this reversible
 * in turn.
 * @param now epoch ms
 * @returns number of row changes reversed
 * @throws the native constraint error when a row cannot come back or go
 */
export function reverseChanges(write: WriteHandle, commandId: number, now: number): number {
  const older = statement<StoredChange>(
    write,
    `SELECT id, table_name AS tableName, row_id AS rowId, operation, before, after FROM change
     WHERE command_id = ? AND id < ? ORDER BY id DESC LIMIT ${batchSize}`,
  )
  const kept = createKeptFields(write, now)
  let reversed = 0
  let below = Number.MAX_SAFE_INTEGER
  for (;;) {
    // In batches: a statement that is still being read blocks every other one of its connection.
    const batch = older.all(commandId, below)
    for (const change of batch) kept.note(change, reverseChange(write, change, now))
    reversed += batch.length
    const last = batch.at(-1)
    if (!last || batch.length < batchSize) break
    below = last.id
  }
  kept.refresh()
  return reversed
}

/** @returns the row as it was before, as far as it was looked at */
function reverseChange(write: WriteHandle, change: StoredChange, now: number): RowValues {
  const { tableName, rowId, operation, before } = change
  if (operation === 'insert')
    return (
      statement<RowValues>(write, `DELETE FROM ${tableName} WHERE id = ? RETURNING *`).get(rowId) ??
      {}
    )
  const values = toValues(before)
  if (operation === 'delete') {
    const columns = Object.keys(values)
    const marks = columns.map(() => '?').join(', ')
    const sql = `INSERT INTO ${tableName} (${columns.join(', ')}) VALUES (${marks})`
    statement(write, sql).run(...Object.values(values))
    return values
  }
  const row = readKept(write, change, Object.keys(values))
  const wanted = Object.entries(wantedValues(change, row, now))
  if (wanted.length > 0) {
    const set = wanted.map(([name]) => `${name} = ?`).join(', ')
    const sql = `UPDATE ${tableName} SET ${set} WHERE id = ?`
    statement(write, sql).run(...wanted.map(([, value]) => value), rowId)
  }
  return row
}

/** Of a row that goes back to other values only what is asked of it: long texts would make reversing many rows slow. */
function readKept(
  write: WriteHandle,
  { tableName, rowId }: StoredChange,
  columns: string[],
): RowValues {
  const asked = columns.filter((column) => isKept(tableName, column))
  if (datedTables.includes(tableName)) asked.push('customer_id')
  if (asked.length === 0) return {}
  const sql = `SELECT ${asked.join(', ')} FROM ${tableName} WHERE id = ?`
  return statement<RowValues>(write, sql).get(rowId) ?? {}
}

/** The values of before; of what the program keeps those only that hold what the change left. */
function wantedValues(
  { tableName, before, after }: StoredChange,
  row: RowValues,
  now: number,
): RowValues {
  const left = toValues(after)
  const wanted: RowValues = {}
  for (const [column, value] of Object.entries(toValues(before)))
    if (!isKept(tableName, column) || row[column] === left[column]) wanted[column] = value
    // Editors compare it, so it never goes back behind a newer edit.
    else if (column === editMoment) wanted[column] = Math.max(now, Number(row[column]) + 1)
  return wanted
}

/** Remembers whose kept fields a reversal may have left behind, and brings them in line at its end. */
function createKeptFields(write: WriteHandle, now: number) {
  const stale = { texts: new Set<number>(), dates: new Set<number>() }
  /** Came back or went as a whole, with everything that is kept of them. */
  const whole = new Set<number>()

  return {
    note({ tableName, rowId, operation, before }: StoredChange, row: RowValues): void {
      if (datedTables.includes(tableName) && typeof row.customer_id === 'number')
        stale.dates.add(row.customer_id)
      if (tableName !== 'customer') return
      if (operation !== 'update') {
        whole.add(rowId)
        return
      }
      const columns = Object.keys(toValues(before))
      if (columns.some((column) => textSources.includes(column))) stale.texts.add(rowId)
      if (columns.some((column) => column === 'next_follow_at' || column === 'last_interaction_at'))
        stale.dates.add(rowId)
    },
    refresh(): void {
      for (const id of stale.texts) if (!whole.has(id)) refreshCustomerTexts(write, id)
      for (const id of stale.dates) if (!whole.has(id)) refreshCustomerDates(write, id, now)
    },
  }
}
