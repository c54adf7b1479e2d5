import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { customWhere } from '@db/custom-filter'
import { customerWhere } from '@db/customer-filter'
import type { RouteInput } from '@shared/contract'
import { qualitySettings } from '@shared/features/quality/quality.schema'
import { customerFilter } from '@shared/features/customers/customers.contract'
import type { CustomFieldType } from '@shared/features/custom-fields/custom-fields.enums'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

type Conditions = NonNullable<NonNullable<RouteInput<'customers.list'>['filter']>['custom']>
type Condition = Conditions[number]

let book: TestBook
let field: Record<CustomFieldType, number>
let keys: string[]
const values: Partial<Record<CustomFieldType, string>>[] = [
  { text: 'Alpha 卡', number: '9', money: '120', date: '2024-01-31', 'yes-no': '1' },
  { text: 'beta', number: '10', money: '119.99', date: '2024-02-01', 'yes-no': '0' },
  { choice: '甲', 'multi-choice': '甲、乙', link: 'https://example.com/a' },
  { choice: '乙', 'multi-choice': '乙', number: '-3' },
]
beforeAll(() => {
  book = createTestBook()
  const make = (type: CustomFieldType) =>
    book.run('custom-fields.create', {
      ...{ name: type, type, kinds: 'both', groupName: null, requiredStages: [] },
      options: type.endsWith('choice') ? ['甲', '乙'].map((label) => ({ key: null, label })) : [],
    }).id
  field = {
    ...{ text: make('text'), number: make('number'), money: make('money'), date: make('date') },
    ...{ choice: make('choice'), 'multi-choice': make('multi-choice') },
    ...{ 'yes-no': make('yes-no'), link: make('link') },
  }
  const { fields } = book.run('custom-fields.list', {})
  keys = fields
    .filter(({ options }) => options.length > 0)
    .flatMap(({ options }) => options.map(({ key }) => key))
  values.forEach((row, index) =>
    book.run('customers.create', {
      ...customerForm({ name: `客户 ${index}` }),
      custom: Object.fromEntries(
        Object.entries(row).map(([type, text]) => [field[type as CustomFieldType], text]),
      ),
    }),
  )
})
afterAll(() => book.dispose())

const found = (...custom: Conditions) =>
  book
    .run('customers.list', { filter: { custom }, sort: { by: 'createdAt', direction: 'asc' } })
    .rows.map(({ name }) => Number(name.slice(3)))
    .sort()

describe('filtering by fields of one’s own (R073)', () => {
  test('compares numbers, amounts and dates by size', () => {
    expect(found({ fieldId: field.number, op: 'between', from: '9', to: null })).toEqual([0, 1])
    expect(found({ fieldId: field.number, op: 'between', from: null, to: '9.5' })).toEqual([0, 3])
    expect(found({ fieldId: field.money, op: 'between', from: '¥120', to: '1,000' })).toEqual([0])
    expect(
      found({ fieldId: field.date, op: 'between', from: '2024-02-01', to: '2024-02-29' }),
    ).toEqual([1])
  })

  test('finds texts by a part, whatever its case, and by the whole', () => {
    expect(found({ fieldId: field.text, op: 'contains', value: 'ALPHA' })).toEqual([0])
    expect(found({ fieldId: field.text, op: 'contains', value: '%' })).toEqual([])
    expect(found({ fieldId: field.text, op: 'is', value: 'beta' })).toEqual([1])
    expect(found({ fieldId: field['yes-no'], op: 'is', value: '否' })).toEqual([1])
  })

  test('finds a choice among one and among several', () => {
    const [first = '', second = '', third = '', fourth = ''] = keys
    expect(found({ fieldId: field.choice, op: 'any', keys: [first, second] })).toEqual([2, 3])
    expect(found({ fieldId: field['multi-choice'], op: 'any', keys: [third] })).toEqual([2])
    expect(found({ fieldId: field['multi-choice'], op: 'any', keys: [fourth] })).toEqual([2, 3])
  })

  test('knows what is empty and what is not, and joins conditions', () => {
    expect(found({ fieldId: field.number, op: 'empty' })).toEqual([2])
    expect(
      found(
        { fieldId: field.number, op: 'filled' },
        { fieldId: field.number, op: 'between', from: '0', to: null },
        { fieldId: field.text, op: 'contains', value: 'b' },
      ),
    ).toEqual([1])
  })

  test('refuses what a type is not asked by and what cannot be read', () => {
    const ask = (condition: Condition) => () => found(condition)
    const code = (name: string) => expect.objectContaining({ code: name })
    expect(ask({ fieldId: field.number, op: 'contains', value: '1' })).toThrow(
      code('core.invalid-input'),
    )
    expect(ask({ fieldId: field.number, op: 'is', value: 'viel' })).toThrow(
      code('custom-fields.bad-value'),
    )
    expect(ask({ fieldId: 4711, op: 'empty' })).toThrow(code('custom-fields.not-found'))
  })

  test('counts the same as it lists, and gives the values that were asked for', () => {
    const filter = { custom: [{ fieldId: field.number, op: 'filled' } as const] }
    const page = book.run('customers.list', { filter, columns: [field.number], limit: 2 })
    expect(page.total).toBe(3)
    expect(page.rows.flatMap(({ custom }) => custom.map(({ fieldId }) => fieldId))).toEqual([
      field.number,
      field.number,
    ])
    expect(book.run('customers.listIds', { filter }).ids).toHaveLength(3)
    expect(book.run('customers.list', { filter }).rows[0]?.custom).toEqual([])
  })

  test('walks an index for every condition', () => {
    const { read } = book.book
    const viewer = { userId: book.owner.userId, role: 'owner', staleBefore: null } as const
    const judging = { settings: qualitySettings.parse({}), now: book.clock() }
    const plan = (condition: Condition) => {
      const filter = customerFilter.parse({ custom: [condition] })
      const where = customerWhere(filter, viewer, judging, customWhere(read, filter.custom, viewer))
      const rows = read.raw
        .prepare(`EXPLAIN QUERY PLAN SELECT id FROM customer ${where.index} WHERE ${where.sql}`)
        .all(where.values) as { detail: string }[]
      return rows.map(({ detail }) => detail).join('\n')
    }
    const at = { fieldId: field.number }
    expect(plan({ ...at, op: 'between', from: '1', to: '2' })).toMatch(
      /custom_value_by_number \(field_id=\? AND number>\? AND number<\?\)/,
    )
    expect(plan({ ...at, op: 'is', value: '1' })).toMatch(
      /custom_value_by_field \(field_id=\? AND value=\?\)/,
    )
    expect(plan({ fieldId: field.choice, op: 'any', keys: ['k'] })).toMatch(
      /custom_value_by_field \(field_id=\? AND value=\?\)/,
    )
    expect(plan({ fieldId: field.text, op: 'contains', value: 'x' })).toMatch(
      /custom_value_by_\w+ \(field_id=\?\)/,
    )
    expect(plan({ ...at, op: 'empty' })).toMatch(
      /custom_value_by_customer \(customer_id=\? AND field_id=\?\)/,
    )
    expect(plan({ ...at, op: 'between', from: null, to: '2' })).toMatch(/AND number[<>]\?/)
  })
})
