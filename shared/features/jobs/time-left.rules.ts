import type { JobProgress } from './jobs.contract'

/** Where a job stood when a phase of it began, and when that was. */
export type PhaseStart = { phase: JobProgress['phase']; at: number; done: number }

/** So long a phase has to run before its speed says something, ms. */
const soonest = 2000
/** Less is over before it is read, ms. */
const shortest = 4000

/** The start of the phase that a job is in: the one known, or this moment when the phase is new or its count began anew. */
export function phaseStart(
  known: PhaseStart | null,
  { phase, done }: Pick<JobProgress, 'phase' | 'done'>,
  at: number,
): PhaseStart {
  const isSame = known !== null && known.phase === phase && known.done <= done
  return isSame ? known : { phase, at, done }
}

/**
 * How long the present phase of a job will go on if it keeps its speed, ms, or null when that cannot be said yet or is not worth
 * saying (R094). What comes after the phase is not in it: its speed is another.
 * @param now on the clock of `start.at`
 */
export function timeLeft(
  start: PhaseStart,
  { done, total }: Pick<JobProgress, 'done' | 'total'>,
  now: number,
): number | null {
  const [passed, worked] = [now - start.at, done - start.done]
  if (total === null || worked <= 0 || passed < soonest) return null
  const left = ((total - done) * passed) / worked
  return left < shortest ? null : left
}
