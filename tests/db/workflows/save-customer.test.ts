import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NewPointValues } from '@shared/features/contacts/contacts.schema'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const points: NewPointValues[] = [
  { type: 'phone', raw: '0571-8800 1234', label: '办公室' },
  { type: 'wechat', raw: 'QingShan_2024' },
  { type: 'email', raw: 'b@example.com', shared: true },
]
const create = (given: NewPointValues[]) =>
  book.run('customers.create', { ...customerForm({ name: '青山示例食品' }), points: given }).id
const found = (text: string) => book.run('customers.list', { filter: { text } }).rows

describe('a customer that is made with further numbers (R050, R053)', () => {
  test('has them from the start, typed and in their order', () => {
    const customerId = create(points)
    const own = book.run('contacts.list', { customerId }).points
    expect(own).toMatchObject([
      { type: 'phone', phoneKind: 'landline', masked: '0571-•••• 1234', label: '办公室' },
      { type: 'wechat', phoneKind: null, doubtful: false },
      { type: 'email', shared: true },
    ])
    const pointIds = own.map(({ id }) => id)
    const whole = book.run('contacts.reveal', { customerId, pointIds }).points
    expect(whole.map(({ raw }) => raw)).toEqual(points.map(({ raw }) => raw))
  })

  test('is found by them, counts as reachable, and is compared by them', () => {
    const id = create(points)
    create([])
    expect(found('88001234')).toMatchObject([{ id }])
    expect(found('qingshan_2024')).toMatchObject([{ id }])
    expect(book.run('customers.get', { id }).quality.complete.missing).not.toContain('reach')
    const phones = ['057188001234']
    const draft = { id: null, name: '流沙示例河', kind: 'company' as const, phones }
    expect(book.run('duplicates.find', draft).matches).toMatchObject([{ id }])
  })

  test('goes with all of them by one undo, and comes back with all of them', () => {
    const before = trackedState(book)
    create(points)
    const after = trackedState(book)
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
    book.run('history.redo', {})
    expect(trackedState(book)).toBe(after)
    expect(found('88001234')).toHaveLength(1)
  })

  test.each([
    ['an e-mail that is none', [{ type: 'email', raw: 'b at example' }]],
    ['an empty number', [{ type: 'phone', raw: ' ' }]],
    ['a row that is there already', [{ type: 'phone', raw: '1', id: 1 }]],
    ['too many of them', Array.from({ length: 51 }, () => ({ type: 'qq', raw: '10001' }))],
  ])('is not made with %s', (_, given) => {
    const before = trackedState(book)
    expect(() => create(given as NewPointValues[])).toThrow()
    expect(trackedState(book)).toBe(before)
  })
})
