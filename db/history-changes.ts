import { mayUse } from '@shared/core/permissions'
import type { FieldChange, HistoryTable, RowChange } from '@shared/features/history/history.schema'
import type { ReadContext } from './context'
import type { Onlooker } from './customer-view'
import { type HistoryField, historyFields, isHistoryTable } from './history-fields'
import { createValueReader, levelOf } from './history-values'
import { type RowValues, toValues } from './journal/conflicts'
import { rowAfter } from './journal/row-after'
import type { ChangeOperation } from './schema/journal'

/** Changes of one row under one command, in their order. */
export type StoredChange = {
  id: number
  commandId: number
  tableName: string
  rowId: number
  operation: ChangeOperation
  before: string | null
  after: string | null
}

/** The column that says which row it is; tables that are not here have one row or none that needs a name. */
const identities: Partial<Record<HistoryTable, string>> = {
  follow_up: 'occurred_at',
  customer_tag: 'tag_id',
  contact: 'name',
  contact_point: 'raw',
  custom_value: 'field_id',
  attachment: 'file_name',
  verification: 'field',
  not_duplicate: 'other_id',
  task: 'title',
  service_case: 'subject',
}

/** The stored mask stands for a number, which nobody sees here. */
const maskColumns: Readonly<Record<string, string>> = {
  id_card_sealed: 'id_card_mask',
  bank_account_sealed: 'bank_account_mask',
}

/** Turns what the journal holds of one row under one command into what the reader may know of it; null for nothing. */
export function createChangeReader(context: ReadContext, onlooker: Onlooker) {
  const tell = createValueReader(context, onlooker)

  function mayRead(table: HistoryTable): boolean {
    const { role, relation } = onlooker
    if (table === 'follow_up' || table === 'behavior')
      return mayUse(role, 'follow-ups.read', relation)
    if (table === 'task') return mayUse(role, 'tasks.read', relation)
    if (table === 'service_case') return mayUse(role, 'service-cases.read', relation)
    return table !== 'customer_tag' || mayUse(role, 'tags.read', relation)
  }

  return (changes: readonly StoredChange[]): RowChange | null => {
    const [first] = changes
    const last = changes.at(-1)
    if (!first || !last || !isHistoryTable(first.tableName) || !mayRead(first.tableName))
      return null
    const { tableName: table, rowId: id } = first
    const isNew = first.operation === 'insert'
    const isGone = last.operation === 'delete'
    // A clock comes and goes with the change that it follows from; that it stopped is worth telling.
    if (table === 'deadline' && (isNew || isGone)) return null
    if (isNew && isGone) return null
    const row = isGone ? toValues(last.before) : rowAfter(context.read, table, id, last.id)
    const before = isNew ? {} : isGone ? row : earliest(changes)
    const after = isGone ? {} : isNew ? row : latest(changes)
    const operation = isNew ? 'insert' : isGone ? 'delete' : 'update'
    const identity = identities[table]
    const fields = [...historyFields[table]].flatMap(([column, field]) =>
      column === identity && operation !== 'update'
        ? []
        : fieldChange({ column, field }, { before, after, row }),
    )
    const about = identity ? identityOf(table, identity, row) : null
    // Hidden as a whole, or nothing but what the program keeps.
    if (fields.length === 0 && (operation === 'update' || (identity && !about))) return null
    return { id, table, operation, about, fields }
  }

  function identityOf(table: HistoryTable, column: string, row: RowValues): RowChange['about'] {
    const field = historyFields[table].get(column)
    return field ? tell(field, row[column] ?? null, row) : null
  }

  function fieldChange(
    { column, field }: { column: string; field: HistoryField },
    { before, after, row }: { before: RowValues; after: RowValues; row: RowValues },
  ): FieldChange[] {
    const [from, to] = [before[column] ?? null, after[column] ?? null]
    if (from === to || levelOf(field, onlooker) === 'none') return []
    const shown = maskColumns[column] ?? column
    const read = (values: RowValues, isEmpty: boolean) => {
      if (isEmpty) return { form: field.form, value: null }
      const value = values[shown]
      return value === undefined ? null : tell(field, value, { ...row, ...values })
    }
    const told = { before: read(before, from === null), after: read(after, to === null) }
    const hidden = told.before === null || told.after === null
    return [
      {
        field: field.name,
        form: (told.after?.value === null ? told.before?.form : told.after?.form) ?? field.form,
        before: hidden ? null : (told.before?.value ?? null),
        after: hidden ? null : (told.after?.value ?? null),
        hidden,
      },
    ]
  }
}

const earliest = (changes: readonly StoredChange[]): RowValues =>
  Object.assign({}, ...changes.toReversed().map(({ before }) => toValues(before))) as RowValues
const latest = (changes: readonly StoredChange[]): RowValues =>
  Object.assign({}, ...changes.map(({ after }) => toValues(after))) as RowValues
