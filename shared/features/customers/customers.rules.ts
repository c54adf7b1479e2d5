import { AppError } from '@shared/core/errors'
import type { CustomerKind, Stage } from './customers.enums'

export type MissingPart = 'phone' | 'industry' | 'need'

type Completeness = {
  kind: CustomerKind
  phone: string | null
  email: string | null
  industry: string | null
  need: string | null
  /** Number of tags of type 需求 that the customer wears. */
  needTags: number
}

/**
 * Required parts that are still missing (R043, D8): a way to reach the customer, the need in words or as a tag and, for
 * companies, the industry. Missing parts are shown, never refused.
 */
export function listMissing(customer: Completeness): MissingPart[] {
  const missing: MissingPart[] = []
  if (customer.phone === null && customer.email === null) missing.push('phone')
  if (customer.kind === 'company' && customer.industry === null) missing.push('industry')
  if (customer.need === null && customer.needTags === 0) missing.push('need')
  return missing
}

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
