import type { ClockProblem } from './book-condition.schema'

/** A clock that was set right by a few minutes is not worth a word, in ms. */
const toleranceMs = 10 * 60_000
const dayMs = 86_400_000
/** A book that rests for longer than this is rare; an empty battery of the clock is not. */
const longestRestMs = 366 * dayMs

/** The program is not older than this (epoch ms); raised with each release. */
export const programMadeAt = Date.UTC(2026, 0, 1)

export type ClockJudgement = { problem: ClockProblem; now: number; last: number }

/**
 * Says whether the computer's clock can be right, as far as the book can tell; null when nothing speaks against it. Nobody is locked out
 * over it, and no moment is made up: what is written carries the clock's own time, and the order of the audit trail does not hang on it.
 * @param now epoch ms of the computer's clock
 * @param last epoch ms of the newest entry of the book, null in a new one
 */
export function judgeClock(
  now: number,
  last: number | null,
  madeAt: number = programMadeAt,
): ClockJudgement | null {
  if (last !== null && now < last - toleranceMs) return { problem: 'behind', now, last }
  if (now < madeAt - dayMs) return { problem: 'before-release', now, last: madeAt }
  if (last !== null && now > last + longestRestMs) return { problem: 'ahead', now, last }
  return null
}
