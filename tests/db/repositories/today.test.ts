import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RouteInput, RouteOutput } from '@shared/contract'
import { countSql, listSql } from '@db/repositories/today-board'
import { viewerOf } from '@db/access'
import type { DataSession } from '../../../electron/ipc/context'
import { addCustomer, addStep, addTask, inMay as at } from '../../factories/due-items'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let sales: DataSession
let rival: DataSession
let viewer: DataSession
beforeEach(() => {
  book = createTestBook() // Wednesday 2024-05-15 10:30
  sales = book.signIn('示例销售', 'sales')
  rival = book.signIn('示例对手', 'sales')
  viewer = book.signIn('示例旁观', 'viewer')
})
afterEach(() => book.dispose())

const list = (
  group: RouteInput<'today.list'>['group'],
  session: DataSession = book.owner,
  input: Partial<RouteInput<'today.list'>> = {},
) => book.run('today.list', { group, ...input }, session)
const titles = (answer: RouteOutput<'today.list'>) => answer.items.map(({ title }) => title)
const stored = (table: 'follow_up' | 'task', id: number) =>
  book.book.raw.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown>

describe('the board', () => {
  test('groups steps and tasks by their day, earliest first', () => {
    addStep(book, at(10, 9), '早的')
    addStep(book, at(15, 15), '今天的')
    addStep(book, at(19, 23, 59), '周日的')
    addStep(book, at(20), '下周的')
    addTask(book, '昨天的任务', { dueAt: at(14), allDay: 1 })
    addTask(book, '今天的任务', { dueAt: at(15, 9) })
    addTask(book, '没有日期')
    addTask(book, '等着的', { status: 'waiting', dueAt: at(1) })
    addTask(book, '等着没日期', { status: 'waiting' })
    addTask(book, '做完的', { status: 'done', doneAt: at(15, 8), dueAt: at(15) })
    expect(titles(list('overdue'))).toEqual(['早的', '昨天的任务'])
    expect(titles(list('today'))).toEqual(['今天的任务', '今天的'])
    expect(titles(list('week'))).toEqual(['周日的'])
    expect(titles(list('waiting'))).toEqual(['等着的', '等着没日期'])
    expect(book.run('today.counts', {})).toMatchObject({
      ...{ overdue: 2, oldestAt: at(10, 9), today: 2, doneToday: 1, week: 1, waiting: 2 },
    })
    expect(book.run('today.listDone', {}).items.map(({ title }) => title)).toEqual(['做完的'])
  })

  test('tells of each its customer, the last contact, whose it is and what kind', () => {
    const { customerId } = addStep(book, at(15, 15), '带样品', sales)
    const [item] = list('today', sales).items
    expect(item).toMatchObject({
      ...{ kind: 'step', at: at(15, 15), allDay: false, title: '带样品', type: 'visit' },
      customer: { id: customerId, name: '带样品公司', tier: 'high' },
      lastContact: { at: at(14, 9), type: 'visit', text: '谈了价格' },
      ...{ person: { id: sales.userId, name: sales.name }, mayChange: true, doneAt: null },
    })
  })

  test('counts each day of the week, open and done', () => {
    addStep(book, at(13, 9), '周一')
    const { id } = addStep(book, at(16, 9), '周四')
    addStep(book, at(16, 10), '周四也')
    book.run('today.complete', { item: { kind: 'step', id } })
    const { days, doneToday } = book.run('today.counts', {})
    expect(days.map(({ open }) => open)).toEqual([1, 0, 0, 1, 0, 0, 0])
    expect(days.map(({ done }) => done)).toEqual([0, 0, 1, 0, 0, 0, 0])
    expect([days[0]?.date, days[6]?.date, doneToday]).toEqual(['2024-05-13', '2024-05-19', 1])
  })

  test('leaves out what is archived, in the bin or in the pool of others', () => {
    const archived = addStep(book, at(14), '归档')
    const deleted = addStep(book, at(14), '删掉', sales)
    addTask(book, '回收站里的', { dueAt: at(14), customerId: deleted.customerId })
    const pooled = addStep(book, at(14), '公海', sales)
    book.run('customers.archive', { ids: [archived.customerId] })
    book.run('customers.delete', { ids: [deleted.customerId] })
    book.run('customers.release', { ids: [pooled.customerId] }, sales)
    expect(titles(list('overdue'))).toEqual([])
    expect(titles(list('overdue', sales, { whose: 'all' }))).toEqual([])
    expect(book.run('today.counts', { whose: 'all' }).overdue).toBe(1)
    const [item] = list('overdue', book.owner, { whose: 'all' }).items
    expect([item?.title, item?.person]).toEqual(['公海', null])
  })

  test('pages by keyset, also where many are due at one moment, and misses none', () => {
    for (let number = 1; number <= 23; number++) addStep(book, at(14, 9), `步${number}`)
    for (let number = 1; number <= 12; number++) addTask(book, `事${number}`, { dueAt: at(14, 9) })
    const seen: string[] = []
    let after: RouteOutput<'today.list'>['next'] = null
    do {
      const page: RouteOutput<'today.list'> = list('overdue', book.owner, { after, limit: 5 })
      seen.push(...page.items.map(({ title }) => title ?? ''))
      after = page.next
    } while (after)
    expect(seen).toHaveLength(35)
    expect(new Set(seen).size).toBe(35)
  })
})

