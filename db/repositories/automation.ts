import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { AppError } from '@shared/core/errors'
import {
  customFieldsOf,
  peopleOfRule,
  tagsOfRule,
} from '@shared/features/automation/automation.rules'
import {
  automationLimits,
  type AutomationRuleInput,
} from '@shared/features/automation/automation.schema'
import { type HitSql, hitsSince, silentHits } from '../automation/hits'
import { readAutomationRules } from '../automation/rules'
import { conditionSql } from '../condition-sql'
import type { ReadContext, WriteContext } from '../context'
import { getCustomField } from '../custom-field-rows'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { assertAskable } from '../rule-rights'
import { automationRule } from '../schema/automation'
import { statement } from '../statements'
import { assertTags } from '../tag-rows'

const dayMs = 86_400_000
const firstShown = 5

type Facts = {
  id: number
  uid: string
  creatorName: string
  runs: number
  lastRunAt: number | null
}

/** Every rule in its order, with how often it ran (R073). */
export function listRules({ read, clock }: ReadContext): RouteOutput<'automation.list'> {
  const facts = statement<Facts>(
    read,
    `SELECT automation_rule.id, automation_rule.uid, user.name AS creatorName,
       (SELECT count(*) FROM automation_run WHERE rule_id = automation_rule.id) AS runs,
       (SELECT max(at) FROM automation_run WHERE rule_id = automation_rule.id) AS lastRunAt
     FROM automation_rule JOIN user ON user.id = creator_id`,
  ).all()
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  const rules = readAutomationRules(read).flatMap(({ creatorId: _creator, ...rule }) => {
    const fact = byId.get(rule.id)
    const broken = conditionSql(read, rule.conditions, clock()) === null
    return fact ? [{ ...rule, ...fact, broken }] : []
  })
  return { rules }
}

/** @throws AppError automation.too-many; as `assertMakeable` */
export function createRule(
  context: WriteContext,
  { name, trigger, conditions, actions }: AutomationRuleInput,
): { id: number } {
  const { write, clock, newUid, session } = context
  assertMakeable(context, { trigger, conditions, actions })
  const known = readAutomationRules(write)
  if (known.length >= automationLimits.rules)
    throw new AppError('automation.too-many', 'too many rules', { limit: automationLimits.rules })
  const now = clock()
  const id = insertRow(write, automationRule, {
    ...{ uid: newUid(), name, enabled: 1, sort: nextSort(write), stoppedAt: null },
    // As they are stored: rows are inserted past the query builder.
    ...{ trigger: JSON.stringify(trigger), conditions: JSON.stringify(conditions) },
    ...{ actions: JSON.stringify(actions), creatorId: session.userId },
    ...{ createdAt: now, updatedAt: now },
  })
  return { id }
}

/** After all others, also when some between them were taken away. */
function nextSort(read: ReadHandle): number {
  return Number(
    statement<{ next: number }>(
      read,
      'SELECT coalesce(max(sort), -1) + 1 AS next FROM automation_rule',
    ).get()?.next,
  )
}

/** Replaces what a rule says; whoever does so answers for it from then on. @throws AppError automation.not-found; as `assertMakeable` */
export function updateRule(
  context: WriteContext,
  { id, name, trigger, conditions, actions }: AutomationRuleInput & { id: number },
): Record<string, never> {
  const { write, clock, session } = context
  assertMakeable(context, { trigger, conditions, actions })
  const { changes } = statement(
    write,
    `UPDATE automation_rule SET name = @name, "trigger" = @trigger, conditions = @conditions, actions = @actions,
       creator_id = @userId, stopped_at = NULL, updated_at = max(@now, updated_at + 1) WHERE id = @id`,
  ).run({
    ...{ id, name, userId: session.userId, now: clock() },
    ...{ trigger: JSON.stringify(trigger), conditions: JSON.stringify(conditions) },
    actions: JSON.stringify(actions),
  })
  if (changes === 0) throw new AppError('automation.not-found')
  return {}
}

/** @throws AppError automation.not-found */
export function setRuleEnabled(
  { write, clock }: WriteContext,
  { id, enabled }: { id: number; enabled: boolean },
): Record<string, never> {
  const { changes } = statement(
    write,
    `UPDATE automation_rule SET enabled = @enabled, stopped_at = NULL, updated_at = max(@now, updated_at + 1) WHERE id = @id`,
  ).run({ id, enabled: enabled ? 1 : 0, now: clock() })
  if (changes === 0) throw new AppError('automation.not-found')
  return {}
}

/** Takes a rule away with the list of its runs; what it did stays. @throws AppError automation.not-found */
export function deleteRule({ write }: WriteContext, { id }: { id: number }): Record<string, never> {
  statement(write, 'DELETE FROM automation_run WHERE rule_id = ?').run(id)
  const { changes } = statement(write, 'DELETE FROM automation_rule WHERE id = ?').run(id)
  if (changes === 0) throw new AppError('automation.not-found')
  return {}
}

/** @throws AppError core.forbidden; tags.not-found; custom-fields.not-found; automation.no-such-person */
function assertMakeable(
  { write, session }: WriteContext,
  rule: Omit<AutomationRuleInput, 'name'>,
): void {
  assertKnown(write, rule)
  assertAskable(write, session, rule.conditions)
  for (const id of peopleOfRule(rule.actions)) {
    const found = statement(
      write,
      `SELECT 1 FROM user WHERE id = ? AND status IN ('active', 'pending')`,
    ).get(id)
    if (!found) throw new AppError('automation.no-such-person')
  }
}

function assertKnown(read: ReadHandle, rule: Omit<AutomationRuleInput, 'name'>): void {
  assertTags(read, tagsOfRule(rule))
  for (const id of customFieldsOf(rule.trigger)) getCustomField(read, id)
}

/**
 * Whom a rule would hit, without writing anything (R073).
 * @throws AppError core.forbidden; tags.not-found; custom-fields.not-found; core.invalid-input for a rule that cannot be asked
 */
export function previewRule(
  { read, session, clock }: ReadContext,
  rule: RouteParsedInput<'automation.preview'>,
): RouteOutput<'automation.preview'> {
  assertKnown(read, rule)
  assertAskable(read, session, rule.conditions)
  const hit = findHit(read, rule, clock())
  if (!hit) throw new AppError('core.invalid-input', 'rule cannot be asked')
  const total = statement<{ total: number }>(read, `SELECT count(*) AS total ${hit.from}`)
  const first = statement<{ id: number; name: string }>(
    read,
    `SELECT id, name ${hit.from} ORDER BY id LIMIT ${firstShown}`,
  )
  const { on } = rule.trigger
  return {
    customers: total.get(hit.values)?.total ?? 0,
    first: first.all(hit.values),
    atOnce:
      on === 'silence'
        ? automationLimits.silentAtOnce
        : on === 'created'
          ? automationLimits.createdAtOnce
          : null,
  }
}

function findHit(
  read: ReadHandle,
  rule: RouteParsedInput<'automation.preview'>,
  now: number,
): HitSql | null {
  if (rule.trigger.on === 'silence') return silentHits(read, rule, rule.id, now)
  return hitsSince(read, rule, now - automationLimits.previewDays * dayMs, now)
}
