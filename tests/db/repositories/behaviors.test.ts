import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BehaviorFormValues } from '@shared/features/behaviors/behaviors.schema'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const hour = 3_600_000
let book: TestBook
let customerId: number

beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const note = (values: Partial<BehaviorFormValues> = {}) =>
  book.run('behaviors.create', { customerId, kind: 'browse', at: book.clock(), ...values }).id
const lastInteraction = () => book.run('customers.get', { id: customerId }).lastInteractionAt

test('what a customer did is listed newest first, page by page (R037)', () => {
  const ids = [3, 1, 2, 2].map((hours) => note({ at: book.clock() - hours * hour }))
  const [oldest, newest, earlier, later] = ids
  const page = book.run('behaviors.list', { customerId, limit: 3 })
  expect(page.entries.map(({ id }) => id)).toEqual([newest, later, earlier])
  const last = page.entries.at(-1)
  const before = last ? { at: last.at, id: last.id } : null
  const rest = book.run('behaviors.list', { customerId, before })
  expect(rest).toMatchObject({ entries: [{ id: oldest, userName: '示例店主' }], hasMore: false })
})

test('only a purchase is an interaction, and not one that lies in the future (D2)', () => {
  note({ kind: 'browse' })
  note({ kind: 'complaint' })
  note({ kind: 'purchase', at: book.clock() + hour })
  expect(lastInteraction()).toBeNull()
  const bought = note({ kind: 'purchase', at: book.clock() - hour })
  expect(lastInteraction()).toBe(book.clock() - hour)
  book.run('behaviors.delete', { id: bought })
  expect(lastInteraction()).toBeNull()
})

test('undo and redo take the last interaction with them', () => {
  const before = trackedState(book)
  note({ kind: 'purchase', subject: '油封' })
  const after = trackedState(book)
  book.run('history.undo', {})
  expect(trackedState(book)).toBe(before)
  book.run('history.redo', {})
  expect(trackedState(book)).toBe(after)
})

test('they are read and written by those who follow up the customer (R083, R084)', () => {
  const id = note({ subject: '油封', note: '看了三次' })
  const seller = book.signIn('示例销售', 'sales')
  const marketing = book.signIn('示例市场', 'marketing')
  expect(() => book.run('behaviors.list', { customerId }, seller)).toThrow(
    code('customers.not-found'),
  )
  expect(() => book.run('behaviors.delete', { id }, seller)).toThrow(code('core.not-found'))
  expect(() => book.run('behaviors.list', { customerId }, marketing)).toThrow(
    code('core.forbidden'),
  )
  const viewer = book.signIn('示例旁观', 'viewer')
  expect(book.run('behaviors.list', { customerId }, viewer).entries).toMatchObject([
    { subject: '油封', note: '看了三次' },
  ])
  book.run('customers.delete', { ids: [customerId] })
  expect(() => note()).toThrow(code('customers.in-bin'))
})
