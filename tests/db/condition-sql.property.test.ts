import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conditionSql } from '@db/condition-sql'
import type { StoredValue } from '@shared/features/custom-fields/custom-values.rules'
import { type ConditionFacts, meetsConditions } from '@shared/features/conditions/conditions.rules'
import {
  type Condition,
  type ConditionSet,
  conditionSet,
} from '@shared/features/conditions/conditions.schema'
import {
  companySizes,
  customerKinds,
  stages,
  tiers,
} from '@shared/features/customers/customers.enums'
import { customerForm } from '../factories/customers'
import { createTestBook, type TestBook } from '../factories/test-book'

const customers = 60
const dayMs = 86_400_000
const industries = [null, '制造业', '零售', 'IT Service', 'it service', '']
const regions = [null, '440300', '440305', '310101']
const written = { text: ['甲', 'Beta', '乙'], number: ['1', '2.5', '10'], money: ['100', '20.5'] }

let book: TestBook
let facts: Map<number, ConditionFacts>
beforeAll(() => {
  book = createTestBook()
  const field = (name: string, type: 'text' | 'number' | 'money' | 'date' | 'multi-choice') =>
    book.run('custom-fields.create', {
      ...{ name, type, kinds: 'both', groupName: null, requiredStages: [] },
      options:
        type === 'multi-choice'
          ? [
              { key: null, label: '红' },
              { key: null, label: '蓝' },
            ]
          : [],
    }).id
  const fields = [
    field('文', 'text'),
    field('数', 'number'),
    field('钱', 'money'),
    field('日', 'date'),
    field('色', 'multi-choice'),
  ]
  const values = [
    written.text,
    written.number,
    written.money,
    ['2024-05-01', '2023-01-31'],
    ['红', '蓝', '红,蓝'],
  ]
  const tags = ['一', '二', '三'].map(
    (name) => book.run('tags.create', { type: 'need', name, color: null, subgroup: null }).id,
  )
  // Without randomness of its own, so that a failure shows again.
  const pick = <T>(list: readonly T[], seed: number) => list[seed % list.length] as T
  for (let index = 1; index <= customers; index += 1) {
    const custom = fields.flatMap((id, at) =>
      (index * (at + 3)) % 4 === 0 ? [] : [[id, pick(values[at] ?? [], index * (at + 1))]],
    )
    const { id } = book.run('customers.create', {
      ...customerForm({
        ...{ name: `示例${index}`, kind: pick(customerKinds, index), tier: pick(tiers, index * 2) },
        ...{
          stage: pick(stages, index),
          lostReason: '虚构',
          source: pick([null, '展会', 'Web'], index),
        },
        ...{
          industry: pick(industries, index * 5),
          companySize: pick([null, ...companySizes], index),
        },
        regionCode: pick(regions, index * 3),
        annualRevenue: pick([null, '0', '12000', '99999.99'], index),
      }),
      custom: Object.fromEntries(custom) as Record<string, string>,
    })
    for (let entry = 0; entry < index % 4; entry += 1)
      book.run('follow-ups.create', {
        ...{ customerId: id, type: 'phone', content: '虚构' },
        occurredAt: book.clock() - index * dayMs - entry * 3_600_000,
      })
    const worn = tags.filter((_, at) => (index >> at) % 2 === 1)
    book.command({ route: 'test', undoable: false }, ({ write }) => {
      const link = write.raw.prepare(
        'INSERT INTO customer_tag (customer_id, tag_id, created_at) VALUES (?, ?, 0)',
      )
      for (const tag of worn) link.run(id, tag)
    })
  }
  book.passTime(3 * dayMs + 1)
  facts = readFacts()
})
afterAll(() => book.dispose())

/** Facts straight from the tables, by other statements than the ones under test. */
function readFacts(): Map<number, ConditionFacts> {
  const { raw } = book.book
  type Row = Omit<ConditionFacts, 'followUps' | 'tagIds' | 'custom'> & { id: number }
  const rows = raw
    .prepare<[], Row>(
      `SELECT id, kind, stage, tier, company_size AS companySize, industry, source, region_code AS regionCode,
        annual_revenue AS annualRevenue, created_at AS createdAt, last_interaction_at AS lastInteractionAt FROM customer`,
    )
    .all()
  const links = raw
    .prepare<[], { customer_id: number; tag_id: number }>('SELECT * FROM customer_tag')
    .all()
  const entries = raw.prepare<[], { customer_id: number }>('SELECT * FROM follow_up').all()
  const values = raw
    .prepare<[], StoredValue & { customer_id: number; field_id: number }>(
      'SELECT * FROM custom_value',
    )
    .all()
  return new Map(
    rows.map(({ id, ...row }) => [
      id,
      {
        ...row,
        followUps: entries.filter((entry) => entry.customer_id === id).length,
        tagIds: new Set(links.filter((link) => link.customer_id === id).map((link) => link.tag_id)),
        custom: new Map(
          values.filter((one) => one.customer_id === id).map((one) => [one.field_id, one]),
        ),
      },
    ]),
  )
}

const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 })
const anyOrNone = fc.constantFrom('any' as const, 'none' as const)
const bound = fc.constantFrom('at-least' as const, 'at-most' as const)
const choice = (field: string, values: readonly string[]) =>
  fc.record({ field: fc.constant(field), op: anyOrNone, values: some(values) })
const range = (values: readonly string[]) =>
  fc.record({
    op: fc.constant('between'),
    from: fc.option(fc.constantFrom(...values)),
    to: fc.option(fc.constantFrom(...values)),
  })
