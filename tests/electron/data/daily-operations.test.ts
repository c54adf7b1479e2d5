import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { BookSession } from '../../../electron/data/book-session'
import { dailyOperations } from '../../../electron/data/daily-operations'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

const dayMs = 86_400_000
let book: TestBook
let routes: string[]
beforeEach(() => {
  book = createTestBook()
  routes = []
  vi.useFakeTimers({ now: book.clock(), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  book.dispose()
})

/** The part of a session that the work of a day uses, on the book of this test. */
const session = {
  current: () => ({ book: book.book }),
  command: (route: string, undoable: boolean, work: Parameters<TestBook['command']>[1]) => {
    routes.push(route)
    return { commandId: 0, result: book.command({ route, undoable }, work) }
  },
} as unknown as BookSession
const passDays = (days: number) => {
  book.passTime(days * dayMs)
  vi.setSystemTime(book.clock())
}
const runDay = async () =>
  dailyOperations(session)['daily.run'](null, {
    ...{ ports: [], signal: new AbortController().signal, report: () => undefined },
  })
const journal = () => book.book.raw.prepare('SELECT count(*) FROM command').pluck().get()
const silentFor = (days: number) => ({
  ...{ match: 'all' as const, groups: [] },
  conditions: [{ field: 'silence' as const, op: 'at-least' as const, days }],
})

test('a day on which nothing is due leaves no trace', async () => {
  book.run('customers.create', customerForm({ name: '甲示例' }))
  passDays(1)
  const before = journal()
  expect(await runDay()).toEqual({ changed: false })
  expect(routes).toEqual([])
  expect(journal()).toBe(before)
})

test('tags that follow from time alone and rules of silence are done once, each under its own command (R040, R073)', async () => {
  const { id } = book.run('customers.create', customerForm({ name: '甲示例' }))
  const tag = book.run('tags.create', {
    type: 'risk',
    name: '久未联系',
    color: null,
    subgroup: null,
  })
  book.run('tags.setRule', { id: tag.id, rule: silentFor(20) })
  book.run('automation.create', {
    ...{ name: '问一声', trigger: { on: 'silence', days: 30 } },
    conditions: { match: 'all', conditions: [] },
    actions: [{ do: 'task', title: '打个电话', inDays: 1, assignee: 'owner' }],
  })
  const wornBy = () => book.run('customers.get', { id }).tags.map(({ name }) => name)
  const titles = () => book.run('tasks.list', { customerId: id }).tasks.map(({ title }) => title)

  passDays(25)
  expect(await runDay()).toEqual({ changed: true })
  expect(routes).toEqual(['tags.recompute'])
  expect(wornBy()).toEqual(['久未联系'])
  expect(titles()).toEqual([])

  passDays(10)
  expect(await runDay()).toEqual({ changed: true })
  expect(routes).toEqual(['tags.recompute', 'automation.runDue'])
  expect(titles()).toEqual(['打个电话'])

  passDays(1)
  expect(await runDay()).toEqual({ changed: false })
  expect(titles()).toEqual(['打个电话'])
  const [run] = book.run('automation.listRuns', {}).runs
  book.run('history.undo', { commandId: run?.commandId })
  expect(titles()).toEqual([])
  expect(wornBy()).toEqual(['久未联系'])
})
