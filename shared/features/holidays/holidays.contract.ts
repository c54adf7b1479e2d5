import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import {
  holidayDate,
  holidayInput,
  holidayRowError,
  holidayText,
  holidayYear,
  listedHoliday,
  plannedHoliday,
} from './holidays.schema'

const base = { home: 'data' } as const
const writing = {
  ...base,
  permission: 'fields.manage',
  invalidates: ['holidays', 'history'],
  undoable: true,
} as const

export const holidaysContract = {
  /** The days of a year that a list names, in their order. */
  'holidays.list': query({
    ...base,
    permission: 'self',
    input: z.strictObject({ year: holidayYear }),
    output: z.strictObject({
      days: z.array(listedHoliday),
      /** Beyond it holidays are estimates, until a list is imported. */
      lastAnnounced: z.number().int(),
    }),
  }),
  /** Lists a day, or says something else of one that is listed. */
  'holidays.set': command({
    ...writing,
    input: holidayInput,
    output: z.strictObject({ date: holidayDate }),
  }),
  /** Takes a day of one's own off; what the program knows of it holds again. */
  'holidays.remove': command({
    ...writing,
    input: z.strictObject({ date: holidayDate }),
    output: z.strictObject({ date: holidayDate }),
  }),
  /** Takes all days of one's own of a year off. */
  'holidays.reset': command({
    ...writing,
    input: z.strictObject({ year: holidayYear }),
    output: z.strictObject({ removed: z.number().int() }),
  }),
  /** What importing a list would do, day by day, and the rows that cannot be read; writes nothing. */
  'holidays.preview': query({
    ...base,
    permission: 'fields.manage',
    input: z.strictObject({ text: holidayText }),
    output: z.strictObject({
      days: z.array(plannedHoliday),
      errors: z.array(holidayRowError),
    }),
  }),
  /** Lists the good rows of a list that say something new, all in one command. */
  'holidays.import': command({
    ...writing,
    input: z.strictObject({ text: holidayText }),
    output: z.strictObject({ saved: z.number().int(), same: z.number().int() }),
  }),
  /** Saves what lists tell of a year as CSV where the person says; null when cancelled. Estimates are left out. */
  'holidays.export': command({
    home: 'main',
    permission: 'self',
    input: z.strictObject({ year: holidayYear, language: z.enum(['zh-CN', 'en']) }),
    output: z.strictObject({ days: z.number().int() }).nullable(),
    invalidates: [],
  }),
} as const
