import { z } from 'zod'
import { instant, isoDate, requiredText, uid } from '@shared/core/schemas'
import { recurrence } from './recurrence.schema'
import { taskPriorities, taskStatuses } from './tasks.enums'
import { checklistItem, longestChecklist, longestNotes, longestTitle } from './tasks.schema'

/** Larger files are not read, and so are files of more entries. */
export const longestCalendarBytes = 16_000_000
export const mostCalendarEntries = 20_000

/**
 * What of an entry of a calendar file did not come in as it stands there. `broken` and `no-end` are not in at all; all others came in,
 * without what is named.
 */
export const calendarProblems = [
  'broken',
  'no-end',
  'no-title',
  'text-cut',
  'repeat-once',
  'exceptions-left',
  'time-zone',
] as const
export type CalendarProblemCode = (typeof calendarProblems)[number]

export const calendarProblem = z.strictObject({
  code: z.enum(calendarProblems),
  /** Line of the file at which the entry begins, from 1. */
  line: z.number().int().positive(),
  /** What it is called, as far as that could be read. */
  title: z.string().nullable(),
})
export type CalendarProblem = z.output<typeof calendarProblem>

/** An entry of a calendar file, as a task. */
export const calendarEntry = z.strictObject({
  /** What the file calls it, so that it is known again. */
  uid: requiredText(400),
  /** A next step of a follow-up that a book like this one wrote. */
  isNextStep: z.boolean(),
  title: requiredText(longestTitle),
  notes: z
    .string()
    .max(longestNotes * 2)
    .nullable(),
  /** Null where the file does not say. */
  status: z.enum(taskStatuses).nullable(),
  doneAt: instant.nullable(),
  priority: z.enum(taskPriorities),
  progress: z.number().int().min(0).max(100),
  dueAt: instant.nullable(),
  allDay: z.boolean(),
  durationMinutes: z.number().int().min(1).max(20_160).nullable(),
  remindAt: instant.nullable(),
  recurrence: recurrence.nullable(),
  seriesStart: isoDate.nullable(),
  checklist: z.array(checklistItem).max(longestChecklist),
  customerUid: uid.nullable(),
  /** Written by this program, so that it says all that a task can say. */
  isOurs: z.boolean(),
  /** Of another program, and over. */
  isPast: z.boolean(),
})
export type CalendarEntry = z.output<typeof calendarEntry>

/** What would be done with the entries of a file. */
export const calendarOutcome = z.strictObject({
  created: z.number().int(),
  updated: z.number().int(),
  /** In the book just so. */
  unchanged: z.number().int(),
  /** Next steps of this very book, and tasks of colleagues. */
  left: z.number().int(),
  /** Of other programs and over: they come in as done where that is wanted. */
  past: z.number().int(),
})
export type CalendarOutcome = z.output<typeof calendarOutcome>

/** The most that a preview shows of entries and problems. */
export const mostPreviewed = 200

export const calendarPlan = z.strictObject({
  importId: z.uuid(),
  fileName: z.string(),
  outcome: calendarOutcome,
  /** The first of them. */
  entries: z.array(
    z.strictObject({
      title: z.string(),
      dueAt: instant.nullable(),
      allDay: z.boolean(),
      repeats: z.boolean(),
      isPast: z.boolean(),
    }),
  ),
  problems: z.array(calendarProblem),
  problemCount: z.number().int(),
})
export type CalendarPlan = z.output<typeof calendarPlan>
