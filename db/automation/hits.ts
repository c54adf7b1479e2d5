import { silenceCutoff } from '@shared/features/conditions/conditions.rules'
import type { AutomationRuleInput } from '@shared/features/automation/automation.schema'
import { conditionSql } from '../condition-sql'
import { removedChildSql } from '../custom-sql/audit-indexes'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'
import { doneSince, eventSql, ofThisCommand } from './events'

type Values = Record<string, string | number | null>
type Asked = Pick<AutomationRuleInput, 'trigger' | 'conditions'>
/** The customers whom a rule hits, as FROM and WHERE over `customer`, with every value in them. */
export type HitSql = { from: string; values: Values }

/** The part of a command's changes that is looked at: after one change, up to another. */
export type Span = { commandId: number; after: number; newest: number }

/** Customers at work at whom the trigger went off in a part of a command; null for a rule of silence or one that cannot be asked. */
export function hitsInCommand(read: ReadHandle, rule: Asked, span: Span, now: number): number[] {
  const hit = hitSql(read, rule, now, { changes: ofThisCommand, values: span })
  if (!hit) return []
  return statement<{ id: number }>(read, `SELECT id ${hit.from} ORDER BY id`)
    .all(hit.values)
    .map(({ id }) => id)
}

/** The same of everything that people did since a moment, by what the customers are like now. */
export function hitsSince(read: ReadHandle, rule: Asked, since: number, now: number) {
  return hitSql(read, rule, now, { changes: doneSince, values: { since } })
}

function hitSql(
  read: ReadHandle,
  { trigger, conditions }: Asked,
  now: number,
  scope: { changes: string; values: Values },
): HitSql | null {
  const event = eventSql(trigger, scope.changes)
  const asked = event && conditionSql(read, conditions, now)
  if (!event || !asked) return null
  return {
    from: `FROM customer WHERE id IN (${event.sql}) AND archived_at IS NULL AND ${asked.sql}`,
    values: { ...event.values, ...asked.values, ...scope.values },
  }
}

/** Since when nobody spoke to a customer: what a rule of silence fires for once. */
export const silentSince = 'coalesce(last_interaction_at, created_at)'
/** How that stands in `automation_run.occasion`. */
export const silenceOccasion = `'silence:' || ${silentSince}`

/**
 * Customers at work who have been silent long enough for a rule and for whose silence it has not run yet; one whose run was taken
 * back counts as run, or the next day would do again what somebody did not want.
 * @param ruleId null for a rule that is not saved yet
 */
export function silentHits(
  read: ReadHandle,
  { trigger, conditions }: Asked,
  ruleId: number | null,
  now: number,
): HitSql | null {
  if (trigger.on !== 'silence') return null
  const asked = conditionSql(read, conditions, now, { many: true })
  if (!asked) return null
  return {
    from: `FROM customer WHERE archived_at IS NULL AND ${silentSince} < @cutoff AND ${asked.sql}
      ${ruleId === null ? '' : notYetRun}`,
    values: {
      ...{ ...asked.values, cutoff: silenceCutoff(now, trigger.days) },
      ...(ruleId === null ? {} : { ruleId }),
    },
  }
}

const notYetRun = `AND NOT EXISTS (SELECT 1 FROM automation_run AS run WHERE run.rule_id = @ruleId
    AND run.customer_id = customer.id AND run.occasion = ${silenceOccasion})
  AND NOT EXISTS (SELECT 1 FROM change WHERE ${removedChildSql}
    AND json_extract(before, '$.customer_id') = customer.id AND table_name = 'automation_run'
    AND json_extract(before, '$.rule_id') = @ruleId AND json_extract(before, '$.occasion') = ${silenceOccasion})`
