import { z } from 'zod'
import { daysFromTo } from '@shared/core/days/day-arithmetic'
import { isoDate, rowId } from '@shared/core/schemas'
import { followUpTypes } from '../follow-ups/follow-ups.schema'
import { taskPriorities } from '../tasks/tasks.enums'

/** What a day of the calendar holds (R072, R074). */
export const calendarKinds = ['task', 'next-step', 'birthday'] as const
export type CalendarKind = (typeof calendarKinds)[number]

/** Six weeks of a month, and some more. */
export const longestRange = 62
/** More than anybody looks at in one day. */
export const mostPerDay = 500
/** What the views ask for of each day: more than fits into the cell of a month, and no more of a week than is read at once in a large book. */
export const shownPerDay = { month: 8, week: 100, day: mostPerDay } as const

/** Minutes since midnight of the clock on the wall. */
const minutes = z.number().int().min(0).max(1439)

export const calendarItem = z.strictObject({
  kind: z.enum(calendarKinds),
  /** Of the task, of the follow-up that planned the step, of the customer whose birthday it is. */
  id: rowId,
  /** Null where only the day counts. */
  minutes: minutes.nullable(),
  durationMinutes: z.number().int().nullable(),
  /** Of a task its title, of a step its note; null where there is none or the reader may not see it. */
  title: z.string().nullable(),
  /** What a step will be. */
  type: z.enum(followUpTypes).nullable(),
  priority: z.enum(taskPriorities).nullable(),
  customerId: rowId.nullable(),
  /** Null for nobody, and for one that the reader may not read. */
  customerName: z.string().nullable(),
  /** Who has to do it; of a birthday whose customer it is. */
  personName: z.string(),
  done: z.boolean(),
  /** Comes again by a rule. */
  repeats: z.boolean(),
  /** A day on which an open task will come again: only computed, so it cannot be moved. */
  ghost: z.boolean(),
  /** Of a birthday kept by the lunar calendar: 08-15, in a leap month L06-05. */
  lunar: z.string().nullable(),
  /** How many years old; null where the year of birth is not known. */
  age: z.number().int().nullable(),
  movable: z.boolean(),
})
export type CalendarItem = z.output<typeof calendarItem>

/** A day that holds something: as many items as were asked for, and how many there are. */
export const calendarDay = z.strictObject({
  date: isoDate,
  items: z.array(calendarItem),
  total: z.number().int(),
})
export type CalendarDay = z.output<typeof calendarDay>

export const calendarRange = z
  .strictObject({
    from: isoDate,
    to: isoDate,
    /** Only what one has to do oneself, and one's own customers. */
    mine: z.boolean().default(false),
    kinds: z
      .array(z.enum(calendarKinds))
      .max(calendarKinds.length)
      .default([...calendarKinds]),
    perDay: z.number().int().min(1).max(mostPerDay).default(mostPerDay),
  })
  .refine(({ from, to }) => daysFromTo(from, to) >= 0 && daysFromTo(from, to) < longestRange, {
    error: 'date',
    path: ['to'],
  })

/** Where a thing goes: to a day, and there to a time, to the whole day (null), or to the time it has (not given). */
export const calendarMove = z.strictObject({
  id: rowId,
  date: isoDate,
  minutes: minutes.nullable().optional(),
})
export type CalendarMove = z.output<typeof calendarMove>
