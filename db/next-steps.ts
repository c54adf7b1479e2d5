import { AppError } from '@shared/core/errors'
import { mayUse } from '@shared/core/permissions'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { NextStep } from '@shared/features/today/today.schema'
import {
  isWholeDay,
  type Moment,
  movedTo,
  type WantedTime,
} from '@shared/features/today/today.rules'
import { takeCode } from './code-sequence'
import type { WriteContext } from './context'
import { refreshCustomerDates } from './customer-dates'
import { assertOutOfBin, findCustomerRelation } from './customer-relation'
import { insertPlannedEntry } from './planned-entry'
import type { followUp } from './schema/follow-up'
import { statement } from './statements'

type StepRow = Pick<
  typeof followUp.$inferSelect,
  'customerId' | 'type' | 'nextFollowAt' | 'nextAllDay' | 'nextType' | 'nextNote' | 'nextDoneAt'
>

/** The next step of a follow-up that the person may change; null for any other. */
export function findStep({ write, ...asking }: WriteContext, id: number): StepRow | null {
  const row = statement<StepRow>(
    write,
    `SELECT customer_id AS customerId, type, next_follow_at AS nextFollowAt, next_all_day AS nextAllDay,
       next_type AS nextType, next_note AS nextNote, next_done_at AS nextDoneAt FROM follow_up WHERE id = ?`,
  ).get(id)
  const relation = row ? findCustomerRelation(write, asking, row.customerId) : null
  if (!row || relation === null) return null
  return mayUse(asking.session.role, 'follow-ups.write', relation) ? row : null
}

/** The same. @throws AppError core.not-found; customers.in-bin */
export function getStep(context: WriteContext, id: number): StepRow {
  const step = findStep(context, id)
  if (!step) throw new AppError('core.not-found')
  assertOutOfBin(context.write, step.customerId)
  return step
}

/**
 * Moves an open next step to another day. @returns false for one that is done already
 * @throws AppError core.not-found for one that is not there or that the person may not change; customers.in-bin
 */
export function moveStep(context: WriteContext, id: number, to: WantedTime): boolean {
  const { nextFollowAt, nextAllDay, nextDoneAt, customerId } = getStep(context, id)
  if (nextFollowAt === null || nextDoneAt !== null) return false
  const from = { at: nextFollowAt, allDay: isWholeDay(nextFollowAt, nextAllDay === 1) }
  putStep(context, { id, customerId }, movedTo(from, to, context.clock()))
  return true
}

/** Puts an open next step on another moment; the dates kept on its customer follow. */
export function putStep(
  { write, clock }: WriteContext,
  { id, customerId }: { id: number; customerId: number },
  { at, allDay }: Moment,
): void {
  const now = clock()
  statement(
    write,
    'UPDATE follow_up SET next_follow_at = @at, next_all_day = @allDay, updated_at = @now WHERE id = @id',
  ).run({ id, at, allDay: Number(allDay), now })
  refreshCustomerDates(write, customerId, now)
}

/**
 * Marks an open next step as done and plans what comes next. @returns false for one that is done already
 * @throws AppError as `moveStep`
 */
export function completeStep(context: WriteContext, id: number, next: NextStep | null): boolean {
  const { write, clock } = context
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
    // Says what was done and plans on.
    insertPlannedEntry(context, {
      ...{ customerId, code: takeCode(write, 'F', now), type, content: step.nextNote ?? '' },
      ...{ nextFollowAt: at, nextAllDay: Number(allDay) },
      ...{ nextType: next.type ?? type, nextNote: next.note },
    })
  }
  refreshCustomerDates(write, customerId, now)
  return true
}
