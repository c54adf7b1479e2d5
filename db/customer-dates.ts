import type { WriteHandle } from './handles'
import { statement } from './statements'

/**
 * Brings the dates kept on the customer in line with the timeline: the earliest open next step, and the last interaction that
 * is not in the future (D2). Leaves `updated_at` alone, since the customer's own fields did not change.
 * @param now epoch ms
 */
export function refreshCustomerDates(write: WriteHandle, customerId: number, now: number): void {
  statement(
    write,
    `UPDATE customer SET
       next_follow_at = (SELECT min(next_follow_at) FROM follow_up
         WHERE customer_id = customer.id AND next_follow_at IS NOT NULL AND next_done_at IS NULL),
       last_interaction_at = (SELECT max(occurred_at) FROM follow_up
         WHERE customer_id = customer.id AND occurred_at <= ? AND interaction = 1)
     WHERE id = ?`,
  ).run(now, customerId)
}
