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

describe('a month of the calendar', () => {
  test('holds tasks, open next steps and birthdays on their days, the whole day first, then by time', () => {
    const customerId = makeCustomer({ name: '林知秋', birthDate: '1990-05-20' })
    plantTask(book, { title: '发合同', dueAt: at('2024-05-20', 15), customerId })
    plantTask(book, { title: '月结', dueAt: at('2024-05-20'), allDay: 1 })
    plantStep(book, { customerId, nextFollowAt: at('2024-05-20', 9, 30), nextNote: '带报价单' })
    expect(days()).toMatchObject([
      {
        date: '2024-05-20',
        total: 4,
        items: [
          { kind: 'birthday', id: customerId, customerName: '林知秋', age: 34, minutes: null },
          { kind: 'task', title: '月结', minutes: null, customerName: null },
          { kind: 'next-step', title: '带报价单', minutes: 570, customerName: '林知秋' },
          { kind: 'task', title: '发合同', minutes: 900, customerId },
        ],
      },
    ])
  })

  test('begins and ends with its midnights', () => {
    const inside = [at('2024-05-01'), at('2024-06-01') - 60_000]
    const outside = [at('2024-05-01') - 60_000, at('2024-06-01')]
    for (const dueAt of [...inside, ...outside]) plantTask(book, { dueAt })
    expect(days().map(({ date, total }) => [date, total])).toEqual([
      ['2024-05-01', 1],
      ['2024-05-31', 1],
    ])
  })

  test('shows what is done, but not what was called off, closed or put into the recycle bin', () => {
    const [kept, archived, binned] = [makeCustomer(), makeCustomer(), makeCustomer()]
    const dueAt = at('2024-05-20', 10)
    plantTask(book, { title: '做完', dueAt, status: 'done', doneAt: dueAt })
    plantTask(book, { title: '取消', dueAt, status: 'cancelled', doneAt: dueAt })
    plantTask(book, { title: '箱里', dueAt, customerId: binned })
    plantStep(book, { customerId: kept, nextFollowAt: dueAt, nextDoneAt: dueAt })
    plantStep(book, { customerId: archived, nextFollowAt: dueAt })
    plantStep(book, { customerId: binned, nextFollowAt: dueAt })
    book.run('customers.archive', { ids: [archived] })
    book.run('customers.delete', { ids: [binned] })
    expect(items()).toMatchObject([{ title: '做完', done: true, movable: false }])
    expect(dayOf('2024-05-20', { perDay: 1 }).total).toBe(1)
  })

  test('says of a full day how many there are, whoever asks', () => {
    const customers = Array.from({ length: 7 }, () => makeCustomer({}, seller))
    const nextFollowAt = at('2024-05-20', 10)
    for (const customerId of customers) plantStep(book, { customerId, nextFollowAt })
    const [archived = 0] = customers
    book.run('customers.archive', { ids: [archived] })
    for (let index = 0; index < 4; index += 1) plantTask(book, { dueAt: nextFollowAt }, seller)
    for (const session of [book.owner, seller])
      for (const mine of session === seller ? [true, false] : [false])
        for (const perDay of [1, 3, 500]) {
          const [day] = days({ perDay, mine }, session)
          expect(day?.total).toBe(10)
          expect(day?.items).toHaveLength(Math.min(perDay, 10))
        }
  })

  test('shows a customer’s second open step too', () => {
    const customerId = makeCustomer()
    for (const hour of [9, 14])
      plantStep(book, { customerId, nextFollowAt: at('2024-05-20', hour) })
    expect(dayOf('2024-05-20').total).toBe(2)
    expect(dayOf('2024-05-20', { mine: true }).total).toBe(2)
  })

  test('of one’s own is that of everybody only while every customer is one’s own', () => {
    const nextFollowAt = at('2024-05-20', 10)
    const [first, second] = [makeCustomer(), makeCustomer()]
    for (const customerId of [first, second]) plantStep(book, { customerId, nextFollowAt })
    expect(dayOf('2024-05-20', { mine: true, perDay: 1 }).total).toBe(2)
    book.run('customers.release', { ids: [first] })
    expect(dayOf('2024-05-20', { mine: true }).items).toMatchObject([{ customerId: second }])
    plantStep(book, { customerId: makeCustomer({}, seller), nextFollowAt })
    expect(dayOf('2024-05-20', { mine: true }).items).toMatchObject([{ customerId: second }])
    expect(dayOf('2024-05-20').total).toBe(3)
  })

  test('holds only the kinds that are asked for', () => {
    const customerId = makeCustomer({ birthDate: '1990-05-20' })
    plantTask(book, { dueAt: at('2024-05-20') })
    plantStep(book, { customerId, nextFollowAt: at('2024-05-20') })
    for (const kind of ['task', 'next-step', 'birthday'] as const)
      expect(items({ kinds: [kind] }).map((item) => item.kind)).toEqual([kind])
    expect(days({ kinds: [] })).toEqual([])
  })

  test('is at most two months long, and not turned round', () => {
    expect(() => days({ from: '2024-05-01', to: '2024-07-02' })).toThrow()
    expect(() => days({ from: '2024-05-02', to: '2024-05-01' })).toThrow()
    expect(days({ from: '2024-05-01', to: '2024-07-01' })).toEqual([])
  })
})

