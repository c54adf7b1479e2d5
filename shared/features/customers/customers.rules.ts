import { AppError } from '@shared/core/errors'
import type { Stage } from './customers.enums'

/**
 * When a stage was reached: the day that somebody gave, or now.
 * @param at epoch ms, null for now
 * @throws AppError customers.stage-in-future
 */
export function stageMoment(at: number | null, now: number): number {
  if (at !== null && at > now) throw new AppError('customers.stage-in-future')
  return at ?? now
}

/**
 * The reason to store with a stage: 流失 needs one (R029), any other stage has none.
 * @throws AppError customers.lost-reason-required
 */
export function lostReasonFor(stage: Stage, lostReason: string | null): string | null {
  if (stage !== 'lost') return null
  if (lostReason === null) throw new AppError('customers.lost-reason-required')
  return lostReason
}
