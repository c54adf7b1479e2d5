import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const day = 86_400_000
const code = (name: string) => expect.objectContaining({ code: name }) as Error
const get = (id: number) => book.run('customers.get', { id })
const create = (values: Partial<CustomerFormValues> = {}) =>
  book.run('customers.create', customerForm(values))

function update(id: number, values: Partial<CustomerFormValues>, updatedAt = get(id).updatedAt) {
  return book.run('customers.update', { id, updatedAt, fields: customerFieldsOf(values) })
}

/** An invented number with a right check digit and an area that does not exist. */
const idCard = '000000199003070014'

describe('a new customer', () => {
  test('gets a code that counts within the day and starts anew the next day (R008)', () => {
    const codes = [create().code, create().code]
    book.passTime(day)
    codes.push(create().code)
    expect(codes).toEqual(['C202405150001', 'C202405150002', 'C202405160001'])
  })

  test('belongs to the person who made it', () => {
    const seller = book.signIn('示例销售', 'sales')
    const { id } = book.run('customers.create', customerForm(), seller)
    expect(get(id)).toMatchObject({ ownerName: '示例销售', creatorName: '示例销售' })
  })

  test('shows contact details masked and what is still missing', () => {
    const { id } = create({ phone: '13800001027', email: 'l@example.com', need: '课程' })
    expect(get(id)).toMatchObject({
      phoneMasked: '138 •••• 1027',
      emailMasked: 'l•••@example.com',
      phoneKind: 'mobile',
      quality: { complete: { missing: ['industry', 'source', 'interaction'] } },
      lastInteractionAt: null,
      nextStep: null,
    })
    expect(JSON.stringify(get(id))).not.toContain('13800001027')
  })
})

describe('codes', () => {
  test('stay unique through imports, undo and restarts', () => {
    const codes = Array.from({ length: 30 }, (_, index) => {
      const { code: given } = create()
      if (index % 3 === 0) book.run('history.undo', {})
      if (index % 10 === 0) book.restart()
      return given
    })
    expect(new Set(codes).size).toBe(30)
  })
})

describe('an ID number (R015, R089)', () => {
  test('is stored sealed, shown masked and revealed whole', () => {
    const { id } = create({ idCard })
    const stored: unknown = book.book.raw
      .prepare('SELECT id_card_sealed FROM customer')
      .pluck()
      .get()
    expect(stored).not.toContain(idCard.slice(4, 10))
    expect(get(id).idCardMasked).toBe('000***********0014')
    expect(book.run('customers.reveal', { id, fields: ['idCard'] })).toEqual({ idCard })
  })

  test('is not found by a search', () => {
    create({ idCard })
    expect(book.run('customers.list', { filter: { text: '19900307' } }).total).toBe(0)
  })

  test('keeps its sealed bytes when only other fields change', () => {
    const { id } = create({ idCard })
    const sealed = () => book.book.raw.prepare('SELECT id_card_sealed FROM customer').pluck().get()
    const before = sealed()
    update(id, { idCard, name: '乙示例' })
    expect(sealed()).toBe(before)
  })
})

describe('an edit', () => {
  test('replaces the fields and makes the row newer, even within one millisecond', () => {
    const { id } = create({ phone: '13800001027' })
    const before = get(id).updatedAt
    const { updatedAt } = update(id, { name: '乙示例', industry: '教育' })
    expect(updatedAt).toBeGreaterThan(before)
    expect(get(id)).toMatchObject({
      name: '乙示例',
      phoneMasked: null,
      industry: '教育',
      updatedAt,
    })
    expect(book.run('customers.list', { filter: { text: 'yishili' } }).total).toBe(1)
    expect(book.run('customers.list', { filter: { text: '1027' } }).total).toBe(0)
  })

  test('of a row that changed meanwhile is refused and overwrites nothing', () => {
    const { id } = create()
    const stale = get(id).updatedAt
    update(id, { name: '乙示例' })
    expect(() => update(id, { name: '丙示例' }, stale)).toThrow(code('customers.changed-meanwhile'))
    expect(get(id).name).toBe('乙示例')
  })

  test('is not refused because a follow-up was logged meanwhile', () => {
    const { id } = create()
    const opened = get(id).updatedAt
    const entry = { customerId: id, type: 'phone', content: '问价格' } as const
    book.run('follow-ups.create', { ...entry, occurredAt: book.clock() })
    expect(() => update(id, { name: '乙示例' }, opened)).not.toThrow()
  })

  test('notes when the stage changed, and only then', () => {
    const { id } = create()
    const first = get(id).stageChangedAt
    book.passTime(day)
    update(id, { name: '乙示例' })
    expect(get(id).stageChangedAt).toBe(first)
    update(id, { stage: 'won' })
    expect(get(id).stageChangedAt).toBe(first + day)
  })

  test('of a customer that does not exist says so', () => {
    expect(() => update(4711, {}, 0)).toThrow(code('customers.not-found'))
    expect(() => book.run('customers.reveal', { id: 4711, fields: ['phone'] })).toThrow(
      code('customers.not-found'),
    )
  })
})

describe('many customers at once', () => {
  test('change stage together; those that were there already do not count', () => {
    const ids = [create().id, create({ stage: 'won' }).id, create().id]
    book.passTime(day)
    expect(book.run('customers.setStage', { ids, stage: 'won' })).toEqual({ changed: 2 })
    expect(ids.map((id) => get(id).stageChangedAt - book.clock())).toEqual([0, -day, 0])
  })

  test('are lost with a reason only, and lose the reason when they come back (R029)', () => {
    const ids = [create().id, create().id]
    expect(() => book.run('customers.setStage', { ids, stage: 'lost' })).toThrow(
      code('customers.lost-reason-required'),
    )
    book.run('customers.setStage', { ids, stage: 'lost', lostReason: '价格' })
    expect(ids.map((id) => get(id).lostReason)).toEqual(['价格', '价格'])
    book.run('customers.setStage', { ids, stage: 'intent' })
    expect(ids.map((id) => get(id).lostReason)).toEqual([null, null])
  })

  test('are archived and put back', () => {
    const ids = [create().id, create().id]
    expect(book.run('customers.archive', { ids })).toEqual({ changed: 2 })
    expect(book.run('customers.archive', { ids })).toEqual({ changed: 0 })
    expect(book.run('customers.list', {}).total).toBe(0)
    expect(book.run('customers.list', { filter: { archived: true } }).total).toBe(2)
    expect(book.run('customers.unarchive', { ids })).toEqual({ changed: 2 })
    expect(book.run('customers.list', {}).total).toBe(2)
  })

  test('stay as they are, all of them, when one id is unknown', () => {
    const { id } = create()
    expect(() => book.run('customers.archive', { ids: [id, 4711] })).toThrow(
      code('customers.not-found'),
    )
    expect(get(id).archivedAt).toBeNull()
  })

  test('come back as they were with one undo', () => {
    const ids = [create({ tier: 'high' }).id, create({ tier: 'potential' }).id]
    book.run('customers.setTier', { ids, tier: 'normal' })
    book.run('history.undo', {})
    expect(ids.map((id) => get(id).tier)).toEqual(['high', 'potential'])
  })
})
