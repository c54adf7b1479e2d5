import { AppError } from '@shared/core/errors'
import type { Permission } from '@shared/core/permissions'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import { openableRows, viewerOf, viewerValues, writableRows } from './access'
import type { WriteContext } from './context'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/** Whether a command is about what lies in the recycle bin. */
type BinOptions = { inBin?: boolean }

/**
 * Refuses a command unless its permission reaches every one of these customers: one foreign or unknown id refuses all (R083).
 * What lies in the recycle bin is refused too (X5), but for the few commands that are about the bin.
 * @returns who looks, for what the command does next
 * @throws AppError customers.not-found for what the caller may not even read, as for what is not there; core.forbidden for
 * what they may read only; customers.in-bin
 */
export function assertMayUse(
  context: Pick<WriteContext, 'write' | 'session' | 'clock'>,
  permission: Permission,
  ids: number[],
  options: BinOptions = {},
): Viewer {
  return assertReach(context.write, context, permission, ids, options)
}

/** The same before anything is written, such as for what a command would do. @throws AppError as `assertMayUse` */
export function assertReach(
  read: ReadHandle,
  asking: Pick<WriteContext, 'session' | 'clock'>,
  permission: Permission,
  ids: number[],
  { inBin = false }: BinOptions = {},
): Viewer {
  const viewer = viewerOf(read, asking)
  if (countOutside(read, viewer, openableRows(viewer), ids) > 0)
    throw new AppError('customers.not-found')
  const writable = writableRows(viewer, permission)
  if (writable !== 'TRUE' && countOutside(read, viewer, writable, ids) > 0)
    throw new AppError('core.forbidden', `role may not use ${permission} here`)
  if (!inBin && countOutside(read, viewer, 'deleted_at IS NULL', ids) > 0)
    throw new AppError('customers.in-bin')
  return viewer
}

/** How many of these customers are not there or outside a condition of `access.ts`. */
export function countOutside(
  read: ReadHandle,
  viewer: Viewer,
  condition: string,
  ids: number[],
): number {
  const row = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM (SELECT DISTINCT value AS wanted FROM json_each(@ids))
     WHERE NOT EXISTS (SELECT 1 FROM customer WHERE customer.id = wanted AND ${condition})`,
  ).get({ ...viewerValues(viewer), ids: JSON.stringify(ids) })
  return row?.total ?? 0
}
