import { expect, test } from 'vitest'
import { type ConditionSet, conditionSet } from '@shared/features/conditions/conditions.schema'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import {
  blankCondition,
  conditionOf,
  draftOfSet,
  regionPrefix,
  setOfDraft,
} from '@renderer/lib/condition-drafts'

const field = (id: number, type: CustomField['type']): CustomField => ({
  ...{ id, uid: `u${id}`, name: `字段${id}`, type, kinds: 'both', groupName: null },
  ...{ options: [], requiredStages: [], archivedAt: null },
})
const fields = [field(1, 'number'), field(2, 'text')]

test('a stored rule opens as a draft that says the same again', () => {
  const rule: ConditionSet = conditionSet.parse({
    match: 'any',
    conditions: [
      { field: 'industry', op: 'contains', values: ['制造'] },
      { field: 'stage', op: 'none', values: ['lost'] },
      { field: 'region', op: 'any', values: ['44', '310101'] },
      { field: 'silence', op: 'at-most', days: 30 },
      { field: 'follow-ups', op: 'at-least', count: 0 },
      { field: 'revenue', op: 'between', from: 1_000_050, to: null },
      { field: 'tag', op: 'any', tagIds: [3, 4] },
      { field: 'custom', op: 'any', condition: { fieldId: 1, op: 'between', from: '1', to: '2' } },
    ],
    groups: [
      {
        match: 'all',
        conditions: [
          { field: 'custom', op: 'any', condition: { fieldId: 2, op: 'contains', value: '茶' } },
          { field: 'custom', op: 'any', condition: { fieldId: 2, op: 'empty' } },
        ],
      },
    ],
  })
  expect(setOfDraft(draftOfSet(rule), fields)).toEqual(rule)
  expect(setOfDraft(draftOfSet(null), fields)).toEqual({ match: 'all', conditions: [], groups: [] })
})

test('a draft says nothing while any part of it is missing or cannot be read', () => {
  const whole = { ...blankCondition('industry'), values: ['制造业'] }
  expect(conditionOf(whole, fields)).toEqual({ field: 'industry', op: 'any', values: ['制造业'] })
  for (const draft of [
    blankCondition('industry'),
    blankCondition('tag'),
    blankCondition('silence'),
    blankCondition('revenue'),
    { ...blankCondition('revenue'), from: '一万' },
    blankCondition('custom', fields[0]),
    { ...blankCondition('custom', fields[0]), op: 'is', text: '不是数' },
    { ...blankCondition('custom', fields[1]), text: ' ' },
    { ...blankCondition('custom', field(9, 'text')), text: '茶' },
  ])
    expect(conditionOf(draft, fields)).toBeNull()
  const draft = draftOfSet(null)
  expect(setOfDraft({ ...draft, conditions: [whole, blankCondition('tag')] }, fields)).toBeNull()
  const empty = { key: 1, match: 'all' as const, conditions: [] }
  expect(setOfDraft({ ...draft, conditions: [whole], groups: [empty] }, fields)).toBeNull()
})

test('a division is asked for by the digits that all in it have', () => {
  expect(['440000', '440300', '440305', '710000'].map(regionPrefix)).toEqual([
    ...['44', '4403', '440305', '71'],
  ])
})
