import { afterEach, beforeEach, expect, test } from 'vitest'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

const hour = 3_600_000
let book: TestBook

beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const plant = (name: string, session = book.owner) => {
  const { id: customerId } = book.run('customers.create', customerForm({ name }), session)
  book.run('behaviors.create', { customerId, kind: 'purchase', at: book.clock() }, session)
  return customerId
}
const listed = (input: object = {}, session = book.owner) =>
  book.run('deadlines.list', input, session).deadlines.map(({ customerName }) => customerName)

test('what is due first stands first, page by page, and overdue is counted', () => {
  for (const name of ['甲', '乙', '丙', '丁']) {
    plant(name)
    if (name !== '丙') book.passTime(hour)
  }
  expect(listed()).toEqual(['甲', '乙', '丙', '丁'])
  const page = book.run('deadlines.list', { limit: 3 })
  const last = page.deadlines.at(-1)
  expect(page.hasMore).toBe(true)
  const after = last ? { dueAt: last.dueAt, id: last.id } : null
  expect(listed({ after, limit: 3 })).toEqual(['丁'])
  book.passTime(22 * hour)
  expect(book.run('deadlines.counts', {})).toEqual({ open: 4, overdue: 2 })
})

test('salespeople see and settle their own alone (R083)', () => {
  const seller = book.signIn('示例销售', 'sales')
  const foreign = plant('店主的')
  plant('自己的', seller)
  expect(listed({}, seller)).toEqual(['自己的'])
  expect(book.run('deadlines.counts', {}, seller)).toEqual({ open: 1, overdue: 0 })
  expect(listed({ ownerId: seller.userId })).toEqual(['自己的'])
  expect(() => book.run('deadlines.ofCustomer', { customerId: foreign }, seller)).toThrow(
    code('customers.not-found'),
  )
  expect(() => book.run('deadlines.settle', { customerIds: [foreign] }, seller)).toThrow(
    code('customers.not-found'),
  )
  const viewer = book.signIn('示例旁观', 'viewer')
  expect(() => book.run('deadlines.settle', { customerIds: [foreign] }, viewer)).toThrow(
    code('core.forbidden'),
  )
})

test('clocks of customers in the archive are not shown', () => {
  const id = plant('甲')
  book.run('customers.archive', { ids: [id] })
  expect(listed()).toEqual([])
  book.run('customers.unarchive', { ids: [id] })
  expect(listed()).toEqual(['甲'])
})

test('a page walks the index of due times and reads the shown rows alone', () => {
  plant('甲')
  const plan = book.book.raw
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT d.id FROM deadline d CROSS JOIN customer c ON c.id = d.customer_id
       WHERE d.settled_at IS NULL ORDER BY d.due_at, d.id LIMIT 5`,
    )
    .all()
    .map(({ detail }) => detail)
    .join('\n')
  expect(plan).toContain('deadline_by_due')
  expect(plan).not.toContain('TEMP B-TREE')
})
