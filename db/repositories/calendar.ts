import { eq } from 'drizzle-orm'
import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import { mayUse } from '@shared/core/permissions'
import {
  datesBetween,
  inDayOrder,
  midnightsOf,
  movedReminder,
  movedTo,
} from '@shared/features/calendar/calendar.rules'
import type { CalendarKind, CalendarMove } from '@shared/features/calendar/calendar.schema'
import { viewerOf } from '../access'
import type { Asked, DayPart } from '../calendar/asked'
import { birthdaysByDay } from '../calendar/birthdays'
import { stepsByDay } from '../calendar/steps'
import { tasksByDay } from '../calendar/tasks'
import type { ReadContext, WriteContext } from '../context'
import { refreshCustomerDates } from '../customer-dates'
import { assertOutOfBin, findCustomerRelation } from '../customer-relation'
import { followUp } from '../schema/follow-up'
import { task } from '../schema/task'
import { statement } from '../statements'
import { tasksInReach } from '../task-access'

const sources: Record<CalendarKind, (asked: Asked) => DayPart[]> = {
  task: tasksByDay,
  'next-step': stepsByDay,
  birthday: birthdaysByDay,
}

/**
 * What there is on each day that the person may know of: tasks, open next steps, birthdays (R072, R074). Of a fuller day than was asked
 * for only the first items come, with the number of all.
 */
export function listCalendar(
  context: ReadContext,
  { from, to, mine, kinds, perDay }: RouteParsedInput<'calendar.list'>,
): RouteOutput<'calendar.list'> {
  const dates = datesBetween(from, to)
  const viewer = viewerOf(context.read, context)
  const asked = { context, viewer, dates, midnights: midnightsOf(dates), mine, perDay }
  const parts = [...new Set(kinds)].map((kind) => sources[kind](asked))
  const days = dates.map((date, index) => {
    const ofDay = parts.flatMap((part) => part[index] ?? [])
    return {
      date,
      items: ofDay
        .flatMap(({ items }) => items)
        .sort(inDayOrder)
        .slice(0, perDay),
      total: ofDay.reduce((sum, { total }) => sum + total, 0),
    }
  })
  return { days: days.filter(({ total }) => total > 0) }
}

type Moved = { id: number; at: number }

/**
 * Moves the next step of a follow-up to another day; it keeps its time unless one is given.
 * @throws AppError core.not-found, also for an entry whose customer the person may not follow up; customers.in-bin;
 * calendar.not-open for a step that is done
 */
export function moveStep(context: WriteContext, { id, ...to }: CalendarMove): Moved {
  const { write, session, clock } = context
  const row = write.orm.select().from(followUp).where(eq(followUp.id, id)).get()
  const relation = row ? findCustomerRelation(write, context, row.customerId) : null
  if (!row || relation === null || !mayUse(session.role, 'follow-ups.write', relation))
    throw new AppError('core.not-found')
  assertOutOfBin(write, row.customerId)
  if (row.nextFollowAt === null || row.nextDoneAt !== null) throw new AppError('calendar.not-open')
  const { at, allDay } = movedTo({ at: row.nextFollowAt, allDay: row.nextAllDay === 1 }, to)
  const now = clock()
  write.orm
    .update(followUp)
    .set({ nextFollowAt: at, nextAllDay: Number(allDay), updatedAt: now })
    .where(eq(followUp.id, id))
    .run()
  refreshCustomerDates(write, row.customerId, now)
  return { id, at }
}

/**
 * Moves a task to another day; it keeps its time unless one is given, and its reminder goes with it. Of one that repeats only this
 * occurrence moves.
 * @throws AppError core.not-found, also for a task out of reach and for one of a customer that the person may not read;
 * customers.in-bin; calendar.not-open for one that is done or called off
 */
export function moveTask(context: WriteContext, { id, ...to }: CalendarMove): Moved {
  const { write, session, clock } = context
  const inReach = statement(
    write,
    `SELECT 1 FROM task t WHERE t.id = @id AND ${tasksInReach(session.role, 'tasks.write')}`,
  ).get({ id, me: session.userId })
  const row = inReach ? write.orm.select().from(task).where(eq(task.id, id)).get() : undefined
  if (!row) throw new AppError('core.not-found')
  if (row.customerId !== null) {
    if (findCustomerRelation(write, context, row.customerId) === null)
      throw new AppError('core.not-found')
    assertOutOfBin(write, row.customerId)
  }
  if (row.status === 'done' || row.status === 'cancelled') throw new AppError('calendar.not-open')
  const { at, allDay } = movedTo({ at: row.dueAt, allDay: row.allDay === 1 }, to)
  const { remindAt, dueAt } = row
  write.orm
    .update(task)
    .set({
      ...{ dueAt: at, allDay: Number(allDay), updatedAt: clock() },
      remindAt: remindAt === null || dueAt === null ? remindAt : movedReminder(remindAt, dueAt, at),
    })
    .where(eq(task.id, id))
    .run()
  return { id, at }
}
