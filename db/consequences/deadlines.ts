import type { DeadlineCause } from '@shared/features/deadlines/deadlines.enums'
import { dueOf } from '@shared/features/deadlines/deadlines.rules'
import type { WriteContext } from '../context'
import { getDeadlineSettings } from '../deadline-settings'
import { holidayCalendarOf } from '../holiday-calendar'
import { insertRow } from '../insert-row'
import { deadline } from '../schema/deadline'
import { statement } from '../statements'
import { profileEdits, raisedCauses } from './deadline-causes'

/** Rows that come from somewhere else: nobody heard of a change today. */
const silentRoutes = ['imports.', 'customer-restores.', 'duplicates.', 'customers.reapply']

type Raised = { customerId: number; cause: DeadlineCause }

/**
 * Clocks until a profile has to be up to date (R057, R058, D5).
 *
 * A clock opens when a command changed or removed a contact detail that was there, changed the need, or wrote down a purchase, a
 * complaint or praise: one for each cause and customer. While it runs, a newer event of its cause keeps the earlier time. A customer who
 * was made by the same command, and one in the archive, gets none; neither do imports, merges and restores.
 *
 * A clock stops when its owner says so (`deadlines.settle`), or by itself with the first later command, whosever, that spoke to the
 * customer or edited their profile. The command that opened it never stops it: changing a phone number is not yet bringing the rest up
 * to date. An edit that raises the same cause once more does not stop that clock either, since the event is new.
 */
export function runDeadlines(context: WriteContext): void {
  const { write, commandId } = context
  const { route } = statement<{ route: string }>(
    write,
    'SELECT route FROM command WHERE id = ?',
  ).get(commandId) ?? { route: '' }
  if (silentRoutes.some((silent) => route.startsWith(silent))) return
  const raised = statement<Raised>(write, raisedCauses).all({ commandId })
  settle(context, raised)
  if (raised.length > 0) open(context, raised)
}

function settle({ write, session, clock, commandId }: WriteContext, raised: Raised[]): void {
  statement(
    write,
    `UPDATE deadline SET settled_at = @now, settler_id = @me
     WHERE settled_at IS NULL AND customer_id IN (${profileEdits})
       AND NOT EXISTS (SELECT 1 FROM json_each(@raised)
         WHERE value ->> '$.customerId' = customer_id AND value ->> '$.cause' = cause)`,
  ).run({ commandId, now: clock(), me: session.userId, raised: JSON.stringify(raised) })
}

function open({ write, clock, newUid }: WriteContext, raised: Raised[]): void {
  const settings = getDeadlineSettings(write)
  const openedAt = clock()
  const dueAt = dueOf(openedAt, settings, holidayCalendarOf(write))
  const running = statement(
    write,
    'SELECT 1 FROM deadline WHERE customer_id = @customerId AND cause = @cause AND settled_at IS NULL',
  )
  for (const { customerId, cause } of raised)
    if (settings.causes.includes(cause) && !running.get({ customerId, cause }))
      insertRow(write, deadline, {
        ...{ uid: newUid(), customerId, cause, openedAt, dueAt, settledAt: null, settlerId: null },
      })
}
