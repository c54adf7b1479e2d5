import { AppError } from '@shared/core/errors'
import type { Stage } from './customers.enums'

/**
 * The reason to store with a stage: 流失 needs one (R029), any other stage has none.
 * @throws AppError customers.lost-reason-required
 */
export function lostReasonFor(stage: Stage, lostReason: string | null): string | null {
  if (stage !== 'lost') return null
  if (lostReason === null) throw new AppError('customers.lost-reason-required')
  return lostReason
}
