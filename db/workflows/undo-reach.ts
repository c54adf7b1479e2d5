import { AppError } from '@shared/core/errors'
import type { Permission } from '@shared/core/permissions'
import { readableRows, viewerOf, viewerValues, writableRows } from '../access'
import type { WriteContext } from '../context'
import { listTouchedCustomers } from '../journal/touched-customers'
import { assertWithinLimit } from '../repositories/customer-ownership'
import { statement } from '../statements'
import { createTaskReachCheck } from './undo-task-reach'

/**
 * Watches over the reversal of a command: every customer it touches must be in reach of the original command's permission
 * before or after it (R083). So a colleague's record cannot be changed by way of undo, and one that was given away by the
 * command can still be taken back.
 * @returns the check, to be called when the changes are reversed
 */
export function createReachCheck(
  context: WriteContext,
  permission: Permission,
  commandId: number,
): () => void {
  if (permission === 'tasks.write') return createTaskReachCheck(context, commandId)
  const { write } = context
  const viewer = viewerOf(write, context)
  const conditions = [readableRows(viewer, { pool: false }), writableRows(viewer, permission)]
  if (conditions.every((condition) => condition === 'TRUE')) return () => undefined

  const idsInReach = (ids: number[]) =>
    new Set(
      statement<{ id: number }>(
        write,
        `SELECT id FROM customer
         WHERE id IN (SELECT value FROM json_each(@ids)) AND ${conditions.join(' AND ')}`,
      )
        .all({ ...viewerValues(viewer), ids: JSON.stringify(ids) })
        .map(({ id }) => id),
    )
  const touched = listTouchedCustomers(write, commandId)
  const before = idsInReach(touched)
  return () => {
    const all = [...new Set([...touched, ...listTouchedCustomers(write, commandId)])]
    const after = idsInReach(all)
    if (all.some((id) => !before.has(id) && !after.has(id)))
      throw new AppError('core.forbidden', 'the command touched records out of reach')
    if ([...after].some((id) => !before.has(id))) assertWithinLimit(context, 0)
  }
}
