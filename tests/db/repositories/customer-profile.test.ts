import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  customerFields,
  type CustomerFormValues,
} from '@shared/features/customers/customers.schema'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const get = (id: number, session = book.owner) => book.run('customers.get', { id }, session)
const create = (values: Partial<CustomerFormValues> = {}, session = book.owner) =>
  book.run('customers.create', customerForm(values), session).id
const update = (id: number, values: Partial<CustomerFormValues>, session = book.owner) =>
  book.run(
    'customers.update',
    { id, updatedAt: get(id).updatedAt, fields: customerFieldsOf(values) },
    session,
  )

const profile = {
  ...{ occupation: '会计', annualRevenue: 123_456_789, regionCode: '440305', preference: '交期' },
  ...{ priceSensitivity: 'high', scenario: '办公', decisionMode: 'joint', decisionProcess: '比价' },
  ...{ purchaseCycleDays: 26, expectedCloseOn: '2027-01-15', stageReason: '样品通过' },
} as const satisfies Partial<CustomerFormValues>

describe('the profile', () => {
  test('is stored whole, read back after a restart, and undone as a whole', () => {
    const id = create()
    update(id, profile)
    book.restart()
    expect(get(id)).toMatchObject(profile)
    book.run('history.undo', {})
    for (const name of Object.keys(profile)) expect(get(id)).toMatchObject({ [name]: null })
  })

  test('takes a sum in 元 as text and in 分 as a number', () => {
    expect(get(create({ annualRevenue: '1,200.50' })).annualRevenue).toBe(120_050)
    expect(get(create({ annualRevenue: 120_050 })).annualRevenue).toBe(120_050)
  })

  test('of groups that a role does not see stays as it is when that role saves', () => {
    const seller = book.signIn('示例销售', 'sales')
    const marketer = book.signIn('示例市场', 'marketing')
    const id = create(profile, seller)
    const seen = get(id, marketer)
    expect(seen).toMatchObject({ occupation: null, regionCode: null })
    expect(get(id, seller)).toMatchObject(profile)
  })

  test('refuses what is no sum, no cycle and no division', () => {
    for (const wrong of [
      { annualRevenue: -1 },
      { annualRevenue: 1.5 },
      { purchaseCycleDays: 0 },
      { purchaseCycleDays: 3651 },
      { regionCode: '44030' },
      { regionCode: '44030５' },
    ])
      expect(() => create(wrong)).toThrow()
  })
})

describe('a referrer (R034, R076)', () => {
  test('is named on the page and counted on its own', () => {
    const referrer = create({ name: '桃源示例商行' })
    const brought = [create({ referrerId: referrer }), create({ referrerId: referrer })]
    expect(get(brought[0] ?? 0)).toMatchObject({
      referrerId: referrer,
      referrerName: '桃源示例商行',
    })
    expect(get(referrer).referrals).toBe(2)
  })

  test('is never the customer itself, nor one that is not there', () => {
    const id = create()
    expect(() => update(id, { referrerId: id })).toThrow(code('customers.no-such-referrer'))
    expect(() => update(id, { referrerId: 4711 })).toThrow(code('customers.no-such-referrer'))
    expect(() => create({ referrerId: 4711 })).toThrow(code('customers.no-such-referrer'))
  })

  test('that one may not read is refused as one that is not there', () => {
    const [seller, other] = [book.signIn('甲示例', 'sales'), book.signIn('乙示例', 'sales')]
    const foreign = create({ name: '桃源示例商行' }, other)
    expect(() => create({ referrerId: foreign }, seller)).toThrow(
      code('customers.no-such-referrer'),
    )
  })

  test('that somebody else named stays, without its name, when one saves other fields', () => {
    const [seller, other] = [book.signIn('甲示例', 'sales'), book.signIn('乙示例', 'sales')]
    const foreign = create({ name: '桃源示例商行' }, other)
    const id = create({}, seller)
    update(id, { referrerId: foreign })
    expect(get(id, seller)).toMatchObject({ referrerId: foreign, referrerName: null })
    expect(() => update(id, { referrerId: foreign, need: '礼盒' }, seller)).not.toThrow()
    expect(get(id)).toMatchObject({ referrerId: foreign, need: '礼盒' })
  })

  test('is not told how many they brought whom one may not read', () => {
    const [seller, other] = [book.signIn('甲示例', 'sales'), book.signIn('乙示例', 'sales')]
    const referrer = create({}, seller)
    const brought = create({}, other)
    update(brought, { referrerId: referrer })
    create({ referrerId: referrer }, seller)
    expect(get(referrer).referrals).toBe(2)
    expect(get(referrer, seller).referrals).toBe(1)
  })
})

const hostile = {
  emoji: '👩🏽‍💻 客户 🧧',
  'right-to-left marks': '‮示例‬ ‏עברית',
  SQL: `'; DROP TABLE customer; -- " OR 1=1`,
  HTML: '<img src=x onerror=alert(1)><b>1</b>&amp;',
  'a path': '..\\..\\x.exe',
  'rare characters': '𠮷㛃喆堃',
}
const texts = [
  ...['name', 'contactPerson', 'industry', 'address', 'source', 'need', 'notes', 'externalId'],
  ...['lostReason', 'stageReason', 'occupation', 'preference', 'scenario', 'decisionProcess'],
] as const

describe('text of any kind', () => {
  test.each(Object.entries(hostile))('with %s is stored as it was written', (_, text) => {
    const values = Object.fromEntries(texts.map((name) => [name, text]))
    const id = create({ ...values, stage: 'lost' })
    book.restart()
    expect(get(id)).toMatchObject(values)
    expect(book.run('customers.list', { filter: { text } }).rows.map((row) => row.id)).toEqual([id])
  })

  test.each(texts.map((name) => [name]))(
    'in %s loses NUL, and a lone surrogate becomes the sign for it',
    (name) => {
      const id = create({ [name]: '示\u0000例\ud800', ...lostWith(name) })
      expect(get(id)).toMatchObject({ [name]: '示例\ufffd' })
    },
  )

  test.each(texts.map((name) => [name]))('of 100,000 characters in %s is refused at it', (name) => {
    const form = { ...customerForm({ [name]: '长'.repeat(100_000) }) }
    const { error } = customerFields.safeParse(form)
    expect(error?.issues.map(({ path, message }) => [path[0], message.split('|')[0]])).toEqual([
      [name, 'too-long'],
    ])
    expect(() => book.run('customers.create', form)).toThrow()
    expect(book.run('customers.list', {}).total).toBe(0)
  })

  test('may be as long as the larger source rule, counted in characters (X8)', () => {
    const name = '𠮷'.repeat(100)
    expect(get(create({ name })).name).toBe(name)
    expect(() => create({ name: `${name}𠮷` })).toThrow()
  })
})

function lostWith(name: string): Partial<CustomerFormValues> {
  return name === 'lostReason' ? { stage: 'lost' } : {}
}
