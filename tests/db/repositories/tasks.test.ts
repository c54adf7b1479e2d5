import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDays, instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import { toIsoDate } from '@shared/core/dates'
import type { Recurrence } from '@shared/features/tasks/recurrence.schema'
import { customerForm } from '../../factories/customers'
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

const addCustomer = (name = '云岫示例') => book.run('customers.create', customerForm({ name })).id
const list = (input: Parameters<typeof book.run<'tasks.list'>>[1] = {}) =>
  book.run('tasks.list', input).tasks
const get = (id: number) => book.run('tasks.get', { id })
const countRows = () => book.book.raw.prepare('SELECT count(*) FROM task').pluck().get()

describe('writing tasks down', () => {
  test('a task without more is the writer’s own, open and without a day', () => {
    const { id, code } = book.run('tasks.create', { title: '  寄样品 ' })
    expect(code).toBe('K202405150001')
    expect(get(id)).toMatchObject({
      ...{ title: '寄样品', status: 'open', progress: 0, dueAt: null, recurrence: null },
      ...{ assigneeName: '示例店主', creatorName: '示例店主', customerId: null, inSeries: false },
    })
  })

  test('a whole day begins at midnight and takes no minutes; a checklist says how far it is', () => {
    const { id } = book.run('tasks.create', {
      ...{ title: '备货', dueAt: at(today, 15), allDay: true, durationMinutes: 30, progress: 90 },
      checklist: [
        { text: '点数', done: true },
        { text: '装箱', done: false },
      ],
    })
    expect(get(id)).toMatchObject({
      ...{ dueAt: at(today, 0), allDay: true, durationMinutes: null, progress: 50 },
    })
    book.run('tasks.setChecklistItem', { id, index: 1, done: true })
    expect(get(id)).toMatchObject({ progress: 100, status: 'open' })
    expect(() => book.run('tasks.setProgress', { id, progress: 10 })).toThrow(
      'tasks.progress-by-checklist',
    )
    expect(() => book.run('tasks.setChecklistItem', { id, index: 2, done: true })).toThrow(
      'core.not-found',
    )
  })

  test('only people at work whose role does tasks are given one', () => {
    const viewer = book.signIn('示例只读', 'viewer')
    const sales = book.signIn('示例销售', 'sales')
    expect(() => book.run('tasks.create', { title: '甲', assigneeId: viewer.userId })).toThrow(
      'tasks.assignee-gone',
    )
    const { id } = book.run('tasks.create', { title: '甲', assigneeId: sales.userId })
    expect(get(id).assigneeName).toBe('示例销售')
    book.book.raw.prepare(`UPDATE user SET status = 'disabled' WHERE id = ?`).run(sales.userId)
    expect(book.run('tasks.listPeople', {}).people.map(({ name }) => name)).toEqual(['示例店主'])
    const { updatedAt } = get(id)
    // One who left keeps what they had until somebody gives it away.
    book.run('tasks.update', { id, updatedAt, fields: { title: '乙', assigneeId: sales.userId } })
    expect(() => book.run('tasks.create', { title: '丙', assigneeId: sales.userId })).toThrow(
      'tasks.assignee-gone',
    )
  })

  test('the person it is about belongs to its customer', () => {
    const [one, other] = [addCustomer(), addCustomer('另一示例')]
    const { id: contactId } = book.run('contacts.create', {
      customerId: other,
      fields: { name: '司徒示例' },
    })
    expect(() => book.run('tasks.create', { title: '甲', customerId: one, contactId })).toThrow(
      'tasks.contact-elsewhere',
    )
    const { id } = book.run('tasks.create', { title: '甲', customerId: other, contactId })
    expect(get(id)).toMatchObject({ customerName: '另一示例', contactName: '司徒示例' })
  })

  test('nothing is written for a customer in the recycle bin, and its tasks are in no list', () => {
    const customerId = addCustomer()
    const { id } = book.run('tasks.create', { title: '甲', customerId })
    book.run('customers.delete', { ids: [customerId] })
    expect(list()).toEqual([])
    expect(book.run('tasks.count', {}).open).toBe(0)
    expect(get(id).mayWrite).toBe(false)
    for (const run of [
      () => book.run('tasks.create', { title: '乙', customerId }),
      () => book.run('tasks.complete', { id }),
      () => book.run('tasks.delete', { id }),
    ])
      expect(run).toThrow('customers.in-bin')
  })

  test('whoever was slower does not overwrite', () => {
    const { id } = book.run('tasks.create', { title: '甲' })
    const { updatedAt } = get(id)
    book.passTime(1000)
    book.run('tasks.update', { id, updatedAt, fields: { title: '乙' } })
    expect(() => book.run('tasks.update', { id, updatedAt, fields: { title: '丙' } })).toThrow(
      'tasks.changed-meanwhile',
    )
    expect(get(id).title).toBe('乙')
  })
})

