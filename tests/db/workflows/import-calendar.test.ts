import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCalendar, beginCalendar } from '@db/repositories/task-calendar'
import { compareCalendar, importCalendar } from '@db/workflows/import-calendar'
import { instantOf } from '@shared/core/days/day-arithmetic'
import { calendarEnd, calendarHead, writeEntry } from '@shared/features/tasks/calendar-writer.rules'
import type { TaskItem } from '@shared/features/tasks/tasks.schema'
import { parseCalendar } from '../../../electron/jobs/calendar/read-calendar'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const at = (date: string, hours = 9) => instantOf(date, hours * 60)
const asking = (from: TestBook, session: DataSession = from.owner) => ({
  ...{ read: from.book.read, session, clock: from.clock, fields: null },
})

/** The file that a book writes. */
function exported(from: TestBook, session?: DataSession, whose: 'mine' | 'all' = 'all'): string {
  const context = asking(from, session)
  const slice = { ...beginCalendar(context, { whose }), step: '跟进' }
  const entries = readCalendar(context, slice).map((entry) => writeEntry(entry, from.clock()))
  return calendarHead + entries.join('') + calendarEnd
}

async function imported(into: TestBook, text: string, withPast = false) {
  const { entries } = await parseCalendar(text, { now: into.clock() })
  const told = compareCalendar(asking(into), entries)
  const outcome = into.command({ route: 'tasks.importCalendar', undoable: true }, (context) =>
    importCalendar(context, { entries, withPast }),
  )
  return { told, outcome }
}

const tasksOf = (from: TestBook) => from.run('tasks.list', { limit: 200 }).tasks
const said = (from: TestBook) =>
  tasksOf(from).map((task) => {
    const { title, notes, status, priority, progress, dueAt, allDay, durationMinutes } = task
    const { remindAt, recurrence, seriesStart, checklist, inSeries }: TaskItem = task
    return {
      ...{ title, notes, status, priority, progress, dueAt, allDay, durationMinutes },
      ...{ remindAt, recurrence, seriesStart, checklist, inSeries },
    }
  })

/** A book with a task of every kind, and a customer with a next step. */
function fill(): number {
  const { id: customerId } = book.run('customers.create', customerForm({ name: '云岫示例' }))
  book.run('follow-ups.create', {
    ...{ customerId, type: 'phone', content: '虚构', occurredAt: book.clock() },
    ...{ nextFollowAt: at('2024-05-20'), nextNote: '送样' },
  })
  book.run('tasks.create', {
    title: '没有日期；要转义, \\ 和\n换行',
    notes: 'a\nb',
    priority: 'low',
  })
  book.run('tasks.create', {
    ...{ title: '寄样品', customerId, dueAt: at('2024-05-16', 15), durationMinutes: 45 },
    ...{ remindAt: at('2024-05-15', 18), status: 'waiting', priority: 'high' },
    checklist: [
      { text: '装箱', done: true },
      { text: '贴单', done: false },
    ],
  })
  const weekly = book.run('tasks.create', {
    ...{ title: '周报', dueAt: at('2024-05-15'), remindAt: at('2024-05-15', 8) },
    recurrence: {
      ...{ freq: 'weekly', interval: 2, byWeekday: [3, 5], skipDaysOff: true },
      end: { kind: 'count', count: 9 },
    },
  })
  book.run('tasks.complete', { id: weekly.id })
  book.run('tasks.create', {
    ...{ title: '月末盘点', dueAt: at('2024-05-31'), allDay: true },
    recurrence: { freq: 'monthly', interval: 1, byMonthDay: -1, end: { kind: 'never' } },
  })
  return customerId
}

