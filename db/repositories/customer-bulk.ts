import type { Stage, Tier } from '@shared/features/customers/customers.enums'
import { lostReasonFor } from '@shared/features/customers/customers.rules'
import type { WriteContext } from '../context'
import { statement } from '../statements'

type Changed = { changed: number }

const chosen = 'id IN (SELECT value FROM json_each(@ids))'
// Always later than the edit before, even within one millisecond: editors compare this value.
const touched = 'updated_at = max(@now, updated_at + 1)'

function run(
  { write, clock }: WriteContext,
  sql: string,
  ids: number[],
  values: Record<string, string | null> = {},
): Changed {
  const parameters = { ...values, ids: JSON.stringify(ids), now: clock() }
  return { changed: statement(write, sql).run(parameters).changes }
}

/**
 * Moves customers to a stage; those that are there already, for the same reason, count as unchanged.
 * @throws AppError customers.lost-reason-required
 */
export function setStage(
  context: WriteContext,
  input: { ids: number[]; stage: Stage; lostReason: string | null },
): Changed {
  const lostReason = lostReasonFor(input.stage, input.lostReason)
  return run(
    context,
    `UPDATE customer SET stage = @stage, lost_reason = @lostReason, ${touched},
       stage_changed_at = iif(stage = @stage, stage_changed_at, @now)
     WHERE ${chosen} AND (stage <> @stage OR lost_reason IS NOT @lostReason)`,
    input.ids,
    { stage: input.stage, lostReason },
  )
}

/** Gives customers a tier (R039). */
export function setTier(
  context: WriteContext,
  { ids, tier }: { ids: number[]; tier: Tier },
): Changed {
  const sql = `UPDATE customer SET tier = @tier, ${touched} WHERE ${chosen} AND tier <> @tier`
  return run(context, sql, ids, { tier })
}

/** Takes customers out of the lists; nothing of them is deleted (X5). */
export function archive(context: WriteContext, { ids }: { ids: number[] }): Changed {
  const sql = `UPDATE customer SET archived_at = @now, ${touched} WHERE ${chosen} AND archived_at IS NULL`
  return run(context, sql, ids)
}

/** Puts archived customers back. */
export function unarchive(context: WriteContext, { ids }: { ids: number[] }): Changed {
  const sql = `UPDATE customer SET archived_at = NULL, ${touched} WHERE ${chosen} AND archived_at IS NOT NULL`
  return run(context, sql, ids)
}
