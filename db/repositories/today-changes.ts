import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { toIsoDate } from '@shared/core/dates'
import { mayUse, type Relation } from '@shared/core/permissions'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { ItemRef, NextStep, Whose } from '@shared/features/today/today.schema'
import {
  type Moment,
  movedReminder,
  movedTo,
  todayBounds,
  type WantedTime,
} from '@shared/features/today/today.rules'
import { viewerOf } from '../access'
import { takeCode } from '../code-sequence'
import type { WriteContext } from '../context'
import { refreshCustomerDates } from '../customer-dates'
import { assertOutOfBin, findCustomerRelation } from '../customer-relation'
import { insertRow } from '../insert-row'
import { followUp } from '../schema/follow-up'
import { task } from '../schema/task'
import { statement } from '../statements'
import { reaches } from '../today-items'
import { listedSteps, openTasks, stepReach, taskReach } from '../today-sources'

type Changed = { changed: number }

/**
 * Moves open items to another day; those that are done already stay.
 * @throws AppError core.not-found for one that is not there or that the person may not change; customers.in-bin
 */
export function moveItems(
  context: WriteContext,
  { items, to }: RouteParsedInput<'today.move'>,
): Changed {
  return { changed: items.filter((item) => moveItem(context, item, to)).length }
}

/** 延后. @throws AppError as `moveItems` */
export function snoozeItem(
  context: WriteContext,
  { item, to }: RouteParsedInput<'today.snooze'>,
): Changed {
  return moveItems(context, { items: [item], to })
}

/** 全部移到今天: everything of somebody that is overdue and that the person may change (R070). */
export function moveOverdue(
  context: WriteContext,
  { whose }: RouteParsedInput<'today.moveOverdue'>,
): Changed {
  const to: WantedTime = { date: toIsoDate(context.clock()), minutes: 'keep' }
  const items = listOverdue(context, whose).filter((item) => mayChange(context, item))
  return { changed: items.filter((item) => moveItem(context, item, to)).length }
}

function listOverdue(context: WriteContext, whose: Whose): ItemRef[] {
  const { write, clock } = context
  const viewer = viewerOf(write, context)
  const [steps, tasks] = [stepReach(viewer, whose), taskReach(viewer, whose)]
  const values = {
    ...{ me: viewer.userId, person: typeof whose === 'number' ? whose : viewer.userId },
    ...{ from: Number.MIN_SAFE_INTEGER, to: todayBounds(clock()).today },
  }
  const idsOf = (sql: string) => statement<{ id: number }>(write, sql).all(values)
  const due = 'AND t.due_at >= @from AND t.due_at < @to'
  return [
    ...(steps ? idsOf(`SELECT f.id AS id FROM ${listedSteps(steps)}`) : []).map(
      ({ id }) => ({ kind: 'step', id }) as const,
    ),
    ...(tasks
      ? idsOf(`SELECT t.id AS id FROM ${openTasks(viewer, tasks, 'open')} ${due}`)
      : []
    ).map(({ id }) => ({ kind: 'task', id }) as const),
  ]
}

function mayChange(context: WriteContext, item: ItemRef): boolean {
  return (item.kind === 'step' ? findStep(context, item.id) : findTask(context, item.id)) !== null
}

function moveItem(context: WriteContext, item: ItemRef, to: WantedTime): boolean {
  return item.kind === 'step' ? moveStep(context, item.id, to) : moveTask(context, item.id, to)
}

function moveStep(context: WriteContext, id: number, to: WantedTime): boolean {
  const { write, clock } = context
  const step = getStep(context, id)
  if (step.nextFollowAt === null || step.nextDoneAt !== null) return false
  const now = clock()
  const { at, allDay } = movedTo({ at: step.nextFollowAt, allDay: step.nextAllDay === 1 }, to, now)
  statement(
    write,
    'UPDATE follow_up SET next_follow_at = @at, next_all_day = @allDay, updated_at = @now WHERE id = @id',
  ).run({ id, at, allDay: Number(allDay), now })
  refreshCustomerDates(write, step.customerId, now)
  return true
}

function moveTask(context: WriteContext, id: number, to: WantedTime): boolean {
  const { write, clock } = context
  const found = getTask(context, id)
  if (found.doneAt !== null) return false
  const now = clock()
  const from: Moment | null =
    found.dueAt === null ? null : { at: found.dueAt, allDay: found.allDay === 1 }
  const { at, allDay } = movedTo(from, to, now)
  statement(
    write,
    `UPDATE task SET due_at = @at, all_day = @allDay, remind_at = @remindAt, updated_at = @now,
       duration_minutes = iif(@allDay = 1, NULL, duration_minutes) WHERE id = @id`,
  ).run({
    ...{ id, at, allDay: Number(allDay), now },
    remindAt: movedReminder(found.remindAt, found.dueAt, at),
  })
  return true
}

/**
 * Done, and what comes next: of a step the next one of the same customer, of a task another one of the same person (R013, R070, R074).
 * What is done already stays as it is, and nothing comes after it.
 * @throws AppError as `moveItems`
 */