describe('the list', () => {
  test('stands by day and the ones without a day last, page by page', () => {
    const days = ['2024-05-20', null, '2024-05-14', '2024-05-20', null, '2024-06-01']
    for (const [index, day] of days.entries())
      book.run('tasks.create', { title: `第 ${index}`, dueAt: day && at(day) })
    const titles = list().map(({ title }) => title)
    expect(titles).toEqual(['第 2', '第 0', '第 3', '第 5', '第 1', '第 4'])

    const paged: string[] = []
    let after: { at: number | null; id: number } | null = null
    for (let more = true; more;) {
      const page = book.run('tasks.list', { limit: 1, after })
      paged.push(...page.tasks.map(({ title }) => title))
      more = page.hasMore
      const last = page.tasks.at(-1)
      after = last ? { at: last.dueAt, id: last.id } : null
    }
    expect(paged).toEqual(titles)
  })

  test('is narrowed by person, customer, days, words and state', () => {
    const customerId = addCustomer()
    const sales = book.signIn('示例销售', 'sales')
    const make = (fields: Parameters<typeof book.run<'tasks.create'>>[1]) =>
      book.run('tasks.create', fields).id
    const a = make({ title: '寄 Sample', dueAt: at('2024-05-16') })
    const b = make({ title: '乙', customerId, status: 'waiting', notes: '等 SAMPLE 回音' })
    const c = make({ title: '丙', assigneeId: sales.userId, dueAt: at('2024-05-18') })
    const d = make({ title: '丁' })
    book.run('tasks.complete', { id: d })
    const ids = (input: Parameters<typeof list>[0]) => list(input).map(({ id }) => id)
    expect(ids({ text: 'sample' })).toEqual([a, b])
    expect(ids({ text: '%' })).toEqual([])
    expect(ids({ customerId })).toEqual([b])
    expect(ids({ assigneeId: sales.userId })).toEqual([c])
    expect(ids({ state: 'waiting' })).toEqual([b])
    expect(ids({ state: 'closed' })).toEqual([d])
    expect(ids({ dueFrom: at('2024-05-17', 0), dueTo: at('2024-05-19', 0) })).toEqual([c])
    expect(book.run('tasks.count', {})).toEqual({ open: 3, overdue: 0 })
  })

  test('counts as overdue what has passed, a whole day only when it is over', () => {
    book.run('tasks.create', { title: '早上', dueAt: at(today, 9) })
    book.run('tasks.create', { title: '今天', dueAt: at(today), allDay: true })
    book.run('tasks.create', { title: '昨天', dueAt: at('2024-05-14'), allDay: true })
    expect(book.run('tasks.count', {})).toEqual({ open: 3, overdue: 2 })
  })

  test('walks through open tasks only, however many are done', () => {
    const plan = book.book.raw
      .prepare(
        `EXPLAIN QUERY PLAN SELECT * FROM task t INDEXED BY task_by_open WHERE t.done_at IS NULL ORDER BY t.due_at`,
      )
      .all()
    expect(JSON.stringify(plan)).toContain('task_by_open')
  })
})

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
