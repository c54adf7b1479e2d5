import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listFallenDue, noteTold, startReminders } from '@db/repositories/reminders'
import type { DataSession } from '../../../electron/ipc/context'
import type { WriteHandle } from '@db/handles'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { plantWorkOf } from '../../factories/planted-work'

let book: TestBook
let sales: DataSession
beforeEach(() => {
  book = createTestBook() // Wednesday 2024-05-15 10:30
  sales = book.signIn('示例销售', 'sales')
})
afterEach(() => book.dispose())

const minute = 60_000
const contextOf = (session: DataSession) => ({
  ...{
    read: book.book.read,
    write: book.book.read as WriteHandle,
    session,
    clock: book.clock,
    fields: null,
  },
})
const due = (session: DataSession, from: number, to: number) =>
  listFallenDue(contextOf(session), from, to)
const missed = (session: DataSession) => book.run('today.missed', {}, session)

function plan(at: number, session: DataSession, nextAllDay = false): number {
  const { id: customerId } = book.run(
    'customers.create',
    { kind: 'person', name: '沈青禾' },
    session,
  )
  const { id } = book.run(
    'follow-ups.create',
    {
      customerId,
      type: 'phone',
      content: '虚构',
      occurredAt: book.clock(),
      nextFollowAt: at,
      nextNote: '回电',
    },
    session,
  )
  if (nextAllDay)
    book.command({ route: 'test.plant', undoable: false }, ({ write }) =>
      write.raw.prepare('UPDATE follow_up SET next_all_day = 1 WHERE id = ?').run(id),
    )
  return id
}

describe('what falls due', () => {
  test('is told of those whose it is, in the span and not at its beginning', () => {
    const at = book.clock() + 10 * minute
    const id = plan(at, sales)
    expect(due(sales, at - minute, at)).toEqual([
      ...[
        {
          ref: { kind: 'step', id },
          kind: 'step',
          type: 'phone',
          at,
          title: '回电',
          customerName: '沈青禾',
        },
      ],
    ])
    expect(due(sales, at, at + minute)).toEqual([])
    expect(due(sales, at - 2 * minute, at - 1)).toEqual([])
    expect(due(book.owner, at - minute, at)).toEqual([])
  })

  test('of a whole day at nine', () => {
    const midnight = new Date(2024, 4, 16).getTime()
    plan(midnight, sales, true)
    const nine = new Date(2024, 4, 16, 9).getTime()
    expect(due(sales, midnight - minute, midnight + minute)).toEqual([])
    expect(due(sales, nine - minute, nine)).toHaveLength(1)
  })

  test('holds reminders of open tasks and notices', () => {
    const { id: customerId } = book.run('customers.create', { kind: 'person', name: '沈青禾' })
    plantWorkOf(book, customerId)
    const now = book.clock()
    expect(due(book.owner, now - 1, now).map(({ kind }) => kind)).toEqual(['task', 'notice'])
    expect(due(sales, now - 1, now)).toEqual([])
  })

  test('is not told when it is done or moved before', () => {
    const at = book.clock() + 10 * minute
    const [first, second] = [plan(at, sales), plan(at, sales)]
    book.run('today.complete', { item: { kind: 'step', id: first } }, sales)
    book.run(
      'today.move',
      { items: [{ kind: 'step', id: second }], to: { date: '2024-05-20' } },
      sales,
    )
    expect(due(sales, at - minute, at)).toEqual([])
  })
})

describe('what was missed', () => {
  test('is what fell due while nobody was signed in, and stays until it is put away', () => {
    startReminders(contextOf(sales))
    expect(missed(sales)).toEqual({ since: null, items: [], notices: [] })
    const told = book.clock()
    const id = plan(told + 10 * minute, sales)
    plan(told + 300 * minute, sales)
    book.passTime(60 * minute)
    startReminders(contextOf(sales))
    expect(missed(sales)).toMatchObject({ since: told, items: [{ id, title: '回电' }] })
    book.passTime(minute)
    noteTold(contextOf(sales))
    expect(missed(sales).items).toHaveLength(1)
    book.run('today.dismissMissed', {}, sales)
    expect(missed(sales)).toEqual({ since: null, items: [], notices: [] })
    book.passTime(minute)
    startReminders(contextOf(sales))
    expect(missed(sales).items).toEqual([])
  })

  test('is each person’s own', () => {
    startReminders(contextOf(sales))
    startReminders(contextOf(book.owner))
    plan(book.clock() + minute, sales)
    book.passTime(10 * minute)
    startReminders(contextOf(book.owner))
    expect(missed(book.owner).items).toEqual([])
  })

  test('shows notices until they are read, and only one’s own can be read', () => {
    const { id: customerId } = book.run('customers.create', { kind: 'person', name: '沈青禾' })
    plantWorkOf(book, customerId)
    const [notice] = missed(book.owner).notices
    expect(notice).toMatchObject({ text: '示例', customer: { id: customerId, name: '沈青禾' } })
    const ids = [notice?.id ?? 0]
    expect(book.run('today.readNotices', { ids }, sales)).toEqual({ changed: 0 })
    expect(book.run('today.readNotices', { ids })).toEqual({ changed: 1 })
    expect(missed(book.owner).notices).toEqual([])
  })
})
