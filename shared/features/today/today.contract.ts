import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, rowId } from '@shared/core/schemas'
import { todayGroups } from './today.enums'
import {
  itemCursor,
  itemRef,
  nextStep,
  todayCounts,
  todayItem,
  todayNotice,
  wantedTime,
  whose,
} from './today.schema'

const base = { home: 'data' } as const
// Everybody who may follow up may have tasks; what of each kind a person may see and change is asked row by row.
const reading = { ...base, permission: 'tasks.read' } as const
const writing = { ...base, permission: 'tasks.write' } as const
const changed = ['follow-ups', 'tasks', 'customers', 'history'] as const
const howMany = z.strictObject({ changed: z.number().int().min(0) })

export const todayContract = {
  'today.counts': query({
    ...reading,
    input: z.strictObject({ whose: whose.default('mine') }),
    output: todayCounts,
  }),
  /** One group of the board, earliest first by keyset. */
  'today.list': query({
    ...reading,
    input: z.strictObject({
      group: z.enum(todayGroups),
      whose: whose.default('mine'),
      after: itemCursor.nullable().default(null),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.strictObject({ items: z.array(todayItem), next: itemCursor.nullable() }),
  }),
  /** What was done today, latest first. */
  'today.listDone': query({
    ...reading,
    input: z.strictObject({ whose: whose.default('mine') }),
    output: z.strictObject({ items: z.array(todayItem) }),
  }),
  /** Whose board one may look at beside one's own; empty for those who see their own only. */
  'today.listPeople': query({
    ...reading,
    input: none,
    output: z.strictObject({
      people: z.array(z.strictObject({ id: rowId, name: z.string() })),
    }),
  }),
  /** To another day: all of them or none. What is done already stays as it is. */
  'today.move': command({
    ...writing,
    input: z.strictObject({ items: z.array(itemRef).min(1).max(200), to: wantedTime }),
    output: howMany,
    invalidates: changed,
    undoable: true,
  }),
  /** 延后: the same for one, told apart in the list of what can be undone. */
  'today.snooze': command({
    ...writing,
    input: z.strictObject({ item: itemRef, to: wantedTime }),
    output: howMany,
    invalidates: changed,
    undoable: true,
  }),
  /** 全部移到今天: everything overdue that one may change. */
  'today.moveOverdue': command({
    ...writing,
    input: z.strictObject({ whose: whose.default('mine') }),
    output: howMany,
    invalidates: changed,
    undoable: true,
  }),
  /** Done, and what comes next. */
  'today.complete': command({
    ...writing,
    input: z.strictObject({ item: itemRef, next: nextStep.nullable().default(null) }),
    output: howMany,
    invalidates: changed,
    undoable: true,
  }),
  /** What fell due while the book was closed or locked and is still open, and what rules have told since. */
  'today.missed': query({
    ...reading,
    input: none,
    output: z.strictObject({
      since: instant.nullable(),
      items: z.array(todayItem),
      notices: z.array(todayNotice),
    }),
  }),
  /** Puts the list of what was missed away. */
  'today.dismissMissed': command({
    ...reading,
    input: none,
    output: none,
    invalidates: ['today'],
    quiet: true,
  }),
  'today.readNotices': command({
    ...reading,
    input: z.strictObject({ ids: z.array(rowId).min(1).max(200) }),
    output: howMany,
    invalidates: ['notices'],
  }),
} as const