describe('a task that repeats', () => {
  const weekly = { recurrence: 'FREQ=WEEKLY', seriesStart: '2024-05-06', seriesUid: 'a' }

  test('is shown on the days on which it will come again, where nothing can be moved', () => {
    const id = plantTask(book, { title: '周会', dueAt: at('2024-05-13', 9), ...weekly })
    expect(days()).toMatchObject([
      { date: '2024-05-13', items: [{ id, ghost: false, repeats: true, movable: true }] },
      { date: '2024-05-20', items: [{ id, ghost: true, movable: false, minutes: 540 }] },
      { date: '2024-05-27', items: [{ id, ghost: true }] },
    ])
  })

  test('comes again in months in which it is not due itself', () => {
    plantTask(book, { dueAt: at('2024-05-13', 9), ...weekly })
    const june = days({ from: '2024-06-01', to: '2024-06-30' })
    expect(june.map(({ date }) => date)).toEqual([
      ...['2024-06-03', '2024-06-10', '2024-06-17', '2024-06-24'],
    ])
  })

  test('does not come again once it is done: then the next one is a task of its own', () => {
    const dueAt = at('2024-05-13', 9)
    plantTask(book, { dueAt, status: 'done', doneAt: dueAt, ...weekly })
    expect(items()).toHaveLength(1)
  })
})

describe('lunar birthdays', () => {
  const keep = (id: number, lunar: string) =>
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.prepare('UPDATE customer SET lunar_birthday = ? WHERE id = ?').run(lunar, id),
    )

  test('are shown on this year’s day, and no more on the day of the sun', () => {
    const id = makeCustomer({ birthDate: '1990-10-03' })
    keep(id, '08-15')
    const autumn = (year: number) => ({ from: `${year}-09-10`, to: `${year}-10-10` })
    expect(days(autumn(2025))).toMatchObject([
      { date: '2025-10-06', items: [{ id, lunar: '08-15', age: 35 }] },
    ])
    expect(days(autumn(2026)).map(({ date }) => date)).toEqual(['2026-09-25'])
  })
})

describe('what a person may not know of', () => {
  test('are steps, tasks and birthdays of colleagues', () => {
    const mine = makeCustomer({ birthDate: '1990-05-20' }, seller)
    const theirs = makeCustomer({ birthDate: '1990-05-20' }, rival)
    for (const customerId of [mine, theirs])
      plantStep(book, { customerId, nextFollowAt: at('2024-05-20') })
    plantTask(book, { title: '我的', dueAt: at('2024-05-20') }, seller)
    plantTask(book, { title: '别人的', dueAt: at('2024-05-20') }, rival)
    expect(items({}, seller).map(({ kind, id }) => (kind === 'birthday' ? id : kind))).toEqual([
      ...[mine, 'task', 'next-step'],
    ])
    expect(items({}, seller).map(({ title }) => title)).not.toContain('别人的')
    expect(items({}).length).toBe(6)
    expect(items({ mine: true })).toEqual([])
  })

  test('is the name of a customer out of reach, also where the task is one’s own', () => {
    const customerId = makeCustomer({ name: '云岫密文' }, rival)
    const dueAt = at('2024-05-20')
    const id = plantTask(
      book,
      { title: '标题密文', dueAt, customerId, assigneeId: seller.userId },
      rival,
    )
    expect(items({}, seller)).toMatchObject([
      { id, title: null, customerId: null, customerName: null, movable: false },
    ])
    expect(() => book.run('calendar.moveTask', { id, date: '2024-05-21' }, seller)).toThrow(
      code('core.not-found'),
    )
  })

  test('are notes and contact details that the role does not see', () => {
    const customerId = makeCustomer({ birthDate: '1990-05-20' })
    plantStep(book, { customerId, nextFollowAt: at('2024-05-20'), nextNote: '步密文' })
    const marketer = book.signIn('示例市场', 'marketing')
    plantTask(book, {
      title: '题密文',
      dueAt: at('2024-05-20'),
      customerId,
      assigneeId: marketer.userId,
    })
    const accountant = book.signIn('示例财务', 'finance')
    const viewer = book.signIn('示例查看', 'viewer')
    expect(items({}, marketer)).toMatchObject([{ kind: 'task', title: null, customerId }])
    expect(items({}, accountant)).toEqual([])
    expect(items({}, viewer)).toMatchObject([
      { kind: 'next-step', title: '步密文', movable: false },
    ])
  })
})
