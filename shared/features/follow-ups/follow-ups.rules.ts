import { startOfDay, startOfNextDay } from '@shared/core/dates'
import type { FollowUpFields } from './follow-ups.schema'

/**
 * Which open next steps a newly logged follow-up closes: with a new next date all of them, since it replaces the plan;
 * without one those that were due by the end of today, since the customer has been spoken to; later ones stay (R013, R070).
 * @param now epoch ms
 * @returns the instant before which a step must be due to be closed, exclusive; Infinity for all
 */
export function closesStepsBefore(nextFollowAt: number | null, now: number): number {
  return nextFollowAt === null ? startOfNextDay(now) : Infinity
}

type NextStep = { nextFollowAt: number | null; nextDoneAt: number | null }

/** What becomes of the done mark when an entry is edited: it stays while the date stays, any other date is open anew. */
export function nextDoneAfterEdit(before: NextStep, nextFollowAt: number | null): number | null {
  return before.nextFollowAt === nextFollowAt ? before.nextDoneAt : null
}

type PlannedStep = Pick<FollowUpFields, 'nextFollowAt' | 'nextNote' | 'nextType' | 'nextAllDay'>

/** What is planned as it is stored: nothing beside a date that is not there, and a whole day begins at its local midnight. */
export function settleNextStep({
  nextFollowAt,
  nextNote,
  nextType,
  nextAllDay,
}: PlannedStep): PlannedStep {
  if (nextFollowAt === null)
    return { nextFollowAt, nextNote: null, nextType: null, nextAllDay: false }
  return {
    ...{ nextNote, nextType, nextAllDay },
    nextFollowAt: nextAllDay ? startOfDay(nextFollowAt) : nextFollowAt,
  }
}
