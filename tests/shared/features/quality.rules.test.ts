import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { roles } from '@shared/core/permissions'
import { toIsoDate } from '@shared/core/dates'
import { customerKinds, tiers } from '@shared/features/customers/customers.enums'
import { qualityParts, verifiedFields } from '@shared/features/quality/quality.enums'
import {
  currentSince,
  markOf,
  type QualityFacts,
  qualityOf,
  seenBy,
  validUntil,
} from '@shared/features/quality/quality.rules'
import { qualitySettings } from '@shared/features/quality/quality.schema'

const settings = qualitySettings.parse({})
const at = (day: string, time = '10:30') => new Date(`${day}T${time}`).getTime()
const now = at('2024-05-15')
const everything = { contact: true, notes: true, idNumber: true }
const noValues = {
  name: '云岫示例',
  ...{ phone: null, email: null, address: null, creditCode: null, idCard: null },
}
const empty: QualityFacts = {
  ...{ kind: 'company', tier: 'normal', values: noValues, industry: null, need: null },
  ...{ source: null, points: 0, needTags: 0, lastInteractionAt: null, updatedAt: now, checks: [] },
}
const judge = (facts: Partial<QualityFacts>, seen = everything, when = now) =>
  qualityOf({ ...empty, ...facts }, { now: when, settings, seen })
const values = (given: Partial<QualityFacts['values']>) => ({ ...noValues, ...given })
const check = (field: 'name' | 'phone' | 'email', value: string, when = now) => ({
  ...{ field, value, at: when },
})

describe('complete (R043, R047, R064, D8)', () => {
  const missing = (facts: Partial<QualityFacts>) => judge(facts).complete.missing

  test('a company needs a way to reach it, industry, need, source and an interaction', () => {
    expect(judge({}).complete).toEqual({ ok: false, percent: 0, missing: [...qualityParts] })
  })

  test('a person needs no industry', () => {
    expect(missing({ kind: 'person' })).toEqual(['reach', 'need', 'source', 'interaction'])
  })

  test.each([
    [{ values: values({ phone: '13800001027' }) }, 'reach'],
    [{ values: values({ email: 'a@example.com' }) }, 'reach'],
    [{ points: 1 }, 'reach'],
    [{ industry: '教育' }, 'industry'],
    [{ need: '周末班' }, 'need'],
    [{ needTags: 1 }, 'need'],
    [{ source: '展会推广' }, 'source'],
    [{ lastInteractionAt: now }, 'interaction'],
  ] as const)('%j fills one part', (facts, part) => {
    expect(missing(facts)).toEqual(qualityParts.filter((one) => one !== part))
    expect(judge(facts).complete.percent).toBe(20)
  })

  test('what is required can be set by kind, and nothing required is complete', () => {
    const loose = qualitySettings.parse({ required: { person: [], company: ['industry'] } })
    const of = (kind: 'person' | 'company') =>
      qualityOf({ ...empty, kind }, { now, settings: loose, seen: everything }).complete
    expect(of('company').missing).toEqual(['industry'])
    expect(of('person')).toEqual({ ok: true, percent: 100, missing: [] })
  })

  test('what is hidden from a person is not asked for (R084)', () => {
    const seen = { contact: false, notes: false, idNumber: false }
    expect(judge({}, seen).complete.missing).toEqual(['industry', 'source', 'interaction'])
  })
})

describe('current (R064, D1)', () => {
  test.each([
    ['normal', '2024-05-15', '2024-02-15', true],
    ['normal', '2024-05-15', '2024-02-14', false],
    ['potential', '2024-05-31', '2024-02-29', true],
    ['potential', '2024-05-31', '2024-02-28', false],
    ['normal', '2023-05-31', '2023-02-28', true],
    ['normal', '2023-05-30', '2023-02-28', true],
    ['high', '2024-05-15', '2024-04-15', true],
    ['high', '2024-05-15', '2024-04-14', false],
    ['high', '2024-03-31', '2024-02-29', true],
    ['high', '2024-03-31', '2024-02-28', false],
    ['high', '2024-03-01', '2024-01-31', false],
  ] as const)('of tier %s on %s, changed on %s: %s', (tier, today, changed, ok) => {
    // Any time of day counts alike.
    for (const time of ['00:00', '23:59'])
      expect(
        judge({ tier, updatedAt: at(changed, time) }, everything, at(today, '10:00')).current.ok,
      ).toBe(ok)
  })

  test('a check counts as well as a change', () => {
    const old = at('2023-01-01')
    const facts = { updatedAt: old, checks: [check('name', '云岫示例', now)] }
    expect(judge({ updatedAt: old }).current.ok).toBe(false)
    expect(judge(facts).current).toEqual({ ok: true, updatedAt: now, validUntil: '2024-08-15' })
  })

  test.each([
    ['2024-02-29', 'normal', '2024-05-31'],
    ['2023-02-28', 'normal', '2023-05-31'],
    ['2024-02-28', 'normal', '2024-05-28'],
    ['2024-11-30', 'normal', '2025-02-28'],
    ['2024-01-30', 'high', '2024-02-29'],
    ['2024-04-30', 'high', '2024-05-31'],
  ] as const)('changed on %s, tier %s, it holds until %s', (changed, tier, until) => {
    expect(validUntil(at(changed), tier, settings)).toBe(until)
  })

  test('the last day that is told is the last on which it is current', () => {
    const days = fc.date({
      min: new Date(2020, 0, 1),
      max: new Date(2030, 0, 1),
      noInvalidDate: true,
    })
    fc.assert(
      fc.property(days, fc.constantFrom(...tiers), (day, tier) => {
        const changed = day.getTime()
        const [year = 0, month = 0, last = 0] = validUntil(changed, tier, settings)
          .split('-')
          .map(Number)
        const isCurrent = (when: Date) => changed >= currentSince(tier, settings, when.getTime())
        expect(isCurrent(new Date(year, month - 1, last, 23, 59))).toBe(true)
        expect(isCurrent(new Date(year, month - 1, last + 1))).toBe(false)
      }),
      { numRuns: 500 },
    )
  })

  test('the months can be set, and by tier', () => {
    const long = qualitySettings.parse({ months: 12, highTierMonths: 6 })
    expect(toIsoDate(currentSince('normal', long, now))).toBe('2023-05-15')
    expect(toIsoDate(currentSince('high', long, now))).toBe('2023-11-15')
  })
})

