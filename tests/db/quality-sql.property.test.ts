import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { insertRow } from '@db/insert-row'
import { qualityFacts } from '@db/quality-facts'
import { qualitySql, qualityValues } from '@db/quality-sql'
import { verification } from '@db/schema/verification'
import { toIsoDate } from '@shared/core/dates'
import { customerKinds, tiers } from '@shared/features/customers/customers.enums'
import { activityOf } from '@shared/features/quality/activity.rules'
import { qualityParts } from '@shared/features/quality/quality.enums'
import { qualityOf } from '@shared/features/quality/quality.rules'
import { qualitySettings } from '@shared/features/quality/quality.schema'
import { customerForm } from '../factories/customers'
import { createTestBook, firstMoment, type TestBook } from '../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const day = 86_400_000
const moments = fc
  .tuple(fc.integer({ min: -130, max: 0 }), fc.constantFrom(-1, 0, 1))
  .map(([days, offset]) => firstMoment + days * day + offset)
const texts = fc.constantFrom(null, 'a', 'b')
const customers = fc.record({
  kind: fc.constantFrom(...customerKinds),
  tier: fc.constantFrom(...tiers),
  ...{ phone: texts, email: texts, industry: texts, need: texts, source: texts },
  ...{ needTag: fc.boolean(), riskTag: fc.boolean(), point: fc.boolean() },
  talkedAt: fc.option(moments),
  firstContactOn: fc.option(moments.map(toIsoDate)),
  ...{ createdAt: moments, updatedAt: moments },
  checks: fc.array(
    fc.record({
      field: fc.constantFrom('phone' as const, 'email' as const, 'name' as const),
      value: fc.constantFrom('a', 'b', '云岫示例'),
      at: moments,
    }),
    { maxLength: 4 },
  ),
})
const parts = fc.subarray([...qualityParts])
const settingsOf = fc
  .tuple(
    fc.record({
      months: fc.integer({ min: 1, max: 4 }),
      highTierMonths: fc.integer({ min: 1, max: 2 }),
      silentMonths: fc.integer({ min: 1, max: 2 }),
      zombieMonths: fc.integer({ min: 3, max: 4 }),
    }),
    ...[parts, parts],
  )
  .map(([terms, person, company]) =>
    qualitySettings.parse({ ...terms, required: { person, company } }),
  )
const seenOf = fc.record({
  ...{ contact: fc.boolean(), notes: fc.boolean(), idNumber: fc.boolean() },
})

type Planted = typeof customers extends fc.Arbitrary<infer T> ? T : never

function plant(values: Planted): number {
  const { id } = book.run('customers.create', customerForm({ name: '云岫示例', kind: values.kind }))
  if (values.needTag)
    book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '标签' }] })
  if (values.riskTag)
    book.run('tags.attach', { customerIds: [id], tags: [{ type: 'risk', name: '标签' }] })
  book.command({ route: 'test', undoable: false }, ({ write, session, newUid }) => {
    // By SQL, because `a` is no phone for the form, and no command writes these moments.
    write.raw
      .prepare(
        `UPDATE customer SET tier = @tier, phone = @phone, email = @email, industry = @industry, need = @need,
         source = @source, last_interaction_at = @talkedAt, first_contact_on = @firstContactOn, created_at = @createdAt,
         updated_at = @updatedAt WHERE id = @id`,
      )
      .run({ ...pickColumns(values), id })
    if (values.point)
      write.raw
        .prepare(
          `INSERT INTO contact_point (uid, customer_id, type, raw, normalized, sort, created_at, updated_at)
           VALUES (?, ?, 'wechat', 'x', 'x', 0, 0, 0)`,
        )
        .run(newUid(), id)
    for (const check of values.checks)
      insertRow(write, verification, {
        ...{ ...check, customerId: id, method: 'order', note: null, userId: session.userId },
      })
  })
  return id
}

function pickColumns(planted: Planted) {
  const { tier, phone, email, industry, need, source } = planted
  const { talkedAt, firstContactOn, createdAt, updatedAt } = planted
  return {
    ...{ tier, phone, email, industry, need, source },
    ...{ talkedAt, firstContactOn, createdAt, updatedAt },
  }
}

test('SQL and rules agree on every customer, whatever is required and whoever looks', () => {
  const planted: number[] = []
  fc.assert(
    fc.property(customers, settingsOf, seenOf, (values, settings, seen) => {
      const id = plant(values)
      planted.push(id)
      const now = book.clock()
      const { complete, current, accurate, lacking, findings } = qualitySql(settings, seen)
      const bySql = book.book.raw
        .prepare(
          `SELECT ${complete} AS complete, ${current} AS current, ${accurate} AS accurate, ${lacking} AS lacking,
             ${findings.good} AS good, ${findings.silent} AS silent, ${findings.zombie} AS zombie, ${qualityParts.map((part) => findings[`no-${part}`]).join(` || ',' || `)} AS missing
           FROM customer WHERE id = @id`,
        )
        .get({ ...qualityValues(settings, now), id })
      const facts = qualityFacts(book.book.read, [id]).get(id)
      if (!facts) throw new Error('no facts')
      const byRule = qualityOf(facts, { now, settings, seen })
      const { talkedAt: lastInteractionAt, firstContactOn, createdAt } = values
      const quiet = { lastInteractionAt, firstContactOn, createdAt }
      const { status } = activityOf(quiet, settings, now)
      const rated = [byRule.complete.ok, byRule.current.ok, byRule.accurate.ok].map(Number)
      expect(bySql).toEqual({
        ...{ complete: rated[0], current: rated[1], accurate: rated[2] },
        lacking: byRule.complete.missing.length + (1 - (rated[1] ?? 0)) + (1 - (rated[2] ?? 0)),
        good: Number(byRule.score === 3),
        ...{ silent: Number(status === 'silent'), zombie: Number(status === 'zombie') },
        missing: qualityParts
          .map((part) => Number(byRule.complete.missing.includes(part)))
          .join(','),
      })
    }),
    { numRuns: 120 },
  )
  expect(planted.length).toBeGreaterThanOrEqual(120)
}, 90_000)
