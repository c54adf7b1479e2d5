import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type CustomerFilter,
  customerFilter,
  customerSort,
  customerSortKeys,
} from '@shared/features/customers/customers.contract'
import { stages, tiers } from '@shared/features/customers/customers.enums'
import { foldText } from '@shared/core/text'
import { customerOrder, customerWhere } from '@db/customer-filter'
import { importRows } from '@db/workflows/import-rows'
import { importRowsOf } from '../../factories/import-rows'
import { qualitySettings } from '@shared/features/quality/quality.schema'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

const count = 240
let book: TestBook

beforeAll(() => {
  book = createTestBook()
  book.command({ route: 'imports.commit', undoable: true }, (context) =>
    importRows(context, { fileName: '虚构.csv', rejected: 0, rows: importRowsOf(count) }),
  )
  book.passTime(1000)
  book.run('customers.archive', { ids: [3, 30, 31] })
})
afterAll(() => book.dispose())

const find = (filter: Partial<CustomerFilter>) =>
  book.run('customers.list', { filter: customerFilter.parse(filter), limit: 500 })

type Plain = {
  id: number
  stage: string
  tier: string
  archived: number
  tags: string
  texts: string
}

/** Every customer with the parts a person would search it by, read without the program's own filter. */
function everyone(): Plain[] {
  return book.book.raw
    .prepare<[], Plain>(
      `SELECT id, stage, tier, archived_at IS NOT NULL AS archived,
         (SELECT json_group_array(tag_id) FROM customer_tag WHERE customer_id = customer.id) AS tags,
         name || char(10) || ifnull(contact_person, '') || char(10) || ifnull(phone_normalized, '') || char(10)
           || ifnull(email, '') || char(10) || code || char(10) || ifnull(external_id, '') || char(10)
           || replace(name_pinyin, ' ', '') || char(10) || name_initials AS texts
       FROM customer`,
    )
    .all()
}

function bruteForce(filter: CustomerFilter): number[] {
  const words = filter.text.split(/\s+/).map(foldText)
  return everyone()
    .filter((row) => row.archived === (filter.archived ? 1 : 0))
    .filter(
      (row) => filter.stages.length === 0 || filter.stages.some((stage) => stage === row.stage),
    )
    .filter((row) => filter.tiers.length === 0 || filter.tiers.some((tier) => tier === row.tier))
    .filter(({ tags }) => {
      const worn = JSON.parse(tags) as number[]
      return filter.tagIds.length === 0 || filter.tagIds.some((id) => worn.includes(id))
    })
    .filter(({ texts }) =>
      words.every((word) => foldText(texts.replaceAll('\n', ' | ')).includes(word)),
    )
    .map(({ id }) => id)
}

const word = fc.constantFrom(
  ...[
    '林',
    '半夏',
    '示例商贸',
    'shan',
    'sl',
    'zq',
    '138',
    '0000',
    '00001',
    'example',
    'X1',
    '号店',
    '不存在',
  ],
)
const filters = fc
  .record({
    text: fc.array(word, { maxLength: 2 }).map((words) => words.join(' ')),
    stages: fc.subarray([...stages]),
    tiers: fc.subarray([...tiers]),
    tagIds: fc.subarray([1, 2, 3, 4711]),
    archived: fc.boolean(),
  })
  .map((filter) => customerFilter.parse(filter))