export function completeItem(
  context: WriteContext,
  { item, next }: RouteParsedInput<'today.complete'>,
): RouteOutput<'today.complete'> {
  const done =
    item.kind === 'step'
      ? completeStep(context, item.id, next)
      : completeTask(context, item.id, next)
  return { changed: Number(done) }
}

function completeStep(context: WriteContext, id: number, next: NextStep | null): boolean {
  const { write, clock, session, newUid } = context
  const step = getStep(context, id)
  if (step.nextFollowAt === null || step.nextDoneAt !== null) return false
  const now = clock()
  const { customerId } = step
  statement(
    write,
    'UPDATE follow_up SET next_done_at = @now, updated_at = @now WHERE id = @id',
  ).run({ id, now })
  if (next) {
    const { at, allDay } = movedTo(null, next, now)
    const type: FollowUpType = step.nextType ?? step.type
    // Says what was done and plans on; it is no word of what the customer said, so it counts as no interaction (D2).
    insertRow(write, followUp, {
      ...{ uid: newUid(), code: takeCode(write, 'F', now), customerId, type, occurredAt: now },
      ...{ content: step.nextNote ?? '', nextFollowAt: at, nextAllDay: Number(allDay) },
      ...{ nextNote: next.note, nextType: next.type ?? type, nextDoneAt: null, interaction: 0 },
      ...{ outcome: null, contactId: null, followerId: session.userId },
      ...{ createdAt: now, updatedAt: now },
    })
  }
  refreshCustomerDates(write, customerId, now)
  return true
}

function completeTask(context: WriteContext, id: number, next: NextStep | null): boolean {
  const { write, clock, session, newUid } = context
  const found = getTask(context, id)
  if (found.doneAt !== null) return false
  const now = clock()
  statement(
    write,
    `UPDATE task SET status = 'done', done_at = @now, progress = 100, updated_at = @now WHERE id = @id`,
  ).run({ id, now })
  if (next) {
    const { at, allDay } = movedTo(null, next, now)
    const { title, priority, assigneeId, customerId, contactId } = found
    insertRow(write, task, {
      ...{ uid: newUid(), code: takeCode(write, 'K', now), title: next.note ?? title, priority },
      ...{ status: 'open', progress: 0, dueAt: at, allDay: Number(allDay), remindAt: null },
      ...{ durationMinutes: null, assigneeId, creatorId: session.userId, customerId, contactId },
      ...{ recurrence: null, seriesStart: null, seriesUid: null, source: 'person' },
      ...{ externalUid: null, doneAt: null, checklist: emptyList, notes: null },
      ...{ createdAt: now, updatedAt: now },
    })
  }
  if (found.customerId !== null) refreshCustomerDates(write, found.customerId, now)
  return true
}

/** As it is stored: rows are inserted past the query builder. */
const emptyList = '[]' as unknown as []

type StepRow = Pick<
  typeof followUp.$inferSelect,
  'customerId' | 'type' | 'nextFollowAt' | 'nextAllDay' | 'nextType' | 'nextNote' | 'nextDoneAt'
>

/** A step that the person may change; null for any other. */
function findStep(context: WriteContext, id: number): StepRow | null {
  const { write, session } = context
  const row = statement<StepRow>(
    write,
    `SELECT customer_id AS customerId, type, next_follow_at AS nextFollowAt, next_all_day AS nextAllDay,
       next_type AS nextType, next_note AS nextNote, next_done_at AS nextDoneAt FROM follow_up WHERE id = ?`,
  ).get(id)
  const relation: Relation | null = row
    ? findCustomerRelation(write, context, row.customerId)
    : null
  if (!row || relation === null || !mayUse(session.role, 'follow-ups.write', relation)) return null
  return row
}

/** @throws AppError core.not-found; customers.in-bin */
function getStep(context: WriteContext, id: number): StepRow {
  const step = findStep(context, id)
  if (!step) throw new AppError('core.not-found')
  assertOutOfBin(context.write, step.customerId)
  return step
}

type TaskRow = Pick<
  typeof task.$inferSelect,
  | ('title' | 'priority' | 'dueAt' | 'allDay' | 'remindAt' | 'doneAt')
  | ('assigneeId' | 'creatorId' | 'customerId' | 'contactId')
>

/** A task that the person may change; null for any other. */
function findTask({ write, session }: WriteContext, id: number): TaskRow | null {
  const row = statement<TaskRow>(
    write,
    `SELECT title, priority, due_at AS dueAt, all_day AS allDay, remind_at AS remindAt, done_at AS doneAt,
       assignee_id AS assigneeId, creator_id AS creatorId, customer_id AS customerId, contact_id AS contactId
     FROM task WHERE id = ?`,
  ).get(id)
  if (!row) return null
  const isMine = row.assigneeId === session.userId || row.creatorId === session.userId
  return reaches(session.role, 'tasks.write', isMine) ? row : null
}

/** @throws AppError core.not-found; customers.in-bin */
function getTask(context: WriteContext, id: number): TaskRow {
  const found = findTask(context, id)
  if (!found) throw new AppError('core.not-found')
  if (found.customerId !== null) assertOutOfBin(context.write, found.customerId)
  return found
}
