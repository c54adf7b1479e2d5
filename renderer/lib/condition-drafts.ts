import {
  type Condition,
  condition,
  type ConditionField,
  type ConditionSet,
} from '@shared/features/conditions/conditions.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { operationsOf } from '@shared/features/custom-fields/custom-filter.rules'
import { isAskable } from '@shared/features/conditions/conditions.rules'

/** A condition while it is being put together: every kind finds its parts here. */
export type ConditionDraft = {
  /** Tells rows apart while they move. */
  key: number
  field: ConditionField
  op: string
  /** Of choices, words and regions. */
  values: string[]
  tagIds: number[]
  /** Of days and counts. */
  number: number | null
  /** As they are typed: an amount in 元, or a value of a custom field. */
  from: string
  to: string
  text: string
  fieldId: number | null
}
export type DraftGroup = { key: number; match: 'all' | 'any'; conditions: ConditionDraft[] }
export type DraftSet = DraftGroup & { groups: DraftGroup[] }

/** The ways in which a field is asked, the usual one first. */
export function opsOf(
  field: Exclude<ConditionField, 'custom'>,
): readonly ('any' | 'none' | 'contains' | 'at-least' | 'at-most' | 'between')[] {
  if (field === 'industry' || field === 'source') return ['any', 'none', 'contains']
  if (field === 'silence' || field === 'follow-ups') return ['at-least', 'at-most']
  return field === 'revenue' ? ['between'] : ['any', 'none']
}

let made = 0
const nextKey = () => (made += 1)

/** A condition that asks nothing yet. */
export function blankCondition(field: ConditionField, custom?: CustomField): ConditionDraft {
  const op =
    field === 'custom' ? (custom ? operationsOf[custom.type][0] : undefined) : opsOf(field)[0]
  return {
    ...{ key: nextKey(), field, op: op ?? 'filled', values: [], tagIds: [], number: null },
    ...{ from: '', to: '', text: '', fieldId: custom?.id ?? null },
  }
}

export function blankGroup(): DraftGroup {
  return { key: nextKey(), match: 'any', conditions: [] }
}

/** A stored rule as it is edited; null for one that asks nothing. */
export function draftOfSet(set: ConditionSet | null): DraftSet {
  const list = (conditions: Condition[]) => conditions.map(draftOf)
  return {
    ...{ key: nextKey(), match: set?.match ?? 'all', conditions: list(set?.conditions ?? []) },
    groups: (set?.groups ?? []).map(({ match, conditions }) => ({
      ...{ key: nextKey(), match, conditions: list(conditions) },
    })),
  }
}

const inYuan = (cents: number | null) => (cents === null ? '' : String(cents / 100))

function draftOf(one: Condition): ConditionDraft {
  const blank = { ...blankCondition(one.field), op: one.op as string }
  if ('values' in one) return { ...blank, values: [...one.values] }
  if ('days' in one) return { ...blank, number: one.days }
  if ('count' in one) return { ...blank, number: one.count }
  if ('tagIds' in one) return { ...blank, tagIds: one.tagIds }
  if (one.field === 'revenue') return { ...blank, from: inYuan(one.from), to: inYuan(one.to) }
  const { condition: asked } = one
  return {
    ...{ ...blank, fieldId: asked.fieldId, op: asked.op },
    ...(asked.op === 'between' ? { from: asked.from ?? '', to: asked.to ?? '' } : {}),
    ...(asked.op === 'is' || asked.op === 'contains' ? { text: asked.value } : {}),
    ...(asked.op === 'any' ? { text: asked.keys.join('\n') } : {}),
  }
}

/** The rule that a draft says, or null while something in it is missing or cannot be read. */
export function setOfDraft(draft: DraftSet, fields: readonly CustomField[]): ConditionSet | null {
  const conditions = listOf(draft.conditions, fields)
  const groups = draft.groups.map((group) => listOf(group.conditions, fields))
  if (conditions === null || groups.some((group) => group === null || group.length === 0))
    return null
  return {
    ...{ match: draft.match, conditions },
    groups: draft.groups.map(({ match }, index) => ({ match, conditions: groups[index] ?? [] })),
  }
}

function listOf(drafts: ConditionDraft[], fields: readonly CustomField[]): Condition[] | null {
  const read = drafts.map((draft) => conditionOf(draft, fields))
  return read.includes(null) ? null : (read as Condition[])
}

/** One condition, or null while it is not whole. */
export function conditionOf(
  draft: ConditionDraft,
  fields: readonly CustomField[],
): Condition | null {
  const read = condition.safeParse(partsOf(draft))
  if (!read.success) return null
  if (read.data.field === 'revenue' && read.data.from === null && read.data.to === null) return null
  if (read.data.field !== 'custom') return read.data
  const asked = read.data.condition
  const field = fields.find(({ id }) => id === asked.fieldId)
  if (!field || !isAskable(asked, field)) return null
  if (asked.op === 'between' && asked.from === null && asked.to === null) return null
  return (asked.op === 'is' || asked.op === 'contains') && asked.value === '' ? null : read.data
}

function partsOf({ field, op, ...draft }: ConditionDraft): object {
  switch (field) {
    case 'silence':
      return { field, op, days: draft.number }
    case 'follow-ups':
      return { field, op, count: draft.number }
    case 'revenue':
      return { field, op, from: inCents(draft.from), to: inCents(draft.to) }
    case 'tag':
      return { field, op, tagIds: draft.tagIds }
    case 'custom':
      return { field, op: 'any', condition: customParts(op, draft) }
    default:
      return { field, op, values: draft.values }
  }
}

/** NaN, which no schema takes, for what is no amount. */
function inCents(text: string): number | null {
  const clean = text.trim()
  return clean === '' ? null : Math.round(Number(clean) * 100)
}

function customParts(
  op: string,
  { fieldId, text, from, to }: Pick<ConditionDraft, 'fieldId' | 'text' | 'from' | 'to'>,
): object {
  if (op === 'between') return { fieldId, op, from: from.trim() || null, to: to.trim() || null }
  if (op === 'any') return { fieldId, op, keys: text.split('\n').filter(Boolean) }
  return op === 'is' || op === 'contains' ? { fieldId, op, value: text.trim() } : { fieldId, op }
}

/** `440000` → `44`: the digits that all of a province, city or district begin with. */
export function regionPrefix(code: string): string {
  return code.replace(/(00){1,2}$/, '')
}
