import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RouteOutput } from '@shared/contract'
import { instantOf } from '@shared/core/days/day-arithmetic'
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

const addCustomer = (name = '云岫示例') => book.run('customers.create', customerForm({ name })).id
const list = (input: Parameters<typeof book.run<'tasks.list'>>[1] = {}) =>
  book.run('tasks.list', input).tasks
const get = (id: number) => book.run('tasks.get', { id })

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
    // Who goes leaves the task; undo brings both together again.
    book.run('contacts.delete', { customerId: other, id: contactId })
    expect(get(id)).toMatchObject({ contactId: null, contactName: null })
    book.run('history.undo', {})
    expect(get(id)).toMatchObject({ contactId, contactName: '司徒示例' })
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
      book.run('tasks.create', { title: `第 ${index}`, dueAt: day === null ? null : at(day) })
    const titles = list().map(({ title }) => title)
    expect(titles).toEqual(['第 2', '第 0', '第 3', '第 5', '第 1', '第 4'])

    const paged: string[] = []
    let after: { at: number | null; id: number } | null = null
    for (let more = true; more;) {
      const page: RouteOutput<'tasks.list'> = book.run('tasks.list', { limit: 1, after })
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