describe('a calendar file', () => {
  test('into an empty book gives the same tasks, and a second time changes nothing', async () => {
    fill()
    const other = createTestBook()
    // Identities of two books never meet, but for the counted ones of test books.
    const text = exported(book).replaceAll('-7000-8000-', '-7000-9000-')
    const first = await imported(other, text)
    expect(first.outcome).toEqual({ created: 5, updated: 0, unchanged: 0, left: 0, past: 0 })
    expect(first.told).toEqual(first.outcome)
    const steps = { title: '送样', dueAt: at('2024-05-20') }
    expect(said(other).find(({ title }) => title === '送样')).toMatchObject(steps)
    expect(said(other).filter(({ title }) => title !== '送样')).toEqual(said(book))
    const again = await imported(other, text)
    expect(again.outcome).toEqual({ created: 0, updated: 0, unchanged: 5, left: 0, past: 0 })
    other.dispose()
  })

  test('into the book that wrote it changes nothing, and leaves next steps to their follow-ups', async () => {
    fill()
    const before = said(book)
    const { outcome } = await imported(book, exported(book))
    expect(outcome).toEqual({ created: 0, updated: 0, unchanged: 4, left: 1, past: 0 })
    expect(said(book)).toEqual(before)
  })

  test('finds the customer again by its identity, and only where the person may read it', async () => {
    const customerId = fill()
    const text = exported(book)
    const task = tasksOf(book).find(({ title }) => title === '寄样品')
    book.run('tasks.delete', { id: task?.id ?? 0 })
    await imported(book, text)
    expect(tasksOf(book).find(({ title }) => title === '寄样品')).toMatchObject({
      ...{ customerId, source: 'calendar-file' },
    })
  })

  test('brings up to date what a phone changed, is one command, and can be undone', async () => {
    fill()
    const before = said(book)
    const text = exported(book)
      .replace('SUMMARY:月末盘点', 'SUMMARY:月末大盘点')
      .replace(/UID:next-[^\r]*/, 'UID:elsewhere')
    const { outcome } = await imported(book, text)
    expect(outcome).toEqual({ created: 1, updated: 1, unchanged: 3, left: 0, past: 0 })
    expect(said(book).map(({ title }) => title)).toContain('月末大盘点')
    book.run('history.undo', {})
    expect(said(book)).toEqual(before)
  })

  test('leaves the past of other programs out, or takes it as done', async () => {
    const lines = ['BEGIN:VEVENT', 'UID:x', 'SUMMARY:旧会', 'DTSTART:20240401T090000', 'END:VEVENT']
    const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')
    expect((await imported(book, text)).outcome).toMatchObject({ created: 0, past: 1 })
    expect(book.run('tasks.list', { state: 'closed' }).tasks).toEqual([])
    await imported(book, text, true)
    expect(book.run('tasks.list', { state: 'closed' }).tasks).toMatchObject([
      { title: '旧会', status: 'done', doneAt: at('2024-04-01') },
    ])
  })

  test('of one who may not export customers holds nothing about them', () => {
    const customerId = fill()
    const service = book.signIn('示例客服', 'service')
    book.run('tasks.create', { title: '给客服', customerId, assigneeId: service.userId })
    book.run('tasks.create', { title: '自己的事' }, service)
    const text = exported(book, service)
    expect(text).toContain('自己的事')
    for (const word of ['给客服', '云岫示例', '送样', '寄样品']) expect(text).not.toContain(word)
  })

  test('cannot change a task of somebody else', async () => {
    fill()
    const text = exported(book).replaceAll('SUMMARY:', 'SUMMARY:改 ')
    const sales = book.signIn('示例销售', 'sales')
    const { entries } = await parseCalendar(text, { now: book.clock() })
    const outcome = book.command(
      { route: 'tasks.importCalendar', undoable: true, session: sales },
      (context) => importCalendar(context, { entries, withPast: true }),
    )
    expect(outcome).toMatchObject({ created: 0, updated: 0, left: 5 })
  })

  test('of ten thousand entries comes in with one command', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => [
      ...['BEGIN:VEVENT', `UID:many-${index}`, `SUMMARY:第 ${index}`],
      ...['DTSTART;VALUE=DATE:20260605', 'END:VEVENT'],
    ]).flat()
    const text = ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')
    const { outcome } = await imported(book, text)
    expect(outcome.created).toBe(10_000)
    book.run('history.undo', {})
    expect(book.run('tasks.count', {}).open).toBe(0)
  })
})