describe('the customer list', () => {
  test('finds exactly what a look at every row finds', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const { rows, total } = find(filter)
        const expected = bruteForce(filter)
        expect(rows.map(({ id }) => id).sort((a, b) => a - b)).toEqual(expected)
        expect(total).toBe(expected.length)
      }),
      { numRuns: 200 },
    )
  })

  test.each([
    ['two characters of the name', '半夏'],
    ['the whole pinyin', 'linbanxia'],
    ['the initials', 'LBX'],
    ['full width letters', 'ｌｉｎｂａｎｘｉａ'],
    ['a phone in another writing', '+86 138-0000-2468'],
    ['the middle of the phone', '0000246'],
    ['part of the e-mail', 'spring@exam'],
    ['the code', 'c202405150001'],
    ['the code of the file it came from', 'wb-2023-001'],
    ['words of two fields', '半夏 2468'],
  ])('finds a person by %s', (_name, text) => {
    const other = createTestBook()
    const form = { kind: 'person', name: '林半夏', phone: '13800002468' } as const
    const { id } = other.run(
      'customers.create',
      customerForm({ ...form, email: 'spring@example.com', externalId: 'WB-2023-001' }),
    )
    other.run('customers.create', customerForm())
    const { rows } = other.run('customers.list', { filter: { text } })
    other.dispose()
    expect(rows.map((row) => row.id)).toEqual([id])
  })

  test('takes wildcards of SQL as the characters they are', () => {
    expect(find({ text: '%' }).total).toBe(0)
    expect(find({ text: '_' }).total).toBe(0)
  })

  test.each(customerSortKeys.flatMap((by) => [[by, 'asc'] as const, [by, 'desc'] as const]))(
    'by %s %s shows every row once over all pages, in the order of the ids',
    (by, direction) => {
      const sort = customerSort.parse({ by, direction })
      const pages = Array.from({ length: 24 }, (_, page) =>
        book.run('customers.list', { sort, offset: page * 10, limit: 10 }),
      )
      const listed = pages.flatMap(({ rows }) => rows.map(({ id }) => id))
      expect(listed).toEqual(book.run('customers.listIds', { sort }).ids)
      expect(new Set(listed).size).toBe(count - 3)
    },
  )

  test('puts customers without a next step last, whichever way it is sorted', () => {
    for (const direction of ['asc', 'desc'] as const) {
      const dates = book
        .run('customers.list', { sort: { by: 'nextFollowAt', direction }, limit: 500 })
        .rows.map(({ nextFollowAt }) => nextFollowAt)
      expect(dates.slice(dates.indexOf(null)).every((date) => date === null)).toBe(true)
      expect(dates.indexOf(null)).toBe(dates.filter((date) => date !== null).length)
    }
  })

  test('sorts stages and tiers as people think of them', () => {
    const ranks = book
      .run('customers.list', { sort: { by: 'stage', direction: 'asc' }, limit: 500 })
      .rows.map(({ stage }) => stages.indexOf(stage))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
  })

  test('sorts names as they are read', () => {
    const other = createTestBook()
    for (const name of ['张示例', '单示例', 'Bob', '阿示例'])
      other.run('customers.create', customerForm({ kind: 'person', name }))
    const { rows } = other.run('customers.list', { sort: { by: 'name', direction: 'asc' } })
    expect(rows.map(({ name }) => name)).toEqual(['阿示例', 'Bob', '单示例', '张示例'])
    other.dispose()
  })

  test('shows phones masked', () => {
    expect(find({ text: 'x2' }).rows[0]?.phoneMasked).toMatch(/^138 •••• \d{4}$/)
  })

  test('counts what it shows', () => {
    const counts = book.run('customers.counts', {})
    expect(counts).toMatchObject({ active: count - 3, archived: 3 })
    for (const stage of stages) expect(counts.byStage[stage]).toBe(find({ stages: [stage] }).total)
  })
})

describe('the plan of the unfiltered list', () => {
  const viewer = { userId: 1, role: 'owner', staleBefore: null } as const
  const judging = { settings: qualitySettings.parse({}), now: 0 }
  const where = customerWhere(customerFilter.parse({}), viewer, judging)

  test.each(customerSortKeys.flatMap((by) => [[by, 'asc'] as const, [by, 'desc'] as const]))(
    'walks an index for %s %s and sorts nothing',
    (by, direction) => {
      const order = customerOrder(customerSort.parse({ by, direction }))
      const plan = book.book.raw
        .prepare(
          `EXPLAIN QUERY PLAN SELECT id FROM customer ${where.index} WHERE ${where.sql} ORDER BY ${order} LIMIT 50`,
        )
        .all() as { detail: string }[]
      expect(plan.map(({ detail }) => detail).join('\n')).toMatch(
        /^SCAN customer USING INDEX customer_by_\w+$/,
      )
    },
  )

  test('walks an index for archived customers', () => {
    const archived = customerWhere(customerFilter.parse({ archived: true }), viewer, judging)
    const plan = book.book.raw
      .prepare(`EXPLAIN QUERY PLAN SELECT count(*) FROM customer WHERE ${archived.sql}`)
      .all() as { detail: string }[]
    expect(plan[0]?.detail).toContain('customer_by_archived_at')
  })
})
