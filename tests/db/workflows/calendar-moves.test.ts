import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RouteInput } from '@shared/contract'
import { instantOf } from '@shared/core/days/day-arithmetic'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { plantStep, plantTask } from '../../factories/planned-days'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let seller: DataSession
let rival: DataSession

beforeEach(() => {
  book = createTestBook()
  seller = book.signIn('示例销售', 'sales')
  rival = book.signIn('示例同事', 'sales')
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const may = { from: '2024-05-01', to: '2024-05-31' }
const at = (date: string, hours = 0, minutes = 0) => instantOf(date, hours * 60 + minutes)
const makeCustomer = (values: Partial<CustomerFormValues> = {}, session = book.owner) =>
  book.run('customers.create', customerForm({ kind: 'person', ...values }), session).id

type Asked = Partial<RouteInput<'calendar.list'>>
const days = (asked: Asked = {}, session: DataSession = book.owner) =>
  book.run('calendar.list', { ...may, ...asked }, session).days
const items = (asked: Asked = {}, session: DataSession = book.owner): CalendarItem[] =>
  days(asked, session).flatMap((day) => day.items)
const dayOf = (date: string, asked: Asked = {}) =>
  days({ from: date, to: date, ...asked })[0] ?? { date, items: [], total: 0 }

describe('moving to another day', () => {
  test('keeps the time of a task, takes its reminder along, and can be undone', () => {
    const dueAt = at('2024-05-20', 15)
    const id = plantTask(book, { dueAt, remindAt: at('2024-05-20', 14, 45) })
    expect(book.run('calendar.moveTask', { id, date: '2024-05-22' })).toEqual({
      ...{ id, at: at('2024-05-22', 15) },
    })
    const stored = () =>
      book.book.raw.prepare('SELECT due_at, remind_at, all_day FROM task WHERE id = ?').get(id)
    expect(stored()).toEqual({
      ...{ due_at: at('2024-05-22', 15), remind_at: at('2024-05-22', 14, 45), all_day: 0 },
    })
    book.run('history.undo', {})
    expect(stored()).toMatchObject({ due_at: dueAt, remind_at: at('2024-05-20', 14, 45) })
  })

  test('of one that repeats, to an earlier day, leaves its own day to the next of the series alone', () => {
    const { id } = book.run('tasks.create', {
      ...{ title: '周例会', dueAt: at('2024-05-20', 9), allDay: false },
      recurrence: { freq: 'weekly', interval: 1, end: { kind: 'never' } },
    })
    book.run('calendar.moveTask', { id, date: '2024-05-17' })
    expect(dayOf('2024-05-17').items).toMatchObject([{ id, repeats: false }])
    expect(
      items()
        .filter(({ ghost }) => !ghost)
        .map(({ title }) => title),
    ).toEqual(['周例会', '周例会'])
    expect(dayOf('2024-05-20').items).toEqual([])
    book.run('history.undo', {})
    expect(dayOf('2024-05-20').items).toMatchObject([{ id, repeats: true }])
  })

  test('of a next step moves what the customer has next, and can be undone', () => {
    const customerId = makeCustomer()
    const id = plantStep(book, { customerId, nextFollowAt: at('2024-05-20', 9) })
    book.run('calendar.moveStep', { id, date: '2024-05-24', minutes: 600 })
    const next = () => book.run('customers.get', { id: customerId }).nextFollowAt
    expect(next()).toBe(at('2024-05-24', 10))
    expect(dayOf('2024-05-24').items).toMatchObject([{ id, minutes: 600 }])
    book.run('history.undo', {})
    expect(next()).toBe(at('2024-05-20', 9))
  })

  test('to the whole day takes the time away', () => {
    const id = plantTask(book, { dueAt: at('2024-05-20', 15) })
    book.run('calendar.moveTask', { id, date: '2024-05-20', minutes: null })
    expect(dayOf('2024-05-20').items).toMatchObject([{ minutes: null }])
  })

  test('is refused for what is done, and for what is not there', () => {
    const customerId = makeCustomer()
    const dueAt = at('2024-05-20', 15)
    const done = plantTask(book, { dueAt, status: 'done', doneAt: dueAt })
    const closed = plantStep(book, { customerId, nextFollowAt: dueAt, nextDoneAt: dueAt })
    const to = { date: '2024-05-22' }
    expect(() => book.run('calendar.moveTask', { id: done, ...to })).toThrow(
      code('calendar.not-open'),
    )
    expect(() => book.run('calendar.moveStep', { id: closed, ...to })).toThrow(
      code('calendar.not-open'),
    )
    for (const route of ['calendar.moveTask', 'calendar.moveStep'] as const)
      expect(() => book.run(route, { id: 4711, ...to })).toThrow(code('core.not-found'))
  })

  test('is refused for a colleague’s, and in the recycle bin', () => {
    const customerId = makeCustomer({}, rival)
    const step = plantStep(book, { customerId, nextFollowAt: at('2024-05-20') })
    const task = plantTask(book, { dueAt: at('2024-05-20') }, rival)
    const to = { date: '2024-05-22' }
    expect(() => book.run('calendar.moveStep', { id: step, ...to }, seller)).toThrow(
      code('core.not-found'),
    )
    expect(() => book.run('calendar.moveTask', { id: task, ...to }, seller)).toThrow(
      code('core.not-found'),
    )
    book.run('customers.delete', { ids: [customerId] })
    expect(() => book.run('calendar.moveStep', { id: step, ...to })).toThrow(
      code('customers.in-bin'),
    )
  })
})
