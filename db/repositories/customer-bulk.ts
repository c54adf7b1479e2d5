import type { Stage, Tier } from '@shared/features/customers/customers.enums'
import { lostReasonFor, stageMoment } from '@shared/features/customers/customers.rules'
import { stageReasonFor } from '@shared/features/lifecycle/lifecycle.rules'
import type { WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { changeCustomers } from '../customer-rows'
import { recordStageChanges } from '../stage-rows'

type Changed = { changed: number }

/**
 * Moves customers to a stage, as of a day that may be past; those that are there already, for the same reason, count as unchanged.
 * @throws AppError customers.lost-reason-required; customers.stage-in-future; customers.not-found and core.forbidden as `assertMayUse`
 */
export function setStage(
  context: WriteContext,
  input: {
    ids: number[]
    stage: Stage
    lostReason: string | null
    reason: string | null
    at: number | null
  },
): Changed {
  assertMayUse(context, 'customers.write', input.ids)
  const { ids, stage } = input
  const lostReason = lostReasonFor(stage, input.lostReason)
  const stageReason = stageReasonFor(stage, input.reason)
  const at = stageMoment(input.at, context.clock())
  recordStageChanges(context, ids, { stage, reason: lostReason ?? stageReason, at })
  return changeCustomers(context, ids, {
    set: `stage = @stage, lost_reason = @lostReason,
      stage_reason = iif(stage = @stage AND @stageReason IS NULL, stage_reason, @stageReason),
      stage_changed_at = iif(stage = @stage, stage_changed_at, @at)`,
    where: `stage <> @stage OR lost_reason IS NOT @lostReason
      OR (@stageReason IS NOT NULL AND stage_reason IS NOT @stageReason)`,
    values: { stage, lostReason, stageReason, at },
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
