import { z } from 'zod'
import { makeDate, partsOf } from '@shared/core/days/day-arithmetic'
import { isoDate, requiredText } from '@shared/core/schemas'
import { holidayKinds } from './holidays.enums'

/** A date within the years that the program reckons with. */
export const holidayDate = isoDate.refine(
  (date) => {
    const { year, month, day } = partsOf(date)
    return makeDate(year, month, day) !== null
  },
  { error: 'date' },
)
export const holidayYear = z.number().int().min(1900).max(2200)

/** A day of the holiday list (D5). */
export const holidayInput = z.strictObject({
  date: holidayDate,
  name: requiredText(40),
  kind: z.enum(holidayKinds),
})
export type HolidayInput = z.output<typeof holidayInput>

/** Where a day comes from: the list of this business, the one that comes with the program, or an estimate from the law. */
export const holidayOrigins = ['own', 'bundled', 'estimated'] as const

/** A day as the year's list shows it. */
export const listedHoliday = holidayInput.extend({
  origin: z.enum(holidayOrigins),
  /** Of an own day: what holds without it; null where that is a plain day. */
  instead: z
    .strictObject({ name: z.string(), kind: z.enum(holidayKinds), origin: z.enum(holidayOrigins) })
    .nullable(),
})
export type ListedHoliday = z.output<typeof listedHoliday>

/** What an import does to a day. `same`: nothing, it is known so already. */
export const holidayChanges = ['new', 'changed', 'same'] as const
export const plannedHoliday = holidayInput.extend({ change: z.enum(holidayChanges) })
export type PlannedHoliday = z.output<typeof plannedHoliday>

/** Why a row of a list is left out. */
export const holidayRowErrors = ['date', 'name', 'kind', 'duplicate'] as const
/** A row of a list that was left out, by its line, with the beginning of its text. */
export const holidayRowError = z.strictObject({
  row: z.number().int(),
  text: z.string(),
  code: z.enum(holidayRowErrors),
})

/** A list as text; that of ten years has 5,000 characters. */
export const holidayText = z.string().max(200_000)
