import { z } from 'zod'
import type { RouteOutput } from '@shared/contract'
import { fieldLevelOf } from '@shared/core/permissions'
import { instant } from '@shared/core/schemas'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import {
  beginReminders,
  longestLead,
  reminderMoment,
  type ReminderState,
} from '@shared/features/today/reminders.rules'
import { isWholeDay } from '@shared/features/today/today.rules'
import type { ItemRef, TodayItem } from '@shared/features/today/today.schema'
import { viewerOf } from '../access'
import type { QuietContext, ReadContext } from '../context'
import { findCustomerRelation } from '../customer-relation'
import { findJsonSetting, writeJsonSetting } from '../json-setting'
import { statement } from '../statements'
import { describeItems } from '../today-items'
import { stepReach, stepsFallingDue, taskReach } from '../today-sources'

type Reading = Pick<ReadContext, 'read' | 'session' | 'clock'>
type Writing = Pick<QuietContext, 'write' | 'clock'> & { session: { userId: number } }

const stored = z.strictObject({
  told: instant,
  missed: z.strictObject({ from: instant, to: instant }).nullable(),
})
const keyOf = (userId: number) => `reminders:${userId}`

/** How far a person was told of what falls due, in this book; null before the first time. */
export function findReminderState({
  read,
  session,
}: {
  read: Reading['read']
  session: { userId: number }
}): ReminderState | null {
  return findJsonSetting(read, keyOf(session.userId), stored)
}

/** When a person signs in: whatever fell due since they were last told goes to the list of what was missed. */
export function startReminders({ write, session, clock }: Writing): void {
  const state = beginReminders(findReminderState({ read: write, session }), clock())
  writeJsonSetting(write, keyOf(session.userId), state)
}

/** Remembers that a person was told of everything that fell due up to an instant, so that each is told once. */
export function noteTold({ write, session, clock }: Writing): void {
  const known = findReminderState({ read: write, session })
  const state: ReminderState = { told: clock(), missed: known?.missed ?? null }
  writeJsonSetting(write, keyOf(session.userId), state)
}

/** Something to be told of: what it is about stays in the book unless the person wants it shown. */
export type DueReminder = {
  ref: ItemRef | null
  kind: 'step' | 'task' | 'notice'
  type: FollowUpType | null
  at: number
  title: string | null
  customerName: string | null
}

/** More at once than these are told of as a number. */
const mostTold = 200

/** What of a person's own fell due after one instant and up to another and is open: steps, reminders of tasks, notices (R070, R073). */
export function listFallenDue(context: Reading, from: number, to: number): DueReminder[] {
  const items = listDueItems(context, from, to).map((item): DueReminder => ({
    ref: { kind: item.kind, id: item.id },
    ...{ kind: item.kind, type: item.type, title: item.title, at: item.at ?? to },
    customerName: item.customer?.name ?? null,
  }))
  const notices = listNotices(context, from, to).map(({ at, text, customer }): DueReminder => ({
    ...{ ref: null, kind: 'notice', type: null, at, title: text, customerName: customer.name },
  }))
  return [...items, ...notices]
}

type DueLine = ItemRef & { at: number; allDay: number }

function listDueItems(context: Reading, from: number, to: number): TodayItem[] {
  const { read } = context
  const viewer = viewerOf(read, context)
  const { userId: me } = viewer
  const steps =
    stepReach(viewer, 'mine') &&
    statement<DueLine>(
      read,
      `SELECT 'step' AS kind, f.id AS id, f.next_follow_at AS at, f.next_all_day AS allDay
       FROM ${stepsFallingDue} ORDER BY f.next_follow_at, f.id`,
      // Of a whole day the instant is its midnight, hours before one is told of it.
    ).all({ person: me, from: from - longestLead, to: to + 1 })
  const tasks =
    taskReach(viewer, 'mine') &&
    statement<ItemRef>(
      read,
      `SELECT 'task' AS kind, id FROM task INDEXED BY task_by_reminder
       WHERE remind_at > @from AND remind_at <= @to AND done_at IS NULL AND assignee_id = @me
         AND NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = customer_id AND deleted_at IS NOT NULL)
       ORDER BY remind_at, id LIMIT ${mostTold}`,
    ).all({ me, from, to })
  const due = (steps ?? []).filter(({ at, allDay }) => {
    const moment = reminderMoment({ at, allDay: isWholeDay(at, allDay === 1) })
    return moment > from && moment <= to
  })
  return describeItems(context, [...due.slice(0, mostTold), ...(tasks ?? [])])
}

type NoticeLine = { id: number; at: number; text: string; customerId: number; name: string }

function listNotices(
  context: Reading,
  from: number,
  to: number,
): RouteOutput<'today.missed'>['notices'] {
  const { read, session } = context
  const lines = statement<NoticeLine>(
    read,
    `SELECT n.id, n.at, n.text, n.customer_id AS customerId, c.name
     FROM notice n INDEXED BY notice_by_user JOIN customer c ON c.id = n.customer_id
     WHERE n.user_id = @me AND n.read_at IS NULL AND n.at > @from AND n.at <= @to AND c.deleted_at IS NULL
     ORDER BY n.at DESC, n.id DESC LIMIT ${mostTold}`,
  ).all({ me: session.userId, from, to })
  return lines.flatMap(({ id, at, text, customerId, name }) => {
    const relation = findCustomerRelation(read, context, customerId)
    if (relation === null) return []
    const seesText = fieldLevelOf(session.role, 'notes', relation) === 'full'
    return [{ id, at, text: seesText ? text : null, customer: { id: customerId, name } }]
  })
}

/** What fell due while the person was not there and is open still, and every notice that they have not read. */
export function listMissed(context: ReadContext): RouteOutput<'today.missed'> {
  const missed = findReminderState(context)?.missed ?? null
  return {
    since: missed?.from ?? null,
    items: missed ? listDueItems(context, missed.from, missed.to) : [],
    notices: listNotices(context, 0, context.clock()),
  }
}

/** Puts the list of what was missed away; notices stay until they are read. */
export function dismissMissed({ write, session, clock }: QuietContext): Record<string, never> {
  const known = findReminderState({ read: write, session })
  const state: ReminderState = { told: known?.told ?? clock(), missed: null }
  writeJsonSetting(write, keyOf(session.userId), state)
  return {}
}

/** Marks notices of the person who asks as read; others stay as they are. */
export function readNotices(
  { write, session, clock }: Writing,
  { ids }: { ids: number[] },
): { changed: number } {
  const { changes } = statement(
    write,
    `UPDATE notice SET read_at = @now WHERE user_id = @me AND read_at IS NULL
       AND id IN (SELECT value FROM json_each(@ids))`,
  ).run({ now: clock(), me: session.userId, ids: JSON.stringify(ids) })
  return { changed: changes }
}
