import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toPinyin } from '@db/pinyin'
import { toSimplified } from '@shared/core/simplified'
import { parsePhone } from '@shared/core/phone'
import { type Compared, toCompared } from '@shared/features/duplicates/compared.rules'
import { levelOf, scorePair } from '@shared/features/duplicates/duplicates.rules'
import { brandOf, foldName, isOneSlip } from '@shared/features/duplicates/names.rules'

type Draft = {
  kind?: 'person' | 'company'
  name: string
  phones?: string[]
  shared?: string[]
  email?: string
  creditCode?: string
  idCardMask?: string
  birthDate?: string
  address?: string
  contactPerson?: string
}

function compared({ kind = 'company', name, phones = [], shared = [], email, ...rest }: Draft) {
  const numbers = (list: string[], isShared: boolean) =>
    list.map((raw) => {
      const phone = parsePhone(raw)
      return { value: phone.normalized, kind: phone.kind, isShared }
    })
  return toCompared({
    ...{ kind, name, namePinyin: toPinyin(name, kind === 'person').spaced, ...rest },
    phones: [...numbers(phones, false), ...numbers(shared, true)],
    emails: email ? [{ value: email, isShared: false }] : [],
  })
}
const level = (a: Draft, b: Draft) => levelOf(scorePair(compared(a), compared(b)).score)
const core = (name: string) => foldName(name, 'company', toPinyin(name, false).spaced).core

