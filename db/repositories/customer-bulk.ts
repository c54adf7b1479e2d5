import type { Stage, Tier } from '@shared/features/customers/customers.enums'
import { lostReasonFor } from '@shared/features/customers/customers.rules'
import type { WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { changeCustomers } from '../customer-rows'

type Changed = { changed: number }

/**
 * Moves customers to a stage; those that are there already, for the same reason, count as unchanged.
 * @throws AppError customers.lost-reason-required; customers.not-found and core.forbidden as `assertMayUse`
 */
export function setStage(
  context: WriteContext,
  input: { ids: number[]; stage: Stage; lostReason: string | null },
): Changed {
  assertMayUse(context, 'customers.write', input.ids)
  const lostReason = lostReasonFor(input.stage, input.lostReason)
  return changeCustomers(context, input.ids, {
    set: `stage = @stage, lost_reason = @lostReason,
      stage_changed_at = iif(stage = @stage, stage_changed_at, @now)`,
    where: 'stage <> @stage OR lost_reason IS NOT @lostReason',
    values: { stage: input.stage, lostReason },
  })
}

/**
 * Gives customers a tier (R039).
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function setTier(
  context: WriteContext,
  { ids, tier }: { ids: number[]; tier: Tier },
): Changed {
  assertMayUse(context, 'customers.write', ids)
  return changeCustomers(context, ids, {
    set: 'tier = @tier',
    where: 'tier <> @tier',
    values: { tier },
  })
}

/**
 * Takes customers out of the lists; nothing of them is deleted (X5).
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function archive(context: WriteContext, { ids }: { ids: number[] }): Changed {
  assertMayUse(context, 'customers.write', ids)
  return changeCustomers(context, ids, {
    set: 'archived_at = @now',
    where: 'archived_at IS NULL',
  })
}

/**
 * Puts archived customers back.
 * @throws AppError customers.not-found and core.forbidden as `assertMayUse`
 */
export function unarchive(context: WriteContext, { ids }: { ids: number[] }): Changed {
  assertMayUse(context, 'customers.write', ids)
  return changeCustomers(context, ids, {
    set: 'archived_at = NULL',
    where: 'archived_at IS NOT NULL',
  })
}
