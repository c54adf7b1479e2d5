import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { beginExport } from '@db/repositories/customer-export'
import type { CustomFieldType } from '@shared/features/custom-fields/custom-fields.enums'
import {
  type CustomerFilter,
  customerFilter,
  customerSort,
} from '@shared/features/customers/customers.contract'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const addField = (type: CustomFieldType, name = '虚构字段') =>
  book.run('custom-fields.create', {
    ...{ name, type, kinds: 'both', groupName: null, requiredStages: [] },
    options: type === 'choice' ? [{ key: null, label: '甲' }] : [],
  }).id
/** A customer with its value as name. */
function create(fieldId: number, value: string, session = book.owner): number {
  book.passTime(1)
  const form = customerForm({ name: `客户 ${value}` })
  return book.run('customers.create', { ...form, custom: { [fieldId]: value } }, session).id
}
type Asked = {
  direction?: 'asc' | 'desc'
  filter?: Partial<CustomerFilter>
  session?: DataSession
}
function idsBy(fieldId: number, { direction = 'asc', filter = {}, session }: Asked = {}): number[] {
  const sort = { fieldId, direction }
  return book.run('customers.listIds', { filter, sort }, session ?? book.owner).ids
}

describe('the list by a custom field (R073)', () => {
  test.each([
    ['number', ['-3', '2.5', '10', '100']],
    ['money', ['99.90', '1,200', '9000']],
    ['date', ['1999-12-31', '2024-02-29', '2024-11-03']],
    ['yes-no', ['否', '是']],
    ['text', ['A-09', 'A-10', 'B-01']],
  ] as const)('goes by what a %s is, both ways, those without a value last', (type, values) => {
    const field = addField(type)
    const without = [create(field, ''), create(field, '')].reverse()
    const ids = new Map(values.toReversed().map((value) => [value, create(field, value)]))
    const ascending = values.map((value) => ids.get(value))
    expect(idsBy(field)).toEqual([...ascending, ...without])
    expect(idsBy(field, { direction: 'desc' })).toEqual([...ascending.toReversed(), ...without])
  })

  test('shows every row once over all pages, in the order of the ids, whatever the filter', () => {
    const field = addField('number')
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 4 })), { maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('asc' as const, 'desc' as const),
        (values, limit, direction) => {
          for (const value of values) create(field, value === null ? '' : String(value))
          const sort = { fieldId: field, direction }
          const filter = { stages: ['prospect' as const], text: '客户' }
          const { total } = book.run('customers.list', { filter, limit: 1 })
          const pages = Array.from({ length: Math.ceil(total / limit) + 1 }, (_, page) =>
            book.run('customers.list', { filter, sort, limit, offset: page * limit }),
          )
          const listed = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
          expect(listed).toEqual(idsBy(field, { direction, filter }))
          expect(new Set(listed).size).toBe(total)
          expect(pages.map((page) => page.total)).toEqual(pages.map(() => total))
        },
      ),
      { numRuns: 12 },
    )
  })

  test('goes with any other condition, a value of another field among them', () => {
    const [field, other] = [addField('number'), addField('text', '别的')]
    const [two, one] = [create(field, '2'), create(field, '1')]
    create(other, 'x')
    const isFilled = { fieldId: field, op: 'filled' as const }
    expect(idsBy(field, { filter: { custom: [isFilled] } })).toEqual([one, two])
    expect(idsBy(field, { filter: { quality: ['no-need'], custom: [isFilled] } })).toEqual([
      ...[one, two],
    ])
  })

  test('is the order of an export too', () => {
    const field = addField('number')
    const [two, none, one] = [create(field, '2'), create(field, ''), create(field, '1')]
    const asking = { read: book.book.read, session: book.owner, clock: book.clock, fields: null }
    const sort = customerSort.parse({ fieldId: field, direction: 'asc' })
    const { ids } = beginExport(asking, { filter: customerFilter.parse({}), sort })
    expect(ids).toEqual([one, two, none])
  })

  test('tells a role nothing of values that it does not see', () => {
    const field = addField('number')
    const seller = book.signIn('示例销售', 'sales')
    const mine = [create(field, '2', seller), create(field, '1', seller)]
    book.run('customers.release', { ids: [create(field, '3'), create(field, '0')] })
    expect(idsBy(field, { session: seller })).toEqual(mine.toReversed())
    const pool = idsBy(field, { session: seller, filter: { pool: true } })
    // Newest first, as without any value.
    expect(pool).toEqual(pool.toSorted((a, b) => b - a))
    expect(pool).toHaveLength(2)
    for (const role of ['finance', 'marketing'] as const)
      expect(() => idsBy(field, { session: book.signIn(`示例 ${role}`, role) })).toThrow(
        code('core.forbidden'),
      )
  })

  test('is refused for a field that is not there, and for one whose values have no order', () => {
    expect(() => idsBy(4711)).toThrow(code('custom-fields.not-found'))
    expect(() => idsBy(addField('choice'))).toThrow(code('core.invalid-input'))
  })

  test('walks the index of the values, and looks at no customer beyond the page', () => {
    const field = addField('number')
    for (const value of ['3', '1', '2']) create(field, value)
    // Statements are kept after their first use: a fresh connection prepares them again, where we can listen.
    book.restart()
    const prepare = vi.spyOn(book.book.raw, 'prepare')
    const sort = { fieldId: field, direction: 'asc' as const }
    book.run('customers.list', { sort, limit: 2 })
    const asked = prepare.mock.calls.map(([sql]) => sql).filter((sql) => sql.includes('sort_key'))
    prepare.mockRestore()
    expect(asked).toHaveLength(1)
    const plan = book.book.raw
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${asked[0] ?? ''}`)
      .all({ sortField: field, limit: 2, offset: 0 })
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH custom_value USING INDEX custom_value_by_number (field_id=?)',
      'SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)',
      expect.stringContaining('LAST TERM OF ORDER BY'),
    ])
  })
})
