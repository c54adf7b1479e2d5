import { z } from 'zod'
import { instant, isoDate, optionalText, rowId } from '@shared/core/schemas'
import { tiers } from '@shared/features/customers/customers.enums'
import { followUpTypes } from '@shared/features/follow-ups/follow-ups.schema'
import { taskPriorities } from '@shared/features/tasks/tasks.enums'
import { todayKinds } from './today.enums'

/** Of the person who asks, of everybody whom they may see, or of one person by row id. */
export const whose = z.union([z.literal('mine'), z.literal('all'), rowId])
export type Whose = z.output<typeof whose>

export const itemRef = z.strictObject({ kind: z.enum(todayKinds), id: rowId })
export type ItemRef = z.output<typeof itemRef>

/** Something open on the board. */
export const todayItem = z.strictObject({
  ...itemRef.shape,
  /** When it is due; null for a task without a day. Of a whole day its local midnight. */
  at: instant.nullable(),
  allDay: z.boolean(),
  isWaiting: z.boolean(),
  /** What is to be done; null where nobody said, and for those who may not read it (R084). */
  title: z.string().nullable(),
  /** How: of a step. */
  type: z.enum(followUpTypes).nullable(),
  priority: z.enum(taskPriorities).nullable(),
  isRecurring: z.boolean(),
  customer: z.strictObject({ id: rowId, name: z.string(), tier: z.enum(tiers) }).nullable(),
  /** The last entry of the customer's timeline; its beginning, or null for those who may not read it. */
  lastContact: z
    .strictObject({ at: instant, type: z.enum(followUpTypes), text: z.string().nullable() })
    .nullable(),
  /** Whose it is; null for a step of a customer in the pool. */
  person: z.strictObject({ id: rowId, name: z.string() }).nullable(),
  /** Whether the person who asks may change it. */
  mayChange: z.boolean(),
  /** When it was done; null while it is open. */
  doneAt: instant.nullable(),
})
export type TodayItem = z.output<typeof todayItem>

/** Where a page ended: the next one begins behind it. */
export const itemCursor = z.strictObject({ at: instant, kind: z.enum(todayKinds), id: rowId })
export type ItemCursor = z.output<typeof itemCursor>

const count = z.number().int().min(0)

export const todayCounts = z.strictObject({
  overdue: count,
  /** When the longest overdue was due. */
  oldestAt: instant.nullable(),
  today: count,
  doneToday: count,
  week: count,
  waiting: count,
  /** Of each day of this week, Monday first: what is open and due then, and what was done then. */
  days: z.array(z.strictObject({ date: isoDate, open: count, done: count })).length(7),
})
export type TodayCounts = z.output<typeof todayCounts>

/** A day, and on it minutes since midnight, any time (`null`), or the time that it has now (`keep`). */
export const wantedTime = z.strictObject({
  date: isoDate,
  minutes: z
    .union([z.number().int().min(0).max(1439), z.literal('keep')])
    .nullable()
    .default('keep'),
})

/** What comes after something that is done (R013, R070). */
export const nextStep = z.strictObject({
  date: isoDate,
  minutes: z.number().int().min(0).max(1439).nullable().default(null),
  note: optionalText(200),
  /** Null: as the one that is done. */
  type: z.enum(followUpTypes).nullable().default(null),
})
export type NextStep = z.output<typeof nextStep>

/** What a rule tells a person (R073). */
export const todayNotice = z.strictObject({
  id: rowId,
  at: instant,
  text: z.string().nullable(),
  customer: z.strictObject({ id: rowId, name: z.string() }),
})