describe('accurate (R064, D6)', () => {
  const phone = '13800001027'
  const name = '云岫示例'

  test('needs the phone and the name to be checked', () => {
    const facts = { values: values({ phone, email: 'a@example.com' }) }
    expect(judge(facts).accurate.missing).toEqual(['phone', 'name'])
    expect(judge({ ...facts, checks: [check('phone', phone)] }).accurate).toEqual({
      ...{ ok: false, verified: ['phone'], stale: [], missing: ['name'] },
    })
    const both = [check('phone', phone), check('name', name)]
    expect(judge({ ...facts, checks: both }).accurate.ok).toBe(true)
  })

  test('needs the e-mail where there is no phone', () => {
    const facts = { values: values({ email: 'a@example.com' }), checks: [check('name', name)] }
    expect(judge(facts).accurate.missing).toEqual(['email'])
    const checks = [...facts.checks, check('email', 'a@example.com')]
    expect(judge({ ...facts, checks }).accurate.ok).toBe(true)
  })

  test('a changed field is stale, and holds again with the value that was checked', () => {
    const checks = [check('phone', phone), check('name', name)]
    const changed = judge({ values: values({ phone: '13900001027' }), checks }).accurate
    expect(changed).toEqual({ ok: false, verified: ['name'], stale: ['phone'], missing: [] })
    expect(judge({ values: values({ phone }), checks }).accurate.ok).toBe(true)
  })

  test('a field that was emptied is stale', () => {
    const checks = [check('phone', phone), check('name', name)]
    expect(judge({ checks }).accurate).toMatchObject({ ok: false, stale: ['phone'] })
  })

  test('tells nothing of contact details that are hidden', () => {
    const hidden = { contact: false, notes: true, idNumber: false }
    const checks = [check('phone', 'old'), check('name', name)]
    expect(judge({ checks }, hidden).accurate).toEqual({
      ...{ ok: true, verified: ['name'], stale: [], missing: [] },
    })
  })
})

const texts = fc.constantFrom(null, 'a', 'b')
const factsOf = fc.record({
  kind: fc.constantFrom(...customerKinds),
  tier: fc.constantFrom(...tiers),
  values: fc.record({
    ...{ name: fc.constantFrom('a', 'b'), phone: texts, email: texts, address: texts },
    ...{ creditCode: texts, idCard: texts },
  }),
  ...{ industry: texts, need: texts, source: texts },
  ...{ points: fc.nat(1), needTags: fc.nat(1) },
  lastInteractionAt: fc.constantFrom(null, now),
  updatedAt: fc.integer({ min: now - 200 * 86_400_000, max: now }),
  checks: fc.array(
    fc.record({
      field: fc.constantFrom(...verifiedFields),
      value: fc.constantFrom('a', 'b'),
      at: fc.integer({ min: now - 200 * 86_400_000, max: now }),
    }),
    { maxLength: 5 },
  ),
})

test('the score counts what holds, the percent stays a percent, and nothing is missing of what is ok (D6)', () => {
  fc.assert(
    fc.property(factsOf, fc.constantFrom(...roles), (facts, role) => {
      const quality = qualityOf(facts, { now, settings, seen: seenBy(role, 'other') })
      const { complete, accurate, score } = quality
      expect(score).toBe(Object.values(markOf(quality)).filter(Boolean).length)
      expect(complete.percent).toBeGreaterThanOrEqual(0)
      expect(complete.percent).toBeLessThanOrEqual(100)
      expect(complete.ok).toBe(complete.missing.length === 0)
      expect(complete.ok).toBe(complete.percent === 100)
      if (accurate.ok) expect(accurate.missing).toEqual([])
      for (const field of accurate.verified) expect(accurate.stale).not.toContain(field)
    }),
    { numRuns: 500 },
  )
})
