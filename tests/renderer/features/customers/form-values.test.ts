import { beforeEach, describe, expect, it } from 'vitest'
import { customerInput } from '@shared/features/customers/customers.schema'
import { dropDraft, findDraft, keepDraft } from '@renderer/features/customers/form/draft-store'
import { listKindFields, newCustomerValues } from '@renderer/features/customers/form/form-values'
import { forgetBook } from '@renderer/lib/book-closed'

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
      'idCard',
    ])
    expect(listKindFields({ ...newCustomerValues(), kind: 'company' })).toEqual([
      'contactPerson',
      'companySize',
      'foundedOn',
      'creditCode',
    ])
  })

  it('never hides a field that holds something', () => {
    const imported = { ...newCustomerValues(), kind: 'person' as const, contactPerson: '李示例' }
    expect(listKindFields(imported)).toContain('contactPerson')
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
