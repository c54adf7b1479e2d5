import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, rowId, text } from '@shared/core/schemas'
import { taskFields, taskItem } from './tasks.schema'

const reading = { home: 'data', permission: 'tasks.read' } as const
const writing = {
  home: 'data',
  permission: 'tasks.write',
  undoable: true,
  invalidates: ['tasks', 'customers', 'history'],
} as const
const one = z.strictObject({ id: rowId })
/** This one alone, or it and all that come after it in its series. */
const reach = z.enum(['this', 'onward'])

export const tasksContract = {
  /**
   * Open tasks by their day, those without one last; closed ones by when they were closed, newest first. By keyset: pass the day
   * (of closed ones `doneAt`) and the id of the last one for the next page.
   */
  'tasks.list': query({
    ...reading,
    input: z.strictObject({
      state: z.enum(['open', 'waiting', 'closed']).default('open'),
      assigneeId: rowId.nullable().default(null),
      customerId: rowId.nullable().default(null),
      /** Due in this span: from included, to excluded. */
      dueFrom: instant.nullable().default(null),
      dueTo: instant.nullable().default(null),
      /** Found in title and notes. */
      text: text(100).default(''),
      after: z.strictObject({ at: instant.nullable(), id: rowId }).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ tasks: z.array(taskItem), hasMore: z.boolean() }),
  }),
  'tasks.get': query({ ...reading, input: one, output: taskItem }),
  /** How many there are that the person may see. */
  'tasks.count': query({
    ...reading,
    input: z.strictObject({
      assigneeId: rowId.nullable().default(null),
      customerId: rowId.nullable().default(null),
    }),
    output: z.strictObject({ open: z.number().int(), overdue: z.number().int() }),
  }),
  /** People whom a task can be given to. */
  'tasks.listPeople': query({
    ...reading,
    input: none,
    output: z.strictObject({
      me: rowId,
      people: z.array(z.strictObject({ id: rowId, name: z.string() })),
    }),
  }),
  'tasks.create': command({
    ...writing,
    input: taskFields,
    output: z.strictObject({ id: rowId, code: z.string() }),
  }),
  /** Of a series `this` leaves the others as they were: the next one becomes a task of its own at once. */
  'tasks.update': command({
    ...writing,
    input: z.strictObject({
      id: rowId,
      fields: taskFields,
      reach: reach.default('onward'),
      /** As it was when the form was opened. */
      updatedAt: instant,
    }),
    output: one,
  }),
  /** Moves one to another time, with its reminder; the rest of its series stays. */
  'tasks.reschedule': command({
    ...writing,
    input: z.strictObject({ id: rowId, dueAt: instant, allDay: z.boolean() }),
    output: one,
  }),
  /** Done; the next one of a series, if there is one, is a new task: `nextId`. */
  'tasks.complete': command({
    ...writing,
    input: one,
    output: z.strictObject({ id: rowId, nextId: rowId.nullable(), nextDueAt: instant.nullable() }),
  }),
  /** Called off; a series goes on as after `tasks.complete`. */
  'tasks.cancel': command({
    ...writing,
    input: one,
    output: z.strictObject({ id: rowId, nextId: rowId.nullable(), nextDueAt: instant.nullable() }),
  }),
  'tasks.reopen': command({ ...writing, input: one, output: one }),
  'tasks.delete': command({
    ...writing,
    input: z.strictObject({ id: rowId, reach: reach.default('onward') }),
    output: one,
  }),
  'tasks.setChecklistItem': command({
    ...writing,
    input: z.strictObject({ id: rowId, index: z.number().int().min(0).max(99), done: z.boolean() }),
    output: one,
  }),
  'tasks.setProgress': command({
    ...writing,
    input: z.strictObject({ id: rowId, progress: z.number().int().min(0).max(100) }),
    output: one,
  }),
} as const
