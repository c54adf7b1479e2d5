import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { toIsoDate } from '@shared/core/dates'
import { addDays, instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import type { Recurrence } from '@shared/features/tasks/recurrence.schema'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

/** The book's day is Wednesday 15 May 2024. */
const today = '2024-05-15'
const at = (date: string, hours = 9) => instantOf(date, hours * 60)
const weekly: Recurrence = { freq: 'weekly', interval: 1, end: { kind: 'never' } }

const list = (input: Parameters<typeof book.run<'tasks.list'>>[1] = {}) =>
  book.run('tasks.list', input).tasks
const get = (id: number) => book.run('tasks.get', { id })
const countRows = () => book.book.raw.prepare('SELECT count(*) FROM task').pluck().get()

describe('a series', () => {
  const make = (fields: Partial<Parameters<typeof book.run<'tasks.create'>>[1]> = {}) =>
    book.run('tasks.create', { title: '周报', dueAt: at(today), recurrence: weekly, ...fields }).id

  test('goes on with a new row when one is done, and one undo takes back both', () => {
    const checklist = [{ text: '收数', done: true }]
    const id = make({ remindAt: at(today, 8), checklist, notes: '发给店主' })
    const { nextId, nextDueAt } = book.run('tasks.complete', { id })
    expect(nextDueAt).toBe(at('2024-05-22'))
    expect(get(id)).toMatchObject({ status: 'done', doneAt: book.clock(), recurrence: null })
    expect(get(nextId ?? 0)).toMatchObject({
      ...{ status: 'open', dueAt: at('2024-05-22'), remindAt: at('2024-05-22', 8) },
      ...{ progress: 0, recurrence: weekly, seriesStart: today, inSeries: true },
      ...{ checklist: [{ text: '收数', done: false }], notes: '发给店主' },
    })
    expect(get(id).checklist).toEqual(checklist)
    book.run('history.undo', {})
    expect(countRows()).toBe(1)
    expect(get(id)).toMatchObject({ status: 'open', recurrence: weekly })
    book.run('history.redo', {})
    expect(countRows()).toBe(2)
  })

  test('does not go on twice when one is reopened and done again', () => {
    const id = make()
    book.run('tasks.complete', { id })
    book.run('tasks.complete', { id })
    book.run('tasks.reopen', { id })
    expect(get(id)).toMatchObject({ status: 'open', doneAt: null, progress: 0 })
    expect(book.run('tasks.complete', { id }).nextId).toBeNull()
    expect(countRows()).toBe(2)
  })

  test('catches up: done late, the next one lies after today', () => {
    const id = make({ dueAt: at('2024-04-01'), recurrence: { ...weekly, freq: 'daily' } })
    expect(book.run('tasks.complete', { id }).nextDueAt).toBe(at('2024-05-16'))
  })

  test('ends with its count, and with a day that has passed already', () => {
    const twice: Recurrence = { ...weekly, end: { kind: 'count', count: 2 } }
    const first = make({ recurrence: twice })
    const { nextId } = book.run('tasks.complete', { id: first })
    book.passTime(7 * 86_400_000)
    expect(book.run('tasks.complete', { id: nextId ?? 0 }).nextId).toBeNull()
    const past = make({ recurrence: { ...weekly, end: { kind: 'until', date: '2020-01-01' } } })
    expect(book.run('tasks.complete', { id: past }).nextId).toBeNull()
  })

  test('of the last day of each month falls on the last day, and of the 31st only where there is one', () => {
    const monthly = { freq: 'monthly', interval: 1, end: { kind: 'never' } } as const
    const last = make({ dueAt: at('2024-05-31'), recurrence: { ...monthly, byMonthDay: -1 } })
    expect(book.run('tasks.complete', { id: last }).nextDueAt).toBe(at('2024-06-30'))
    const day31 = make({ dueAt: at('2024-05-31'), recurrence: monthly })
    expect(book.run('tasks.complete', { id: day31 }).nextDueAt).toBe(at('2024-07-31'))
  })

  test('leaves days off out by the list of holidays and what the book says of them', () => {
    const daily: Recurrence = { ...weekly, freq: 'daily', skipDaysOff: true }
    const id = make({ dueAt: at('2024-05-17'), recurrence: daily })
    const next = book.run('tasks.complete', { id })
    expect(next.nextDueAt).toBe(at('2024-05-20'))
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.exec(`INSERT INTO holiday (date, name, kind) VALUES ('2024-05-21', '店庆', 'off')`),
    )
    const after = book.run('tasks.complete', { id: next.nextId ?? 0 })
    expect(after.nextDueAt).toBe(at('2024-05-22'))
    expect(get(after.nextId ?? 0).recurrence).toEqual(daily)
  })

  test('keeps the time on the wall across years of weeks', () => {
    let id = make({ dueAt: at(today, 8), remindAt: at(today, 7) })
    for (let step = 0; step < 60; step += 1) {
      const next = book.run('tasks.complete', { id })
      id = next.nextId ?? 0
      const task = get(id)
      expect(minutesOf(task.dueAt ?? 0)).toBe(8 * 60)
      expect(minutesOf(task.remindAt ?? 0)).toBe(7 * 60)
      expect(toIsoDate(task.dueAt ?? 0)).toBe(addDays(today, 7 * (step + 1)))
    }
  })

  test('edited for one alone stays for the others, in one command', () => {
    const id = make()
    const { updatedAt } = get(id)
    const fields = { title: '只这次', dueAt: at('2024-05-17'), recurrence: weekly }
    book.run('tasks.update', { id, updatedAt, fields, reach: 'this' })
    const [one, next] = list()
    expect(one).toMatchObject({ id, title: '只这次', recurrence: null, inSeries: true })
    expect(next).toMatchObject({ title: '周报', dueAt: at('2024-05-22'), recurrence: weekly })
    book.run('history.undo', {})
    expect(list()).toMatchObject([{ id, title: '周报', recurrence: weekly }])
  })

  test('edited from here on counts anew from its day', () => {
    const three: Recurrence = { ...weekly, end: { kind: 'count', count: 3 } }
    const id = book.run('tasks.complete', { id: make({ recurrence: three }) }).nextId ?? 0
    const { updatedAt } = get(id)
    const fields = { title: '周报', dueAt: at('2024-05-24'), recurrence: three }
    book.run('tasks.update', { id, updatedAt, fields, reach: 'onward' })
    expect(get(id)).toMatchObject({ seriesStart: '2024-05-24' })
    // The words alone changed: it counts on.
    const again = { id, updatedAt: get(id).updatedAt, fields: { ...fields, title: '新周报' } }
    book.run('tasks.update', { ...again, reach: 'onward' })
    expect(get(id)).toMatchObject({ seriesStart: '2024-05-24', title: '新周报' })
  })

  test('put off stays one; brought forward leaves its day to the next', () => {
    const id = make({ remindAt: at(today, 8) })
    book.run('tasks.reschedule', { id, dueAt: at('2024-05-17', 14), allDay: false })
    expect(get(id)).toMatchObject({ dueAt: at('2024-05-17', 14), recurrence: weekly })
    expect(get(id).remindAt).toBe(at('2024-05-17', 13))
    expect(countRows()).toBe(1)
    book.run('tasks.reschedule', { id, dueAt: at('2024-05-16'), allDay: true })
    expect(list()).toMatchObject([
      { id, recurrence: null, allDay: true },
      { dueAt: at('2024-05-22', 14), recurrence: weekly },
    ])
  })

  test('loses one by deletion, or ends with it', () => {
    const id = make()
    book.run('tasks.delete', { id, reach: 'this' })
    const [next] = list()
    expect(next).toMatchObject({ dueAt: at('2024-05-22'), recurrence: weekly })
    book.run('tasks.delete', { id: next?.id ?? 0, reach: 'onward' })
    expect(countRows()).toBe(0)
    book.run('history.undo', {})
    expect(countRows()).toBe(1)
  })

  test('goes on after one that was called off', () => {
    const { nextDueAt } = book.run('tasks.cancel', { id: make() })
    expect(nextDueAt).toBe(at('2024-05-22'))
    expect(list({ state: 'closed' })).toMatchObject([{ status: 'cancelled', progress: 0 }])
  })
})
