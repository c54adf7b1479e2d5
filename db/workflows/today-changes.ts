import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { toIsoDate } from '@shared/core/dates'
import { isClosed } from '@shared/features/tasks/tasks.rules'
import { movedTo, todayBounds, type WantedTime } from '@shared/features/today/today.rules'
import type { ItemRef, NextStep, Whose } from '@shared/features/today/today.schema'
import { viewerOf } from '../access'
import { takeCode } from '../code-sequence'
import type { WriteContext } from '../context'
import { insertRow } from '../insert-row'
import { completeStep, findStep, moveStep } from '../next-steps'
import { closeTask, rescheduleTask } from '../repositories/task-states'
import { task } from '../schema/task'
import { statement } from '../statements'
import { tasksInReach } from '../task-access'
import { getTaskRecord, storedChecklist } from '../task-record'
import { listedSteps, openTasks, stepReach, taskReach } from '../today-sources'

type Changed = { changed: number }

/**
 * Moves open items of the board to another day; those that are done already stay (R070, R074).
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

/** 全部移到今天: everything of somebody that is overdue and that the person may change. */
export function moveOverdue(
  context: WriteContext,
  { whose }: RouteParsedInput<'today.moveOverdue'>,
): Changed {
  const to: WantedTime = { date: toIsoDate(context.clock()), minutes: 'keep' }
  const items = listOverdue(context, whose)
  return { changed: items.filter((item) => moveItem(context, item, to)).length }
}

function listOverdue(context: WriteContext, whose: Whose): ItemRef[] {
  const { write, clock, session } = context
  const viewer = viewerOf(write, context)
  const [steps, tasks] = [stepReach(viewer, whose), taskReach(viewer, whose)]
  const values = {
    ...{ me: viewer.userId, person: typeof whose === 'number' ? whose : viewer.userId },
    ...{ from: Number.MIN_SAFE_INTEGER, to: todayBounds(clock()).today },
  }
  const idsOf = (sql: string) =>
    statement<{ id: number }>(write, sql)
      .all(values)
      .map(({ id }) => id)
  const overdueSteps = steps ? idsOf(`SELECT f.id AS id FROM ${listedSteps(steps)}`) : []
  const overdueTasks = tasks
    ? idsOf(`SELECT t.id AS id FROM ${openTasks(viewer, tasks, 'open')}
        AND t.due_at >= @from AND t.due_at < @to AND ${tasksInReach(session.role, 'tasks.write')}`)
    : []
  return [
    ...overdueSteps
      .filter((id) => findStep(context, id) !== null)
      .map((id) => ({ kind: 'step', id }) as const),
    ...overdueTasks.map((id) => ({ kind: 'task', id }) as const),
  ]
}

function moveItem(context: WriteContext, { kind, id }: ItemRef, to: WantedTime): boolean {
  return kind === 'step' ? moveStep(context, id, to) : moveTask(context, id, to)
}

function moveTask(context: WriteContext, id: number, to: WantedTime): boolean {
  const { status, dueAt, allDay: isDay } = getTaskRecord(context, id)
  if (isClosed(status)) return false
  const from = dueAt === null ? null : { at: dueAt, allDay: isDay === 1 }
  const { at, allDay } = movedTo(from, to, context.clock())
  rescheduleTask(context, { id, dueAt: at, allDay })
  return true
}

/**
 * Done, and what comes next: of a step the next one of the same customer, of a task another one of the same person (R013, R070, R074).
 * What is done already stays as it is, and nothing comes after it.
 * @throws AppError as `moveItems`
 */
export function completeItem(
  context: WriteContext,
  { item: { kind, id }, next }: RouteParsedInput<'today.complete'>,
): RouteOutput<'today.complete'> {
  const isDone = kind === 'step' ? completeStep(context, id, next) : completeTask(context, id, next)
  return { changed: Number(isDone) }
}

function completeTask(context: WriteContext, id: number, next: NextStep | null): boolean {
  const { write, clock, session, newUid } = context
  const done = getTaskRecord(context, id)
  if (isClosed(done.status)) return false
  closeTask(context, id, 'done')
  if (!next) return true
  const now = clock()
  const { at, allDay } = movedTo(null, next, now)
  const { title, priority, assigneeId, customerId, contactId } = done
  insertRow(write, task, {
    ...{ uid: newUid(), code: takeCode(write, 'K', now), title: next.note ?? title, priority },
    ...{ status: 'open', progress: 0, dueAt: at, allDay: Number(allDay), remindAt: null },
    ...{ durationMinutes: null, assigneeId, creatorId: session.userId, customerId, contactId },
    ...{ recurrence: null, seriesStart: null, seriesUid: null, source: 'person' },
    ...{ externalUid: null, doneAt: null, checklist: storedChecklist([]), notes: null },
    ...{ createdAt: now, updatedAt: now },
  })
  return true
}
