import { z } from 'zod'
import { isoDate } from '@shared/core/schemas'

export const frequencies = ['daily', 'weekly', 'monthly', 'yearly'] as const
export type Frequency = (typeof frequencies)[number]

/** The most occurrences that a recurrence may be limited to. */
export const longestCount = 1000

const recurrenceEnd = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({ kind: z.literal('count'), count: z.number().int().min(1).max(longestCount) }),
  z.strictObject({ kind: z.literal('until'), date: isoDate }),
])

/**
 * How a task comes again (R065), from its first date on. What is not given is that of the first date: its weekday, its day of the
 * month, its day of the year.
 */
export const recurrence = z
  .strictObject({
    freq: z.enum(frequencies),
    /** Every so many days, weeks, months or years, 1–99. */
    interval: z.number().int().min(1).max(99),
    /** Weekly only: 0 Sunday to 6 Saturday, each once. */
    byWeekday: z.array(z.number().int().min(0).max(6)).min(1).max(7).optional(),
    /** Monthly only: 1–31, where months without that day are left out, or -1 for the last day of each. */
    byMonthDay: z.union([z.number().int().min(1).max(31), z.literal(-1)]).optional(),
    end: recurrenceEnd,
    /** An occurrence on a day off moves to the next working day; two that meet there are one. */
    skipDaysOff: z.boolean().optional(),
  })
  .refine(({ freq, byWeekday }) => byWeekday === undefined || freq === 'weekly', {
    error: 'recurrence',
    path: ['byWeekday'],
  })
  .refine(({ byWeekday = [] }) => new Set(byWeekday).size === byWeekday.length, {
    error: 'recurrence',
    path: ['byWeekday'],
  })
  .refine(({ freq, byMonthDay }) => byMonthDay === undefined || freq === 'monthly', {
    error: 'recurrence',
    path: ['byMonthDay'],
  })
export type Recurrence = z.output<typeof recurrence>
