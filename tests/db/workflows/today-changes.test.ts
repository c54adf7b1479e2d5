import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DataSession } from '../../../electron/ipc/context'
import { addStep, addTask, inMay as at } from '../../factories/due-items'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let sales: DataSession
let rival: DataSession
beforeEach(() => {
  book = createTestBook() // Wednesday 2024-05-15 10:30
  sales = book.signIn('示例销售', 'sales')
  rival = book.signIn('示例对手', 'sales')
})
afterEach(() => book.dispose())

const titles = (group: 'overdue' | 'week', session: DataSession = book.owner) =>
  book.run('today.list', { group }, session).items.map(({ title }) => title)
const stored = (table: 'follow_up' | 'task', id: number) =>
  book.book.raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown>

describe('a move', () => {
  test('takes steps and tasks to another day at their time, and one undo takes them back', () => {
    const { id, customerId } = addStep(book, at(10, 15), '步')
    const taskId = addTask(book, '事', {
      dueAt: at(10, 16),
      remindAt: at(9, 9),
      durationMinutes: 30,
    })
    const items = [
      { kind: 'step' as const, id },
      { kind: 'task' as const, id: taskId },
    ]
    expect(book.run('today.move', { items, to: { date: '2024-05-17' } })).toEqual({ changed: 2 })
    expect(stored('follow_up', id)).toMatchObject({ next_follow_at: at(17, 15), next_all_day: 0 })
    expect(stored('task', taskId)).toMatchObject({
      due_at: at(17, 16),
      remind_at: at(16, 9),
      duration_minutes: 30,
    })
    expect(book.run('customers.get', { id: customerId }).nextFollowAt).toBe(at(17, 15))
    book.run('history.undo', {})
    expect(stored('follow_up', id).next_follow_at).toBe(at(10, 15))
    expect(stored('task', taskId)).toMatchObject({ due_at: at(10, 16), remind_at: at(9, 9) })
    expect(book.run('customers.get', { id: customerId }).nextFollowAt).toBe(at(10, 15))
  })

  test('of all that is overdue leaves the rest, and drops times that are over', () => {
    const early = addStep(book, at(10, 9), '早上').id
    const late = addStep(book, at(10, 15), '下午').id
    const other = addStep(book, at(16, 9), '周四').id
    const foreign = addStep(book, at(10, 9), '别人的', rival).id
    expect(book.run('today.moveOverdue', {})).toEqual({ changed: 2 })
    expect(stored('follow_up', early)).toMatchObject({ next_follow_at: at(15), next_all_day: 1 })
    expect(stored('follow_up', late)).toMatchObject({ next_follow_at: at(15, 15), next_all_day: 0 })
    expect(stored('follow_up', other).next_follow_at).toBe(at(16, 9))
    expect(stored('follow_up', foreign).next_follow_at).toBe(at(10, 9))
    expect(titles('overdue')).toEqual([])
  })

  test('is all or nothing, and refuses what is in the bin', () => {
    const { id } = addStep(book, at(10, 9), '留着')
    const gone = addStep(book, at(10, 9), '删掉')
    book.run('customers.delete', { ids: [gone.customerId] })
    const items = [
      { kind: 'step' as const, id },
      { kind: 'step' as const, id: gone.id },
    ]
    expect(() => book.run('today.move', { items, to: { date: '2024-05-17' } })).toThrow(
      'customers.in-bin',
    )
    expect(stored('follow_up', id).next_follow_at).toBe(at(10, 9))
  })
})

describe('done', () => {
  test('plans what comes next at the same customer, and one undo takes back both', () => {
    const { id, customerId } = addStep(book, at(15, 15), '送样品')
    const next = { date: '2024-05-22', minutes: 540, note: '问结果', type: 'phone' as const }
    expect(book.run('today.complete', { item: { kind: 'step', id }, next })).toEqual({ changed: 1 })
    expect(stored('follow_up', id).next_done_at).toBe(book.clock())
    expect(book.run('customers.get', { id: customerId }).nextStep).toMatchObject({
      ...{ at: at(22, 9), note: '问结果' },
    })
    // A plan is no word with the customer.
    expect(book.run('customers.get', { id: customerId }).lastInteractionAt).toBe(at(14, 9))
    expect(book.run('today.complete', { item: { kind: 'step', id }, next })).toEqual({ changed: 0 })
    book.run('history.undo', {})
    expect(stored('follow_up', id).next_done_at).toBeNull()
    expect(book.run('customers.get', { id: customerId }).nextStep?.followUpId).toBe(id)
  })

  test('of a task plans another task of the same person', () => {
    const id = addTask(book, '写方案', { dueAt: at(15), allDay: 1, assigneeId: sales.userId })
    const next = { date: '2024-05-17', note: '寄方案' }
    book.run('today.complete', { item: { kind: 'task', id }, next }, sales)
    expect(stored('task', id)).toMatchObject({
      status: 'done',
      progress: 100,
      done_at: book.clock(),
    })
    expect(titles('week', sales)).toEqual(['寄方案'])
    expect(book.run('today.list', { group: 'week' }, sales).items[0]).toMatchObject({
      allDay: true,
      at: at(17),
      kind: 'task',
    })
  })

  test('of a task that repeats goes on with its series', () => {
    const recurrence = { freq: 'weekly' as const, interval: 1, end: { kind: 'never' as const } }
    const { id } = book.run('tasks.create', { title: '周报', dueAt: at(15, 17), recurrence })
    book.run('today.complete', { item: { kind: 'task', id } })
    const open = book.run('tasks.list', {}).tasks
    expect(open.map(({ title, dueAt }) => [title, dueAt])).toEqual([['周报', at(22, 17)]])
  })
})
