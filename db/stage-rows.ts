import type { Stage } from '@shared/features/customers/customers.enums'
import type { StageStep } from '@shared/features/lifecycle/lifecycle.rules'
import { stageSteps } from '@shared/features/lifecycle/lifecycle.rules'
import type { WriteContext } from './context'
import type { ReadHandle } from './handles'
import { statement } from './statements'

type Move = {
  stage: Stage
  /** Of 流失 or of any other stage. */
  reason: string | null
  /** Epoch ms; when it happened. */
  at: number
}

/**
 * Writes down that customers go to a stage; to be called before their rows change. Those that are there already leave no line
 * (R029, R038).
 */
export function recordStageChanges(
  { write, session, clock }: Pick<WriteContext, 'write' | 'session' | 'clock'>,
  ids: readonly number[],
  { stage, reason, at }: Move,
): void {
  statement(
    write,
    `INSERT INTO stage_change (customer_id, from_stage, to_stage, reason, at, user_id, created_at)
     SELECT id, stage, @stage, @reason, @at, @userId, @now FROM customer
     WHERE id IN (SELECT value FROM json_each(@ids)) AND stage <> @stage`,
  ).run({ ids: JSON.stringify(ids), stage, reason, at, userId: session.userId, now: clock() })
}

type Standing = { id: number; createdAt: number; stage: Stage; stageChangedAt: number }

/** When a customer reached each of the stages that it was in. */
export function listStageSteps(read: ReadHandle, customer: Standing): StageStep[] {
  const changes = statement<{ fromStage: Stage; toStage: Stage; at: number }>(
    read,
    `SELECT from_stage AS fromStage, to_stage AS toStage, at FROM stage_change
     WHERE customer_id = ? ORDER BY at, id`,
  ).all(customer.id)
  return stageSteps(customer, changes)
}
