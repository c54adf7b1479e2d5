import { describe, expect, it } from 'vitest'
import { createI18n } from '@renderer/lib/i18n'
import {
  isFittingSort,
  unfitConditions,
} from '@renderer/features/customers/list/use-fitting-filter'
import {
  conditionOf,
  conditionWords,
  draftOf,
  fittingConditions,
} from '@renderer/features/customers/list/custom-conditions'
import { emptyFilter } from '@renderer/features/customers/list/list-store'
import type { CustomCondition } from '@shared/features/custom-fields/custom-filter.schema'
import { operationsOf } from '@shared/features/custom-fields/custom-filter.rules'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import {
  type CustomFieldType,
  customFieldTypes,
} from '@shared/features/custom-fields/custom-fields.enums'
import { formatCustomValue } from '@shared/features/custom-fields/custom-values.rules'

const fieldOf = (type: CustomFieldType, id = 1): CustomField => ({
  ...{ id, uid: '00000000-0000-7000-8000-000000000001', name: '字段', type, kinds: 'both' },
  ...{ groupName: null, requiredStages: [], archivedAt: null },
  options: type.endsWith('choice') ? [{ key: 'k1', label: '茶' }] : [],
})
const number = fieldOf('number')
const blank = { op: 'between', text: '', from: '', to: '' } as const

describe('putting a condition together', () => {
  it('begins every type with an operation that it is asked by', () => {
    for (const type of customFieldTypes)
      expect(operationsOf[type]).toContain(draftOf(fieldOf(type), null).op)
  })

  it('is done when its parts are there and can be read', () => {
    expect(conditionOf(number, blank)).toBeNull()
    expect(conditionOf(number, { ...blank, from: 'viel' })).toBeNull()
    expect(conditionOf(number, { ...blank, from: '1万', to: ' ' })).toEqual({
      ...{ fieldId: 1, op: 'between', from: '1万', to: null },
    })
    expect(conditionOf(fieldOf('text'), { ...blank, op: 'contains', text: ' ' })).toBeNull()
    expect(conditionOf(fieldOf('choice'), { ...blank, op: 'any', text: 'k1\nk2' })).toMatchObject({
      keys: ['k1', 'k2'],
    })
    expect(conditionOf(number, { ...blank, op: 'empty' })).toEqual({ fieldId: 1, op: 'empty' })
  })

  it('opens again as it was', () => {
    const conditions: CustomCondition[] = [
      { fieldId: 1, op: 'between', from: '1', to: null },
      { fieldId: 1, op: 'is', value: '2' },
      { fieldId: 1, op: 'filled' },
    ]
    for (const condition of conditions)
      expect(conditionOf(number, draftOf(number, condition))).toEqual(condition)
  })
})

describe('a condition', () => {
  it('goes with a field that is gone or has another type', () => {
    const between: CustomCondition = { fieldId: 1, op: 'between', from: '1', to: null }
    expect(fittingConditions([between], [number])).toEqual([between])
    expect(fittingConditions([between], [fieldOf('text')])).toEqual([])
    expect(fittingConditions([between], [fieldOf('number', 2)])).toEqual([])
  })

  it('goes when one looks with a role that sees no notes', () => {
    const filter = { ...emptyFilter, custom: [{ fieldId: 1, op: 'empty' as const }] }
    expect(unfitConditions(filter, 'marketing')).toEqual({ custom: [] })
    expect(unfitConditions(filter, 'sales')).toBeNull()
  })

  it('says what it asks in both languages', () => {
    const said = (language: 'zh-CN' | 'en', condition: CustomCondition, type: CustomFieldType) =>
      conditionWords(
        condition,
        fieldOf(type),
        createI18n(language).getFixedT(language, 'custom-fields'),
        (field, value) => formatCustomValue(field, value, language),
      )
    const range: CustomCondition = { fieldId: 1, op: 'between', from: '1', to: '2' }
    expect(said('zh-CN', range, 'number')).toBe('1 – 2')
    expect(said('zh-CN', { fieldId: 1, op: 'contains', value: '茶' }, 'text')).toBe('含「茶」')
    expect(said('en', { fieldId: 1, op: 'contains', value: '茶' }, 'text')).toBe('has “茶”')
    expect(said('en', { fieldId: 1, op: 'empty' }, 'text')).toBe('Empty')
    expect(said('zh-CN', { fieldId: 1, op: 'any', keys: ['k1'] }, 'multi-choice')).toBe('茶')
  })
})

describe('an order by a custom field', () => {
  const field = { id: 7, type: 'number', archivedAt: null } as const
  const sort = { by: 'name', direction: 'asc', fieldId: 7 } as const

  it('stays while the field is at work, has an order and is seen', () => {
    expect(isFittingSort(sort, [field], 'sales')).toBe(true)
    expect(isFittingSort(sort, [field], 'marketing')).toBe(false)
    expect(isFittingSort(sort, [{ ...field, archivedAt: 1 }], 'sales')).toBe(false)
    expect(isFittingSort(sort, [{ ...field, type: 'choice' }], 'sales')).toBe(false)
    expect(isFittingSort(sort, [], 'sales')).toBe(false)
  })

  it('by anything else fits everybody', () => {
    expect(isFittingSort({ by: 'name', direction: 'asc' }, [], 'marketing')).toBe(true)
  })
})
