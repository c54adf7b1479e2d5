import { AppError } from '@shared/core/errors'
import { movedTo } from '@shared/features/calendar/calendar.rules'
import type { CalendarMove } from '@shared/features/calendar/calendar.schema'
import { isClosed } from '@shared/features/tasks/tasks.rules'
import type { WriteContext } from '../context'
import { findCustomerRelation } from '../customer-relation'
import { getStep, putStep } from '../next-steps'
import { rescheduleTask } from '../repositories/task-states'
import { getTaskRecord } from '../task-record'

type Moved = { id: number; at: number }

/**
 * Moves the next step of a follow-up to another day; it keeps its time unless one is given.
 * @throws AppError core.not-found, also for an entry whose customer the person may not follow up; customers.in-bin;
 * calendar.not-open for a step that is done
 */
export function moveStepTo(context: WriteContext, { id, ...to }: CalendarMove): Moved {
  const { customerId, nextFollowAt, nextAllDay, nextDoneAt } = getStep(context, id)
  if (nextFollowAt === null || nextDoneAt !== null) throw new AppError('calendar.not-open')
  const moved = movedTo({ at: nextFollowAt, allDay: nextAllDay === 1 }, to)
  putStep(context, { id, customerId }, moved)
  return { id, at: moved.at }
}

/**
 * Moves a task to another day; it keeps its time unless one is given, and its reminder goes with it. Of one that repeats only this
 * occurrence moves.
 * @throws AppError core.not-found, also for a task out of reach and for one of a customer that the person may not read;
 * customers.in-bin; calendar.not-open for one that is done or called off
 */
export function moveTaskTo(context: WriteContext, { id, ...to }: CalendarMove): Moved {
  const { write } = context
  const { customerId, status, dueAt, allDay } = getTaskRecord(context, id)
  if (customerId !== null && findCustomerRelation(write, context, customerId) === null)
    throw new AppError('core.not-found')
  if (isClosed(status)) throw new AppError('calendar.not-open')
  const moved = movedTo({ at: dueAt, allDay: allDay === 1 }, to)
  rescheduleTask(context, { id, dueAt: moved.at, allDay: moved.allDay })
  return { id, at: moved.at }
}
