import { z } from 'zod'
import { instant, rowId } from '@shared/core/schemas'

/**
 * How a value is to be read. Names of people are `person`; phones, e-mails and other points stand masked for everybody, a
 * `sealed` number by its stored mask. Row ids (`user`, `customer`, `tag`, `custom-field`) arrive as names, and a `custom`
 * value is read by the type of its field.
 */
export const fieldForms = [
  ...(['text', 'date', 'lunar-day', 'instant', 'days', 'money', 'flag', 'region'] as const),
  ...(['kind', 'stage', 'tier', 'gender', 'company-size'] as const),
  ...(['price-sensitivity', 'decision-mode', 'follow-up-type', 'decision-role'] as const),
  ...(['point-type', 'attachment-category', 'verified-field', 'verification-method'] as const),
  ...(['case-kind', 'case-status', 'behavior-kind', 'follow-up-outcome'] as const),
  ...(['task-status', 'task-priority', 'recurrence', 'percent'] as const),
  ...(['user', 'customer', 'contact', 'tag', 'custom-field', 'custom'] as const),
  ...(['person', 'phone', 'email', 'point', 'sealed'] as const),
] as const
export type FieldForm = (typeof fieldForms)[number]

/** Tables whose changes the history of a customer tells. */
export const historyTables = [
  'customer',
  'follow_up',
  'customer_tag',
  'contact',
  'contact_point',
  'custom_value',
  'attachment',
  'verification',
  'stage_change',
  'not_duplicate',
  'task',
  'service_case',
  'behavior',
  'deadline',
  'automation_run',
  'notice',
] as const
export type HistoryTable = (typeof historyTables)[number]

const value = z.union([z.string(), z.number()]).nullable()

/** One field from what to what; `hidden` where it changed and the reader may not see the values. */
export const fieldChange = z.strictObject({
  field: z.string(),
  form: z.enum(fieldForms),
  before: value,
  after: value,
  hidden: z.boolean(),
})
export type FieldChange = z.output<typeof fieldChange>

/** One row that was added, changed or taken away. */
export const rowChange = z.strictObject({
  id: rowId,
  table: z.enum(historyTables),
  operation: z.enum(['insert', 'update', 'delete']),
  /** Which contact person, tag or file it is, as far as the reader may know. */
  about: z.strictObject({ form: z.enum(fieldForms), value }).nullable(),
  fields: z.array(fieldChange),
})
export type RowChange = z.output<typeof rowChange>

/** What one command did to one customer. */
export const customerChanges = z.strictObject({
  commandId: rowId,
  /** Of an undo or redo: what was taken or brought back. */
  route: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  at: instant,
  userName: z.string(),
  /** How many customers it was about. */
  customerCount: z.number().int(),
  /** What the reader may do with it now. */
  offer: z.enum(['undo', 'redo']).nullable(),
  changes: z.array(rowChange),
})
export type CustomerChanges = z.output<typeof customerChanges>

/** One line of the history: a command, what it was about, and whether it is in effect. */
export const historyLine = z.strictObject({
  commandId: rowId,
  route: z.string(),
  at: instant,
  userName: z.string(),
  mine: z.boolean(),
  /** Row changes of the command. */
  changes: z.number().int(),
  /** At most three, of those that the reader may read. */
  customers: z.array(z.strictObject({ id: rowId, name: z.string() })),
  customerCount: z.number().int(),
  undone: z.boolean(),
})
export type HistoryLine = z.output<typeof historyLine>

/** A row that keeps a command from being taken back: never a value, only what was changed, by whom and when. */
export const historyObstacle = z.strictObject({
  table: z.string(),
  kind: z.enum(['changed', 'gone', 'again', 'added']),
  /** Null where there is none, or where the reader may not read it. */
  customer: z.strictObject({ id: rowId, name: z.string() }).nullable(),
  /** Those that the reader may know of. */
  fields: z.array(z.string()),
  userName: z.string().nullable(),
  at: instant.nullable(),
})
export type HistoryObstacle = z.output<typeof historyObstacle>