describe('rights', () => {
  test('a salesperson sees their own steps and tasks, and no colleague’s whatever they ask for', () => {
    addStep(book, at(14), '自己的', sales)
    addStep(book, at(14), '对手的', rival)
    addTask(book, '给对手', { dueAt: at(14), assigneeId: rival.userId, creatorId: rival.userId })
    addTask(book, '交给对手', { dueAt: at(14), assigneeId: rival.userId, creatorId: sales.userId })
    for (const whose of ['mine', 'all'] as const)
      expect(
        titles(list('overdue', sales, { whose })).filter((title) => title?.includes('对手的')),
      ).toEqual([])
    expect(titles(list('overdue', sales))).toEqual(['自己的'])
    expect(titles(list('overdue', sales, { whose: 'all' }))).toEqual(['自己的', '交给对手'])
    expect(titles(list('overdue', sales, { whose: rival.userId }))).toEqual(['交给对手'])
    expect(book.run('today.counts', { whose: rival.userId }, sales).overdue).toBe(1)
    expect(book.run('today.listPeople', {}, sales).people).toEqual([])
    // Control: who may see all sees them.
    expect(titles(list('overdue', book.owner, { whose: rival.userId }))).toEqual([
      '对手的',
      '给对手',
      '交给对手',
    ])
    expect(titles(list('overdue', book.owner, { whose: 'all' }))).toHaveLength(4)
  })

  test('the people to look at are those who can sign in, also for the first time, and not who left', () => {
    const { raw } = book.book
    const set = (status: string, { userId }: DataSession) =>
      raw.prepare('UPDATE user SET status = ? WHERE id = ?').run(status, userId)
    const shown = () => book.run('today.listPeople', {}).people.map(({ id }) => id)
    set('pending', sales)
    expect(shown()).toEqual(expect.arrayContaining([sales.userId, rival.userId]))
    set('disabled', rival)
    expect(shown()).not.toContain(rival.userId)
  })

  test('a task about a customer whom one may not read says nothing of them', () => {
    const customerId = addCustomer(book, '别人的客户', rival)
    addTask(book, '帮对手送样', { dueAt: at(14), assigneeId: sales.userId, customerId })
    const [item] = list('overdue', sales).items
    expect([item?.title, item?.customer, item?.lastContact]).toEqual(['帮对手送样', null, null])
  })

  test('whoever may only read changes nothing', () => {
    const { id } = addStep(book, at(14), '只看')
    const [item] = list('overdue', viewer, { whose: 'all' }).items
    expect(item).toMatchObject({ title: '只看', mayChange: false })
    const move = { items: [{ kind: 'step' as const, id }], to: { date: '2024-05-20' } }
    expect(() => book.run('today.move', move, viewer)).toThrow('core.forbidden')
    expect(() => book.run('today.move', move, sales)).toThrow('core.not-found')
    expect(() => book.run('today.complete', { item: { kind: 'step', id } }, sales)).toThrow(
      'core.not-found',
    )
    expect(book.run('today.moveOverdue', { whose: 'all' }, sales)).toEqual({ changed: 0 })
    expect(stored('follow_up', id).next_follow_at).toBe(at(14))
  })

  test('a colleague’s task can be neither moved nor done', () => {
    const id = addTask(book, '对手的事', {
      dueAt: at(14),
      assigneeId: rival.userId,
      creatorId: rival.userId,
    })
    const item = { kind: 'task' as const, id }
    expect(() => book.run('today.snooze', { item, to: { date: '2024-05-20' } }, sales)).toThrow(
      'core.not-found',
    )
    expect(() => book.run('today.complete', { item }, sales)).toThrow('core.not-found')
    expect(book.run('today.complete', { item }, rival)).toEqual({ changed: 1 })
  })
})

describe('the plans of the board', () => {
  const plan = (sql: string) =>
    book.book.raw
      .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({
        ...{
          me: 1,
          person: 1,
          from: 0,
          to: 1,
          at: 0,
          kind: '',
          id: 0,
          limit: 50,
          today: 1,
          now: 1,
        },
        ...Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`at${index}`, index])),
      })
      .map(({ detail }) => detail)
  const scans = (sql: string) => plan(sql).filter((detail) => /^SCAN (f|c|t)\b/.test(detail))

  test('walk through no table, for one person and for all', () => {
    const who = viewerOf(book.book.read, { session: book.owner, clock: book.clock })
    for (const whose of ['mine', 'all', 2] as const) {
      const { open, done, waiting } = countSql(who, whose)
      const lists = (['overdue', 'today', 'week', 'waiting'] as const).map((group) =>
        listSql(who, whose, group),
      )
      for (const sql of [...open, ...done, waiting, ...lists])
        if (sql) expect(scans(sql)).toEqual([])
      expect(plan(open[0] ?? '').join('\n')).toContain('USING INDEX follow_up_by_open_next_step')
    }
  })

  test('would show a walk (control)', () => {
    expect(scans('SELECT count(*) FROM follow_up f WHERE f.content = @kind')).not.toEqual([])
  })
})