const filled = fc.record({ op: fc.constantFrom('filled', 'empty') })
const is = (values: readonly string[]) =>
  fc.record({ op: fc.constant('is'), value: fc.constantFrom('', ...values) })
const custom = fc
  .oneof(
    fc.tuple(
      fc.constant(1),
      fc.oneof(
        filled,
        is(written.text),
        fc.record({ op: fc.constant('contains'), value: fc.constantFrom('甲', 'BE', 'ta') }),
      ),
    ),
    fc.tuple(fc.constant(2), fc.oneof(filled, is(written.number), range(written.number))),
    fc.tuple(fc.constant(3), fc.oneof(filled, is(written.money), range(written.money))),
    fc.tuple(fc.constant(4), fc.oneof(filled, range(['2024-05-01', '2023-12-31', '2020-01-01']))),
    fc.tuple(fc.constant(5), filled),
  )
  .map(([fieldId, asked]) => ({ field: 'custom', op: 'any', condition: { fieldId, ...asked } }))
const conditions = fc.oneof(
  choice('kind', customerKinds),
  choice('stage', stages),
  choice('tier', tiers),
  choice('size', companySizes),
  choice('region', ['44', '4403', '440305', '31']),
  fc.record({
    field: fc.constantFrom('industry', 'source'),
    op: fc.constantFrom('any', 'none', 'contains'),
    values: some(['制造业', 'IT Service', 'it', '展会', 'web']),
  }),
  fc.record({ field: fc.constant('silence'), op: bound, days: fc.integer({ min: 1, max: 70 }) }),
  fc.record({ field: fc.constant('follow-ups'), op: bound, count: fc.nat(4) }),
  fc.record({
    field: fc.constant('revenue'),
    op: fc.constant('between'),
    from: fc.option(fc.constantFrom(0, 1_200_000, 9_999_999)),
    to: fc.option(fc.constantFrom(0, 1_200_000, 9_999_999)),
  }),
  fc.record({ field: fc.constant('tag'), op: anyOrNone, tagIds: some([1, 2, 3]) }),
  custom,
)
const match = fc.constantFrom('all' as const, 'any' as const)
const rules = fc
  .record({
    match,
    conditions: fc.array(conditions, { maxLength: 4 }),
    groups: fc.array(
      fc.record({ match, conditions: fc.array(conditions, { minLength: 1, maxLength: 3 }) }),
      { maxLength: 2 },
    ),
  })
  .map((rule) => conditionSet.parse(rule))

const bySql = (rule: ConditionSet, many = false): number[] => {
  const asked = conditionSql(book.book.read, rule, book.clock(), { many })
  if (!asked) throw new Error('the rule can be asked')
  return book.book.raw
    .prepare<[object], number>(`SELECT id FROM customer WHERE ${asked.sql} ORDER BY id`)
    .pluck()
    .all(asked.values)
}
const byRule = (rule: ConditionSet, judging = { now: book.clock() }): number[] => {
  const fields = book.run('custom-fields.list', {}).fields
  return [...facts].flatMap(([id, one]) =>
    meetsConditions(rule, one, { ...judging, fields }) ? [id] : [],
  )
}

test(
  'what SQL finds at once is what the rule says of each (R040, R073)',
  { timeout: 120_000 },
  () => {
    const sizes = new Set<number>()
    fc.assert(
      fc.property(rules, (rule) => {
        const found = bySql(rule)
        sizes.add(found.length)
        expect(found).toEqual(byRule(rule))
        expect(bySql(rule, true)).toEqual(found)
      }),
      { numRuns: 400 },
    )
    // Rules that find nobody or everybody would agree by themselves.
    expect(sizes.size).toBeGreaterThan(15)
  },
)

test('the comparison notices a bound that is off by a day (control)', () => {
  const silence = (days: number): Condition => ({ field: 'silence', op: 'at-least', days })
  const rule = (days: number): ConditionSet => ({
    match: 'all',
    conditions: [silence(days)],
    groups: [],
  })
  expect(bySql(rule(20))).toEqual(byRule(rule(20)))
  expect(bySql(rule(20))).not.toEqual(byRule(rule(21)))
})

test('silence is counted in local days, across a change of the clocks too', () => {
  const rule: ConditionSet = {
    match: 'all',
    conditions: [{ field: 'silence', op: 'at-most', days: 3 }],
    groups: [],
  }
  for (let hour = 0; hour < 24; hour += 1) {
    const now = new Date(2024, 4, 18, hour).getTime()
    const asked = conditionSql(book.book.read, rule, now)
    const found = book.book.raw
      .prepare<[object], number>(`SELECT id FROM customer WHERE ${asked?.sql ?? ''} ORDER BY id`)
      .pluck()
      .all(asked?.values ?? {})
    expect(found).toEqual(byRule(rule, { now }))
  }
})

test('a rule about a field that is of another type since cannot be asked', () => {
  const asked = (condition: object) =>
    conditionSql(
      book.book.read,
      conditionSet.parse({ match: 'any', conditions: [{ field: 'custom', op: 'any', condition }] }),
      book.clock(),
    )
  expect(asked({ fieldId: 1, op: 'between', from: '1', to: null })).toBeNull()
  expect(asked({ fieldId: 4711, op: 'filled' })).toBeNull()
  expect(asked({ fieldId: 2, op: 'is', value: '不是数' })).toBeNull()
  expect(asked({ fieldId: 1, op: 'filled' })).not.toBeNull()
})