/** Any code units, lone surrogates among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0x2ffff }), { minLength: 1, maxLength: 12 })
  .map((points) => String.fromCodePoint(...points))

describe('names fold to what tells them apart (R051)', () => {
  test.each([
    ['云岫电子科技有限公司', '云岫电子科技'],
    ['深圳市云岫电子科技股份有限公司', '云岫电子科技'],
    ['雲岫電子科技有限責任公司', '云岫电子科技'],
    ['云岫电子科技（深圳）有限公司', '云岫电子科技'],
    ['云岫电子科技(集团)有限公司', '云岫电子科技'],
    ['云岫电子科技集团股份有限公司', '云岫电子科技'],
    ['云岫电子科技　有限公司', '云岫电子科技'],
    ['广东省深圳市南山区云岫电子科技公司', '云岫电子科技'],
    ['Ｙｕｎｘｉｕ Ｔｅｃｈ Co., Ltd.', 'yunxiutech'],
    ['Yunxiu Tech LLC', 'yunxiutech'],
    ['Yunxiu Tech Company Limited', 'yunxiutech'],
    ['好又多超市', '好又多超市'],
    ['大超市管理有限公司', '大超市管理'],
    ['上海有限公司', '上海'],
    ['有限公司', '有限公司'],
    ['云岫电子科技有限公司深圳分公司', '云岫电子科技有限公司深圳分公司'],
  ])('%s → %s', (name, expected) => {
    expect(core(name)).toBe(expected)
  })

  test('the place stays known beside the name', () => {
    expect(foldName('深圳市云岫电子有限公司', 'company', '').place).toBe('深圳')
    expect(foldName('云岫电子（广州）有限公司', 'company', '').place).toBe('广州')
    expect(foldName('云岫电子有限公司', 'company', '').place).toBe('')
  })

  test('the reading of the core comes from that of the whole name', () => {
    const name = '深圳市雲岫ABC電子有限公司'
    expect(foldName(name, 'company', toPinyin(name, false).spaced).reading).toBe('yunxiuabcdianzi')
  })

  test('persons lose 先生 and the order of Latin names', () => {
    expect(foldName('欧阳 知秋先生', 'person', '').core).toBe('欧阳知秋')
    expect(foldName('Wang Xiaoming', 'person', '').core).toBe(
      foldName('Xiaoming WANG', 'person', '').core,
    )
    expect(foldName('老师', 'person', '').core).toBe('老师')
  })

  test('the brand is what is left of a core without its trade', () => {
    expect(brandOf('华强电子科技')).toBe('华强')
    expect(brandOf('电子科技')).toBe('')
  })

  test('folding is idempotent and never empty, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('深圳', '有限公司')), (text) => {
        expect(toSimplified(toSimplified(text))).toBe(toSimplified(text))
        for (const kind of ['person', 'company'] as const) {
          const { core: once } = foldName(`a${text}`, kind, '')
          expect(once).not.toBe('')
          expect(foldName(once, kind, '').whole).toBe(once)
        }
      }),
    )
  })
})

describe('one slip of the fingers', () => {
  test.each([
    ['云岫电子科技', '云秀电子科技', true],
    ['云岫电子科技', '云岫子电科技', true],
    ['云岫电子科技', '云岫电子技', true],
    ['云岫电子科技', '云岫电子科技技', true],
    ['云岫电子科技', '云岫电子科技', false],
    ['云岫电子科技', '云秀电字科技', false],
    ['云岫一厂', '云岫二厂', false],
    ['云岫3', '云岫', false],
  ])('%s · %s → %s', (a, b, expected) => {
    expect(isOneSlip(a, b)).toBe(expected)
    expect(isOneSlip(b, a)).toBe(expected)
  })
})

const mobile = '13800001027'
describe('what is scored (R050, R051, X12)', () => {
  test.each<[string, Draft, Draft, string | null]>([
    [
      'the same company written otherwise, with the same phone',
      { name: '云岫电子科技有限公司', phones: [mobile] },
      { name: '深圳市雲岫電子科技股份有限公司', phones: ['+86 138-0000-1027'] },
      'certain',
    ],
    [
      'the same credit code under another name',
      { name: '云岫电子', creditCode: '91350100M000100Y43' },
      { name: '望月堂', creditCode: '91350100M000100Y43' },
      'certain',
    ],
    [
      'another credit code under the same name and phone',
      { name: '云岫电子', phones: [mobile], creditCode: '91350100M000100Y43' },
      { name: '云岫电子', phones: [mobile], creditCode: '91110000000000000X' },
      null,
    ],
    [
      'the same company name with another phone',
      { name: '云岫电子科技有限公司', phones: [mobile] },
      { name: '云岫电子科技有限公司', phones: ['13900002038'] },
      'likely',
    ],
    [
      'a typo in the company name and a front desk in common',
      { name: '云岫电子科技有限公司', phones: ['0755-12345678'] },
      { name: '云秀电子科技有限公司', phones: ['0755-12345678'] },
      'likely',
    ],
    [
      'a front desk in common and nothing else',
      { name: '云岫电子科技有限公司', phones: ['400-800-1234'] },
      { name: '望月堂茶业有限公司', phones: ['4008001234'] },
      null,
    ],
    [
      'a number marked as shared, of a family',
      { kind: 'person', name: '欧阳知秋', shared: [mobile] },
      { kind: 'person', name: '陈立夏', phones: [mobile] },
      null,
    ],
    [
      'siblings at one home number',
      { kind: 'person', name: '陈立夏', shared: [mobile] },
      { kind: 'person', name: '陈立冬', shared: [mobile] },
      'hint',
    ],
    [
      'people of the same name and nothing else',
      { kind: 'person', name: '陈立夏', phones: [mobile] },
      { kind: 'person', name: '陈立夏', phones: ['13900002038'] },
      'hint',
    ],
    [
      'the same name and birthday',
      { kind: 'person', name: '陈立夏', phones: [mobile], birthDate: '1990-03-07' },
      { kind: 'person', name: '陳立夏', phones: ['13900002038'], birthDate: '1990-03-07' },
      'likely',
    ],
    [
      'the same name at another birthday',
      { kind: 'person', name: '陈立夏', birthDate: '1990-03-07' },
      { kind: 'person', name: '陈立夏', birthDate: '1971-01-02' },
      null,
    ],
    [
      'the same name, the phone with two digits swapped',
      { kind: 'person', name: '陈立夏', phones: [mobile] },
      { kind: 'person', name: '陈立夏', phones: ['13800010027'] },
      'likely',
    ],
    [
      'the same e-mail and a homophone',
      { kind: 'person', name: '张伟', email: 'a@example.com' },
      { kind: 'person', name: '章玮', email: 'A@EXAMPLE.com' },
      'certain',
    ],
    [
      'a mailbox of an office',
      { name: '云岫电子科技', email: 'info@example.com' },
      { name: '望月堂茶业', email: 'info@example.com' },
      null,
    ],
    [
      'the short name beside the long one, with a contact in common',
      { name: '华强', phones: [mobile] },
      { name: '深圳市华强电子科技有限公司', phones: [mobile] },
      'likely',
    ],
    [
      'companies of one name in two cities',
      { name: '深圳市云岫电子有限公司', phones: [mobile] },
      { name: '广州市云岫电子有限公司', phones: ['13900002038'] },
      'hint',
    ],
    ['nothing in common', { name: '云岫电子科技' }, { name: '望月堂茶业' }, null],
  ])('%s', (_what, a, b, expected) => {
    expect(level(a, b)).toBe(expected)
  })

  test('reasons say what agreed and what did not', () => {
    const pair = scorePair(
      compared({ name: '云岫电子科技有限公司', phones: [mobile], contactPerson: '欧阳 知秋' }),
      compared({ name: '云岫电子科技公司', phones: [mobile], contactPerson: '歐陽知秋' }),
    )
    expect(pair.reasons).toEqual(['same-core', 'same-phone', 'same-contact-person'])
  })
})

const someone: fc.Arbitrary<Compared> = fc
  .record({
    kind: fc.constantFrom('person' as const, 'company' as const),
    name: fc.constantFrom('云岫电子科技有限公司', '云岫', '雲秀電子科技', '陈立夏', '张伟', '章玮'),
    phones: fc.subarray([mobile, '13800001028', '0755-12345678', '4008001234']),
    shared: fc.subarray(['13900002038']),
    email: fc.constantFrom('a@example.com', 'info@example.com'),
    idCardMask: fc.constantFrom('', '110***1234', '220***1234'),
    birthDate: fc.constantFrom('', '1990-03-07', '1971-01-02'),
    contactPerson: fc.constantFrom('', '欧阳知秋'),
  })
  .map(compared)

describe('scores in general', () => {
  test('are the same in both orders and between 0 and 100', () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        const [there, back] = [scorePair(a, b), scorePair(b, a)]
        expect(there).toEqual(back)
        expect(there.score).toBeGreaterThanOrEqual(0)
        expect(there.score).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('are never higher for another customer than for the same one', () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        expect(scorePair(a, a).score).toBeGreaterThanOrEqual(scorePair(a, b).score)
      }),
    )
  })

  test('never make two customers one by shared numbers alone (X12)', () => {
    fc.assert(
      fc.property(someone, someone, (a, b) => {
        const { score, reasons } = scorePair(a, b)
        const others = reasons.filter((reason) => !reason.startsWith('shared-'))
        if (others.length === 0) expect(levelOf(score)).toBe(null)
      }),
    )
  })
})
