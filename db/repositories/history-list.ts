import { scopeOf } from '@shared/core/permissions'
import type { HistoryLine } from '@shared/features/history/history.schema'
import { openableRows, viewerOf, viewerValues } from '../access'
import { touchedCustomers } from '../audit-customers'
import type { ReadContext } from '../context'
import { statement } from '../statements'

type Stored = Omit<HistoryLine, 'mine' | 'undone' | 'customers' | 'customerCount'> & {
  userId: number
  reversedBy: number | null
}

/**
 * One page of the commands that can be taken back or were, newest first, by keyset. Another person's stand in it only where
 * `history.undo` reaches all, and customers only by name where the reader may open them (R083).
 */
export function listHistory(
  context: ReadContext,
  { mine, before, limit }: { mine: boolean; before: number | null; limit: number },
): { lines: HistoryLine[]; hasMore: boolean } {
  const { read, session } = context
  const onlyMine = mine || scopeOf(session.role, 'history.undo') !== 'all'
  const rows = statement<Stored>(read, historyQuery(onlyMine)).all({
    ...(onlyMine ? { me: session.userId } : {}),
    before: before ?? Number.MAX_SAFE_INTEGER,
    limit: limit + 1,
  })
  const lines = rows.slice(0, limit).map(({ userId, reversedBy, ...line }) => {
    const { ids, count } = touchedCustomers(read, line)
    return {
      ...line,
      mine: userId === session.userId,
      undone: reversedBy !== null,
      customers: namesWithinReach(context, ids),
      customerCount: count,
    }
  })
  return { lines, hasMore: rows.length > limit }
}

/** The statement on its own, so that its plan can be looked at. */
export function historyQuery(onlyMine: boolean): string {
  // A plus keeps the index of one person out where everybody's commands are walked in their own order.
  const whose = onlyMine ? `c.user_id = @me AND c.kind = 'do'` : `+c.kind = 'do'`
  return `SELECT c.id AS commandId, c.route, c.at, c.changes, c.user_id AS userId,
      (SELECT name FROM user WHERE user.id = c.user_id) AS userName, c.reversed_by AS reversedBy
    FROM command c WHERE ${whose} AND c.undoable = 1 AND c.changes > 0 AND c.id < @before
    ORDER BY c.id DESC LIMIT @limit`
}

/** Of a customer that is gone, such as after an undone import, the last name is told to whom it belonged or who reads all. */
function namesWithinReach(context: ReadContext, ids: number[]): HistoryLine['customers'] {
  const { read } = context
  const viewer = viewerOf(read, context)
  const readsAll = scopeOf(viewer.role, 'customers.read') === 'all'
  const ofGone = `SELECT row_id AS id, before ->> '$.name' AS name FROM change
    WHERE table_name = 'customer' AND row_id = @id AND operation = 'delete'
      AND (@readsAll OR before ->> '$.owner_id' = @me)
      AND NOT EXISTS (SELECT 1 FROM customer WHERE id = @id) ORDER BY change.id DESC LIMIT 1`
  const ofPresent = `SELECT id, name FROM customer WHERE id = @id AND ${openableRows(viewer)}`
  return ids.flatMap((id) => {
    const values = { ...viewerValues(viewer), id, readsAll: Number(readsAll) }
    const row =
      statement<{ id: number; name: string }>(read, ofPresent).get(values) ??
      statement<{ id: number; name: string }>(read, ofGone).get(values)
    return row ? [row] : []
  })
}
