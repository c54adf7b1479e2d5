import { afterEach, beforeEach, expect, test } from 'vitest'
import { refreshCustomerDates } from '@db/customer-dates'
import { customerForm } from '../factories/customers'
import { createTestBook, type TestBook } from '../factories/test-book'

const hour = 3_600_000
let book: TestBook
let customerId: number

beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

const lastInteraction = () => book.run('customers.get', { id: customerId }).lastInteractionAt
const ago = (hours: number) => book.clock() - hours * hour

/** Done by SQL, as any feature may write it. */
function plantTask(status: string, doneAt: number | null): void {
  book.command({ route: 'test', undoable: true }, ({ write }) => {
    write.raw
      .prepare(
        `INSERT INTO task (uid, code, title, status, assignee_id, creator_id, customer_id, done_at, created_at, updated_at, checklist)
         VALUES (@uid, @uid, '虚构', @status, 1, 1, @customerId, @doneAt, 0, 0, '[]')`,
      )
      .run({ uid: `${status} ${doneAt}`, status, customerId, doneAt })
    refreshCustomerDates(write, customerId, book.clock())
  })
}

test('the last interaction is the newest of follow-up, purchase, service record and done task (D2)', () => {
  book.run('follow-ups.create', {
    ...{ customerId, type: 'phone', content: '虚构', occurredAt: ago(9) },
  })
  expect(lastInteraction()).toBe(ago(9))
  book.run('behaviors.create', { customerId, kind: 'purchase', at: ago(8) })
  expect(lastInteraction()).toBe(ago(8))
  const opened = { customerId, kind: 'complaint', subject: '虚构', openedAt: ago(7) } as const
  const { id } = book.run('service-cases.create', opened)
  expect(lastInteraction()).toBe(ago(7))
  book.run('service-cases.respond', { id, at: ago(6) })
  expect(lastInteraction()).toBe(ago(6))
  plantTask('done', ago(5))
  expect(lastInteraction()).toBe(ago(5))
})

test('an open, a cancelled and a future task are no interactions', () => {
  plantTask('open', null)
  plantTask('cancelled', ago(1))
  plantTask('done', ago(-1))
  expect(lastInteraction()).toBeNull()
})

test('taking a done task back takes the interaction back, whatever came after', () => {
  plantTask('done', ago(5))
  const { undo } = book.run('history.getState', {})
  book.run('behaviors.create', { customerId, kind: 'purchase', at: ago(8) })
  book.run('history.undo', { commandId: undo?.commandId })
  expect(lastInteraction()).toBe(ago(8))
})

test('an edit of the customer is no interaction', () => {
  book.run('customers.setTier', { ids: [customerId], tier: 'high' })
  expect(lastInteraction()).toBeNull()
})
