import { daysBetween } from '@shared/core/dates'
import type { FieldGroup } from '@shared/core/permissions'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { operationsOf } from '@shared/features/custom-fields/custom-filter.rules'
import type { CustomCondition } from '@shared/features/custom-fields/custom-filter.schema'
import {
  parseCustomValue,
  type StoredValue,
} from '@shared/features/custom-fields/custom-values.rules'
import type {
  CompanySize,
  CustomerKind,
  Stage,
  Tier,
} from '@shared/features/customers/customers.enums'
import type { Condition, ConditionSet } from './conditions.schema'

/** What conditions look at. */
export type ConditionFacts = {
  kind: CustomerKind
  stage: Stage
  tier: Tier
  companySize: CompanySize | null
  industry: string | null
  source: string | null
  regionCode: string | null
  /** In 分. */
  annualRevenue: number | null
  /** Epoch ms. */
  createdAt: number
  lastInteractionAt: number | null
  /** Follow-ups that count as an interaction. */
  followUps: number
  tagIds: ReadonlySet<number>
  /** By field id; no entry where it is empty. */
  custom: ReadonlyMap<number, StoredValue>
}
type Judging = { now: number; fields: readonly CustomField[] }

/**
 * The local midnight before which an interaction lies some whole days back or more: what SQL compares with instead of counting
 * days row by row. DST-safe.
 */
export function silenceCutoff(now: number, days: number): number {
  const date = new Date(now)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() - days + 1).getTime()
}

/** Whether a customer meets a rule (R040, R073): what the SQL of `db/condition-sql.ts` answers for many at once. */
export function meetsConditions(
  { match, conditions, groups }: ConditionSet,
  facts: ConditionFacts,
  judging: Judging,
): boolean {
  const answers = [
    ...conditions.map((condition) => meets(condition, facts, judging)),
    ...groups.map((group) => meetsConditions({ ...group, groups: [] }, facts, judging)),
  ]
  if (answers.length === 0) return true
  return match === 'all' ? answers.every(Boolean) : answers.some(Boolean)
}

function meets(condition: Condition, facts: ConditionFacts, judging: Judging): boolean {
  switch (condition.field) {
    case 'kind':
    case 'stage':
    case 'tier':
      return isAmong(condition, facts[condition.field])
    case 'size':
      return isAmong(condition, facts.companySize)
    case 'industry':
    case 'source':
      return condition.op === 'contains'
        ? condition.values.some((part) => holds(facts[condition.field] ?? '', part))
        : isAmong(condition, facts[condition.field])
    case 'region':
      return (
        condition.values.some((prefix) => facts.regionCode?.startsWith(prefix)) ===
        (condition.op === 'any')
      )
    case 'silence':
      return isCounted(
        condition.op,
        daysBetween(facts.lastInteractionAt ?? facts.createdAt, judging.now),
        condition.days,
      )
    case 'follow-ups':
      return isCounted(condition.op, facts.followUps, condition.count)
    case 'revenue':
      return isBetween(facts.annualRevenue, condition.from, condition.to)
    case 'tag':
      return condition.tagIds.some((id) => facts.tagIds.has(id)) === (condition.op === 'any')
    case 'custom':
      return meetsCustom(condition.condition, facts, judging)
  }
}

function isAmong(
  { op, values }: { op: string; values: readonly string[] },
  value: string | null,
): boolean {
  return (value !== null && values.includes(value)) === (op === 'any')
}

function isCounted(op: 'at-least' | 'at-most', value: number, bound: number): boolean {
  return op === 'at-least' ? value >= bound : value <= bound
}

function isBetween(value: number | null, from: number | null, to: number | null): boolean {
  return value !== null && (from === null || value >= from) && (to === null || value <= to)
}

/** Letters of the alphabet in either case, as the book's own comparison folds them. */
function holds(text: string, part: string): boolean {
  const fold = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
  return fold(text).includes(fold(part))
}

function meetsCustom(
  condition: CustomCondition,
  { custom }: ConditionFacts,
  { fields }: Judging,
): boolean {
  const field = fields.find(({ id }) => id === condition.fieldId)
  if (!field || !isAskable(condition, field)) return false
  const stored = custom.get(field.id)
  switch (condition.op) {
    case 'empty':
      return stored === undefined
    case 'filled':
      return stored !== undefined
    case 'contains':
      return stored !== undefined && holds(stored.value, condition.value.trim())
    case 'any':
      return stored?.value.split('\n').some((key) => condition.keys.includes(key)) ?? false
    case 'is':
      return (stored?.value ?? null) === (readWritten(field, condition.value)?.value ?? null)
    case 'between': {
      const [from, to] = [condition.from, condition.to].map((text) =>
        text === null ? null : (readWritten(field, text)?.number ?? null),
      )
      return isBetween(stored?.number ?? null, from ?? null, to ?? null)
    }
  }
}

function readWritten(field: CustomField, text: string): StoredValue | null {
  const read = parseCustomValue(field, text)
  return read === null || 'problem' in read ? null : read
}

/** Whether a field can be asked so: not when its type was changed since, or a value is none of the type. */
export function isAskable(condition: CustomCondition, field: CustomField): boolean {
  if (!operationsOf[field.type].includes(condition.op)) return false
  const written =
    condition.op === 'is'
      ? [condition.value]
      : condition.op === 'between'
        ? [condition.from, condition.to]
        : []
  return written.every((text) => {
    const read = text === null ? null : parseCustomValue(field, text)
    return read === null || !('problem' in read)
  })
}

/** All conditions of a rule, those of its groups included. */
export function allConditions({ conditions, groups }: ConditionSet): Condition[] {
  return [...conditions, ...groups.flatMap((group) => group.conditions)]
}

/** The groups of rights whose fields a rule looks at: who may not see them whole may not ask so either (R084). */
export function groupsAsked(set: ConditionSet): FieldGroup[] {
  const groups = allConditions(set).flatMap(({ field }): FieldGroup[] => {
    if (field === 'revenue') return ['money']
    return field === 'custom' ? ['notes'] : []
  })
  return [...new Set(groups)]
}

/** Ids of the tags that a rule asks for. */
export function tagsAsked(set: ConditionSet): number[] {
  return [...new Set(allConditions(set).flatMap((one) => (one.field === 'tag' ? one.tagIds : [])))]
}

/** The same rule after tags were merged: each id as the map has it. */
export function withTagsReplaced(set: ConditionSet, replace: (id: number) => number): ConditionSet {
  const inList = (conditions: Condition[]) =>
    conditions.map((one) =>
      one.field === 'tag' ? { ...one, tagIds: [...new Set(one.tagIds.map(replace))] } : one,
    )
  return {
    ...set,
    conditions: inList(set.conditions),
    groups: set.groups.map((group) => ({ ...group, conditions: inList(group.conditions) })),
  }
}
