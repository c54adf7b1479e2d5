import { AppError } from '@shared/core/errors'
import type { WriteContext } from './context'
import { findCustomerRelation } from './customer-relation'
import { statement } from './statements'

/**
 * Whether a customer may be named as the one who brought another (R034, R076). One that the person may not read counts as not
 * there (R083); a stored one that stays as it is need not be asked about.
 * @param customerId the customer that was brought, null for a new one
 * @throws AppError customers.no-such-referrer, also for a customer who would bring themself
 */
export function assertReferrer(
  context: Pick<WriteContext, 'write' | 'session' | 'clock'>,
  referrerId: number | null,
  customerId: number | null,
): void {
  if (referrerId === null) return
  const { write } = context
  const isThere =
    referrerId !== customerId &&
    findCustomerRelation(write, context, referrerId) !== null &&
    statement(write, 'SELECT 1 FROM customer WHERE id = ? AND deleted_at IS NULL').get(
      referrerId,
    ) !== undefined
  if (!isThere) throw new AppError('customers.no-such-referrer')
}
