import { beforeEach, describe, expect, it } from 'vitest'
import { customerFields, customerInput } from '@shared/features/customers/customers.schema'
import { dropDraft, findDraft, keepDraft } from '@renderer/features/customers/form/draft-store'
import {
  listKindFields,
  newCustomerValues,
  valuesOf,
} from '@renderer/features/customers/form/form-values'
import { forgetBook } from '@renderer/lib/book-closed'
import { customerDetailOf } from './customer-detail'

describe('the customer form', () => {
  it('is refused while only the name is missing, with the error at the name', () => {
    const parsed = customerInput.safeParse(newCustomerValues())
    expect(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['name', 'required'],
    ])
  })

  it('stores fields that were left empty as not given', () => {
    const parsed = customerInput.parse({ ...newCustomerValues(), name: ' 桃源示例商行 ' })
    expect(parsed).toMatchObject({ name: '桃源示例商行', phone: null, need: null, birthDate: null })
  })

  it('asks the reason of a lost customer', () => {
    const lost = { ...newCustomerValues(), name: '桃源示例商行', stage: 'lost' as const }
    expect(customerInput.safeParse(lost).error?.issues[0]?.path).toEqual(['lostReason'])
    expect(customerInput.safeParse({ ...lost, lostReason: '改用别家' }).success).toBe(true)
  })

  it('shows a person their birth date and a company its size', () => {
    expect(listKindFields({ ...newCustomerValues(), kind: 'person' })).toEqual([
      'gender',
      'birthDate',
      'lunarBirthday',
      'occupation',
      'idCard',
    ])
    expect(listKindFields({ ...newCustomerValues(), kind: 'company' })).toEqual([
      'contactPerson',
      'companySize',
      'annualRevenue',
      'foundedOn',
      'creditCode',
    ])
  })

  it('never hides a field that holds something', () => {
    const imported = { ...newCustomerValues(), kind: 'person' as const, contactPerson: '李示例' }
    expect(listKindFields(imported)).toContain('contactPerson')
  })
})

describe('an edit', () => {
  const whole = {
    ...{ phone: '13800001027', email: 'l@example.com', idCard: '000000199003070014' },
    bankAccount: '6222020200112233445',
  }
  const stored = customerDetailOf({
    ...{ kind: 'company', name: '桃源示例商行', contactPerson: '李示例', gender: 'female' },
    ...{
      birthDate: '1990-03-07',
      lunarBirthday: '02-11',
      occupation: '会计',
      creditCode: null,
      industry: '食品',
    },
    ...{ companySize: '20-99', annualRevenue: 123_456_789, foundedOn: '2012-05-06' },
    ...{ regionCode: '440305', address: '示例路 1 号', source: '展会', referrerId: 7 },
    ...{ need: '礼盒', preference: '交期', priceSensitivity: 'medium', scenario: '办公' },
    ...{ decisionMode: 'organization', decisionProcess: '三家比价', purchaseCycleDays: 26 },
    ...{ expectedCloseOn: '2027-01-15', notes: '下午再打', firstContactOn: '2024-05-15' },
    ...{ externalId: 'B002', stage: 'intent', lostReason: null, stageReason: '样品通过' },
    tier: 'high',
  })

  it('that changes nothing keeps every field as it was stored', () => {
    const saved = customerInput.parse(valuesOf(stored, whole))
    const { creditCode: _no, lostReason: _none, ...expected } = saved
    for (const [name, value] of Object.entries(expected)) {
      const before = name in whole ? whole[name as keyof typeof whole] : stored[name as 'name']
      expect([name, value]).toEqual([name, before])
      expect(value).not.toBeNull()
    }
  })

  it('starts with every field of the schema: one that is not there would be erased', () => {
    const names = Object.keys(customerFields.shape).sort()
    expect(Object.keys(valuesOf(stored, {})).sort()).toEqual(names)
    expect(Object.keys(newCustomerValues()).sort()).toEqual(names)
  })
})

describe('numbers in the form', () => {
  const parse = (values: object) =>
    customerInput.safeParse({ ...newCustomerValues(), name: '桃源示例商行', ...values })

  it.each([
    ['annualRevenue', '1,200.50', 120_050],
    ['annualRevenue', '300 万', 300_000_000],
    ['annualRevenue', ' ', null],
    ['purchaseCycleDays', '26', 26],
    ['purchaseCycleDays', '２６ 天', 26],
    ['purchaseCycleDays', '', null],
  ])('%s %j is stored as %s', (name, typed, stored) => {
    expect(parse({ [name]: typed }).data).toMatchObject({ [name]: stored })
  })

  it.each([
    ['annualRevenue', '一大笔', 'money'],
    ['annualRevenue', '-5', 'money'],
    ['annualRevenue', '1.234', 'money'],
    ['annualRevenue', '9'.repeat(10_000), 'money'],
    ['purchaseCycleDays', '0', 'days|3650'],
    ['purchaseCycleDays', '2.5', 'days|3650'],
    ['purchaseCycleDays', '9999', 'days|3650'],
  ])('%s %j is refused at the field', (name, typed, message) => {
    expect(parse({ [name]: typed }).error?.issues).toMatchObject([{ path: [name], message }])
  })

  it('come back as they were typed when the form was closed unsaved', () => {
    keepDraft(7, { values: { annualRevenue: '3 百', referrerId: 4 }, updatedAt: 1 })
    expect(findDraft(7)?.values).toEqual({ annualRevenue: '3 百', referrerId: 4 })
  })
})

describe('a form that was closed unsaved', () => {
  beforeEach(() => forgetBook())
  const draft = { values: { ...newCustomerValues(), name: '半句' }, updatedAt: null }

  it('comes back until it is saved or thrown away', () => {
    keepDraft('new', draft)
    expect(findDraft('new')?.values.name).toBe('半句')
    dropDraft('new')
    expect(findDraft('new')).toBeNull()
  })

  it('comes back with half an e-mail address, and holds nothing that was not typed', () => {
    keepDraft(7, { values: { email: 'name@' }, updatedAt: 1 })
    expect(findDraft(7)).toEqual({ values: { email: 'name@' }, updatedAt: 1 })
  })

  it('that no longer fits the form is dropped', () => {
    keepDraft(7, { ...draft, values: { ...draft.values, stage: 'never' as 'lost' } })
    expect(findDraft(7)).toBeNull()
  })

  it('is forgotten when the book closes', () => {
    keepDraft(7, draft)
    forgetBook()
    expect(findDraft(7)).toBeNull()
  })
})
