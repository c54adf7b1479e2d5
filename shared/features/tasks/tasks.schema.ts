import { z } from 'zod'
import { instant, isoDate, optionalText, requiredText, rowId, uid } from '@shared/core/schemas'
import { recurrence } from './recurrence.schema'
import { taskPriorities, taskSources, taskStatuses } from './tasks.enums'

export const longestChecklist = 100
export const longestTitle = 200
export const longestNotes = 5000
/** Two weeks, in minutes. */
export const longestDuration = 20_160

const minuteMs = 60_000
/** Tasks are planned to the minute: seconds would not come through a calendar file. */
const minute = instant.transform((at) => Math.floor(at / minuteMs) * minuteMs)

export const checklistItem = z.strictObject({ text: requiredText(200), done: z.boolean() })

/** What a person says of a task (R074). */
export const taskFields = z
  .strictObject({
    title: requiredText(longestTitle),
    status: z.enum(['open', 'waiting']).default('open'),
    priority: z.enum(taskPriorities).default('normal'),
    /** Null for one without a day. */
    dueAt: minute.nullable().default(null),
    /** Only the day of `dueAt` counts. */
    allDay: z.boolean().default(false),
    durationMinutes: z.number().int().min(1).max(longestDuration).nullable().default(null),
    remindAt: minute.nullable().default(null),
    /** Who has to do it; null for whoever writes it. */
    assigneeId: rowId.nullable().default(null),
    customerId: rowId.nullable().default(null),
    /** Whom of the customer it is about. */
    contactId: rowId.nullable().default(null),
    recurrence: recurrence.nullable().default(null),
    /** Percent; a checklist says it better and then decides. */
    progress: z.number().int().min(0).max(100).default(0),
    checklist: z.array(checklistItem).max(longestChecklist).default([]),
    notes: optionalText(longestNotes),
  })
  .refine(({ recurrence: rule, dueAt }) => rule === null || dueAt !== null, {
    error: 'required',
    path: ['dueAt'],
  })
  .refine(({ contactId, customerId }) => contactId === null || customerId !== null, {
    error: 'required',
    path: ['customerId'],
  })
export type TaskFormValues = z.input<typeof taskFields>
export type TaskFields = z.output<typeof taskFields>

/** A task as the person who asks sees it. */
export const taskItem = z.strictObject({
  id: rowId,
  uid,
  code: z.string(),
  /** Empty with `textsHidden`. */
  title: z.string(),
  status: z.enum(taskStatuses),
  priority: z.enum(taskPriorities),
  progress: z.number().int(),
  dueAt: instant.nullable(),
  allDay: z.boolean(),
  durationMinutes: z.number().int().nullable(),
  remindAt: instant.nullable(),
  assigneeId: rowId,
  assigneeName: z.string(),
  creatorId: rowId,
  creatorName: z.string(),
  /** Null for none, and with `customerHidden` for one that the person may not read. */
  customerId: rowId.nullable(),
  customerName: z.string().nullable(),
  customerHidden: z.boolean(),
  contactId: rowId.nullable(),
  contactName: z.string().nullable(),
  recurrence: recurrence.nullable(),
  /** First day from which the recurrence counts. */
  seriesStart: isoDate.nullable(),
  /** One of several that came of one recurrence, this one done or still to do. */
  inSeries: z.boolean(),
  source: z.enum(taskSources),
  /** When it was done or called off. */
  doneAt: instant.nullable(),
  createdAt: instant,
  updatedAt: instant,
  checklist: z.array(z.strictObject({ text: z.string(), done: z.boolean() })),
  notes: z.string().nullable(),
  /** What the texts say is kept from this person. */
  textsHidden: z.boolean(),
  mayWrite: z.boolean(),
})
export type TaskItem = z.output<typeof taskItem>
