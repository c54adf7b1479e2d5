import type { WriteHandle } from './handles'
import { statement } from './statements'

/** What a customer and this business did with each other, newest moment of each kind that is not in the future (D2). */
const interactions = [
  `SELECT max(occurred_at) AS at FROM follow_up
   WHERE customer_id = customer.id AND occurred_at <= @now AND interaction = 1`,
  `SELECT max(at) FROM behavior WHERE customer_id = customer.id AND kind = 'purchase' AND at <= @now`,
  `SELECT max(done_at) FROM task WHERE customer_id = customer.id AND status = 'done' AND done_at <= @now`,
  ...['opened_at', 'responded_at', 'resolved_at'].map(
    (moment) =>
      `SELECT max(${moment}) FROM service_case WHERE customer_id = customer.id AND ${moment} <= @now`,
  ),
]

const dates = {
  next_follow_at: `(SELECT min(next_follow_at) FROM follow_up
     WHERE customer_id = customer.id AND next_follow_at IS NOT NULL AND next_done_at IS NULL)`,
  last_interaction_at: `(SELECT max(at) FROM (${interactions.join('\n    UNION ALL ')}))`,
}
const columns = ['next_follow_at', 'last_interaction_at'] as const

/** Tables whose rows the dates of a customer follow from; each says by `customer_id` whose a row is. */
export const datedTables: readonly string[] = ['follow_up', 'behavior', 'task', 'service_case']

const selectStale = `SELECT ${columns.map((name) => `${name} IS NOT ${dates[name]} AS ${name}`).join()}
  FROM customer WHERE id = @customerId`

/**
 * Brings the dates kept on the customer in line with what happened: the earliest open next step, and the last interaction that is
 * not in the future: follow-up, purchase, service record or completed task (D2). Leaves `updated_at` alone, since the customer's
 * own fields did not change. Whoever writes rows of `datedTables` calls it for their customers.
 * @param now epoch ms
 */
export function refreshCustomerDates(write: WriteHandle, customerId: number, now: number): void {
  const values = { customerId, now }
  const stale = statement<Record<(typeof columns)[number], number>>(write, selectStale).get(values)
  // A column that is set writes its index even when it stays the same, and each page written weighs in the next backup.
  const set = columns
    .filter((name) => stale?.[name] === 1)
    .map((name) => `${name} = ${dates[name]}`)
  if (set.length > 0)
    statement(write, `UPDATE customer SET ${set.join()} WHERE id = @customerId`).run(values)
}
