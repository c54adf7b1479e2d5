import { z } from 'zod'
import { command } from '@shared/core/contract'
import { jobId, none } from '@shared/core/schemas'
import { calendarOutcome, calendarPlan } from './calendar-file.schema'

const base = { home: 'main', permission: 'tasks.write' } as const
const importId = z.uuid()

export const calendarFileContract = {
  /**
   * Saves open tasks and next steps as a calendar file where the person says; null when cancelled. What is about a customer goes out
   * only where `customers.export` reaches that customer.
   */
  'tasks.exportCalendar': command({
    ...base,
    input: z.strictObject({
      jobId,
      whose: z.enum(['mine', 'all']),
      language: z.enum(['zh-CN', 'en']),
    }),
    output: z.strictObject({ entries: z.number().int() }).nullable(),
    invalidates: ['audit'],
  }),
  /** Lets the person choose a calendar file and reads it in the job process; writes nothing. Null when cancelled. */
  'tasks.readCalendar': command({
    ...base,
    input: z.strictObject({ jobId }),
    output: calendarPlan.nullable(),
    invalidates: [],
  }),
  /** Writes what was read, under one command. Entries that the book knows by their UID are brought up to date, not doubled. */
  'tasks.importCalendar': command({
    ...base,
    input: z.strictObject({ importId, withPast: z.boolean() }),
    output: calendarOutcome,
    invalidates: ['tasks', 'customers', 'history'],
  }),
  /** Forgets what was read. */
  'tasks.dropCalendar': command({
    ...base,
    input: z.strictObject({ importId }),
    output: none,
    invalidates: [],
  }),
} as const
