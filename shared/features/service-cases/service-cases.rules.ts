import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { workingTime } from '@shared/core/days/working-time'
import { AppError } from '@shared/core/errors'
import type { CaseStatus } from './service-cases.enums'
import type { CaseSpan } from './service-cases.schema'

/** Where a case stands. Instants in epoch ms. */
export type CaseProgress = {
  status: CaseStatus
  openedAt: number
  respondedAt: number | null
  resolvedAt: number | null
  closedAt: number | null
  result: string | null
  satisfaction: number | null
}

/** True while somebody still has to do something about it. */
export function isOpenCase({ status }: { status: CaseStatus }): boolean {
  return status !== 'resolved' && status !== 'closed'
}

/**
 * A case after it was moved to another status (R080). Resolving and closing need to know how it ended, and answer the customer if
 * nobody did before; closing keeps how content they were, when somebody asked. Any other status opens it again: when it was resolved
 * and closed and the satisfaction go, the first answer and what was said of the result stay.
 * @param change `result` null keeps the one that is there
 * @throws AppError service-cases.result-missing
 */
export function moveCase(
  before: CaseProgress,
  change: { to: CaseStatus; result: string | null; satisfaction: number | null },
  now: number,
): CaseProgress {
  const { to } = change
  const result = change.result ?? before.result
  if (isOpenCase({ status: to }))
    return { ...before, status: to, result, resolvedAt: null, closedAt: null, satisfaction: null }
  if (result === null) throw new AppError('service-cases.result-missing')
  const isClosing = to === 'closed'
  return {
    ...before,
    ...{ status: to, result },
    respondedAt: before.respondedAt ?? now,
    resolvedAt: before.resolvedAt ?? now,
    closedAt: isClosing ? (before.closedAt ?? now) : null,
    satisfaction: isClosing ? change.satisfaction : null,
  }
}

/**
 * A case after its first answer to the customer; one that nobody works on yet is in progress from then on. The first answer stays the
 * first one.
 * @param at epoch ms, null for now
 * @throws AppError service-cases.time-order for an answer before the case or in the future
 */
export function respondCase(before: CaseProgress, at: number | null, now: number): CaseProgress {
  if (before.respondedAt !== null) return before
  const respondedAt = at ?? now
  if (respondedAt < before.openedAt || respondedAt > now)
    throw new AppError('service-cases.time-order')
  return {
    ...before,
    respondedAt,
    status: before.status === 'open' ? 'in-progress' : before.status,
  }
}

/**
 * Refuses a beginning that lies in the future or after what followed from it.
 * @throws AppError service-cases.time-order
 */
export function assertCaseOrder(
  { openedAt, respondedAt, resolvedAt }: Omit<CaseProgress, 'status' | 'result' | 'satisfaction'>,
  now: number,
): void {
  const latest = Math.min(now, respondedAt ?? now, resolvedAt ?? now)
  if (openedAt > latest) throw new AppError('service-cases.time-order')
}

/** How long the customer waited for the first answer and for the end of it, by the clock and on working days (R058, R080). */
export function caseSpans(
  {
    openedAt,
    respondedAt,
    resolvedAt,
  }: Pick<CaseProgress, 'openedAt' | 'respondedAt' | 'resolvedAt'>,
  calendar: HolidayCalendar,
): { response: CaseSpan | null; resolution: CaseSpan | null } {
  const spanTo = (end: number | null): CaseSpan | null =>
    end === null
      ? null
      : { clock: Math.max(0, end - openedAt), working: workingTime(openedAt, end, calendar) }
  return { response: spanTo(respondedAt), resolution: spanTo(resolvedAt) }
}
