import type { RouteOutput } from '@shared/contract'
import type { DeadlineEntry } from '@shared/features/deadlines/deadlines.schema'
import { readableRows, viewerOf, viewerValues } from '../access'
import type { ReadContext, WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { getCustomerRelation } from '../customer-relation'
import { statement } from '../statements'

type Owner = { ownerId: number | null }
type Asked = Owner & { after: { dueAt: number; id: number } | null; limit: number }

/** Clocks that run for customers at work within the viewer's reach; `d` is the clock. */
function openClocks(context: ReadContext, ownerId: number | null): string {
  const viewer = viewerOf(context.read, context)
  const owner = ownerId === null ? '' : 'AND owner_id = @ownerId AND pooled_at IS NULL'
  return `d.settled_at IS NULL AND EXISTS (SELECT 1 FROM customer WHERE customer.id = d.customer_id
    AND archived_at IS NULL AND ${readableRows(viewer, { pool: false })} ${owner})`
}

const valuesOf = (context: ReadContext, ownerId: number | null) => ({
  ...viewerValues(viewerOf(context.read, context)),
  ownerId,
})

/** One page of the clocks that run, what is due first at the top, by keyset (R057, R058). */
export function listDeadlines(
  context: ReadContext,
  { ownerId, after, limit }: Asked,
): { deadlines: DeadlineEntry[]; hasMore: boolean } {
  const rows = statement<DeadlineEntry>(
    context.read,
    `SELECT d.id, d.customer_id AS customerId, c.name AS customerName, c.kind AS customerKind, c.tier,
       (SELECT name FROM user WHERE user.id = c.owner_id) AS ownerName, d.cause, d.opened_at AS openedAt, d.due_at AS dueAt
     FROM deadline d CROSS JOIN customer c ON c.id = d.customer_id
     WHERE ${openClocks(context, ownerId)} ${after ? 'AND (d.due_at, d.id) > (@dueAt, @id)' : ''}
     ORDER BY d.due_at, d.id LIMIT @limit`,
  ).all({ ...valuesOf(context, ownerId), ...after, limit: limit + 1 })
  return { deadlines: rows.slice(0, limit), hasMore: rows.length > limit }
}

/** How many clocks run, and how many of them ran out. */
export function countDeadlines(
  context: ReadContext,
  { ownerId }: Owner,
): RouteOutput<'deadlines.counts'> {
  const row = statement<{ open: number; overdue: number | null }>(
    context.read,
    `SELECT count(*) AS open, sum(d.due_at <= @now) AS overdue FROM deadline d WHERE ${openClocks(context, ownerId)}`,
  ).get({ ...valuesOf(context, ownerId), now: context.clock() })
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0 }
}

/**
 * The clocks that run for a customer, what is due first at the top.
 * @throws AppError customers.not-found
 */
export function listDeadlinesOf(
  context: ReadContext,
  { customerId }: { customerId: number },
): RouteOutput<'deadlines.ofCustomer'> {
  getCustomerRelation(context.read, context, 'customers.read', customerId)
  const deadlines = statement<RouteOutput<'deadlines.ofCustomer'>['deadlines'][number]>(
    context.read,
    `SELECT id, cause, opened_at AS openedAt, due_at AS dueAt FROM deadline
     WHERE customer_id = ? AND settled_at IS NULL ORDER BY due_at, id`,
  ).all(customerId)
  return { deadlines }
}

/**
 * Stops all clocks of some customers, because their profiles are up to date.
 * @throws AppError customers.not-found; core.forbidden; customers.in-bin
 */
export function settleDeadlines(
  context: WriteContext,
  { customerIds }: { customerIds: number[] },
): { changed: number } {
  const { write, session, clock } = context
  assertMayUse(context, 'customers.write', customerIds)
  const { changes } = statement(
    write,
    `UPDATE deadline SET settled_at = @now, settler_id = @me
     WHERE settled_at IS NULL AND customer_id IN (SELECT value FROM json_each(@ids))`,
  ).run({ now: clock(), me: session.userId, ids: JSON.stringify(customerIds) })
  return { changed: changes }
}
