import { describe, expect, it } from 'vitest'
import {
  appliesTo,
  groupFields,
  isNameTaken,
  missingCustomFields,
  shownFields,
} from '@shared/features/custom-fields/custom-fields.rules'

const field = (
  id: number,
  rest: Partial<Parameters<typeof missingCustomFields>[0][number]> = {},
) => ({
  ...{ id, name: `字段 ${id}`, kinds: 'both' as const, archivedAt: null, groupName: null },
  ...{ requiredStages: ['won' as const, 'repeat' as const] },
  ...rest,
})

describe('what a stage asks for', () => {
  it('names the fields of that stage that hold nothing, in their order', () => {
    const fields = [field(3), field(1), field(2)]
    const values = [{ fieldId: 1, value: 'x' }]
    expect(missingCustomFields(fields, values, 'person', 'won').map(({ id }) => id)).toEqual([3, 2])
    expect(missingCustomFields(fields, values, 'person', 'intent')).toEqual([])
  })

  it('asks nobody for an archived field, and only customers of its kind', () => {
    const fields = [field(1, { archivedAt: 5 }), field(2, { kinds: 'company' })]
    expect(missingCustomFields(fields, [], 'person', 'won')).toEqual([])
    expect(missingCustomFields(fields, [], 'company', 'won').map(({ id }) => id)).toEqual([2])
  })

  it('takes an empty text for nothing', () => {
    expect(
      missingCustomFields([field(1)], [{ fieldId: 1, value: '' }], 'person', 'won'),
    ).toHaveLength(1)
  })
})

describe('which fields a form shows', () => {
  it('shows those of the kind, and those of the other that hold something', () => {
    const fields = [field(1), field(2, { kinds: 'company' }), field(3, { kinds: 'company' })]
    const shown = shownFields(fields, 'person', (id) => id === 3)
    expect(shown.map(({ id }) => id)).toEqual([1, 3])
    expect(appliesTo({ kinds: 'person' }, 'company')).toBe(false)
  })

  it('groups them by heading in order of first mention, the ones without first', () => {
    const named = (id: number, groupName: string | null) => ({ ...field(id), groupName })
    const groups = groupFields([named(1, 'B'), named(2, null), named(3, 'A'), named(4, 'B')])
    expect(groups.map(({ name, fields }) => [name, fields.map(({ id }) => id)])).toEqual([
      [null, [2]],
      ['B', [1, 4]],
      ['A', [3]],
    ])
  })

  it('knows a name that another field at work has, however it is written', () => {
    const fields = [{ id: 1, name: 'Ｖip 等级', archivedAt: null }]
    expect(isNameTaken(fields, 'vip 等级', null)).toBe(true)
    expect(isNameTaken(fields, 'vip 等级', 1)).toBe(false)
    expect(isNameTaken([{ id: 1, name: 'vip', archivedAt: 3 }], 'vip', null)).toBe(false)
  })
})
