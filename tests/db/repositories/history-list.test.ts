import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { historyQuery } from '@db/repositories/history-list'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (name: string, session = book.owner) =>
  book.run('customers.create', customerForm({ name }), session).id
const list = (input: object = {}, session = book.owner) => book.run('history.list', input, session)
const routes = (input: object = {}, session = book.owner) =>
  list(input, session).lines.map(({ route }) => route)

describe('the history', () => {
  test('lists what can be taken back or was, newest first, with whom it was about and whether it is in effect', () => {
    const ids = ['甲示例', '乙示例', '丙示例', '丁示例'].map((name) => create(name))
    book.passTime(1000)
    book.run('customers.setTier', { ids, tier: 'high' })
    book.run('customers.reveal', { id: ids[0] ?? 0, fields: ['phone'] })
    book.run('history.undo', {})
    const [tier, created] = list().lines
    expect(tier).toMatchObject({
      ...{ route: 'customers.setTier', at: book.clock(), userName: '示例店主', mine: true },
      ...{ changes: 4, customerCount: 4, undone: true },
      customers: [{ name: '甲示例' }, { name: '乙示例' }, { name: '丙示例' }],
    })
    expect(created).toMatchObject({
      ...{ route: 'customers.create', undone: false, customerCount: 1 },
      customers: [{ id: ids[3], name: '丁示例' }],
    })
  })

  test('goes by pages', () => {
    for (const name of ['甲示例', '乙示例', '丙示例']) create(name)
    const first = list({ limit: 2 })
    expect([first.lines.length, first.hasMore]).toEqual([2, true])
    const rest = list({ limit: 2, before: first.lines.at(-1)?.commandId ?? null })
    expect([rest.lines.length, rest.hasMore]).toEqual([1, false])
  })

  test('shows everybody’s to owner and manager, and to others their own, whatever they ask for', () => {
    const seller = book.signIn('示例销售', 'sales')
    create('甲示例')
    create('乙示例', seller)
    expect(list({ mine: true }).lines).toHaveLength(1)
    expect(list({ mine: false }).lines.map(({ userName }) => userName)).toEqual([
      '示例销售',
      '示例店主',
    ])
    expect(list({ mine: false }, book.signIn('示例主管', 'manager')).lines).toHaveLength(2)
    expect(list({ mine: false }, seller).lines.map(({ mine }) => mine)).toEqual([true])
  })

  test('names customers only whom the reader may open, gone ones included', () => {
    const seller = book.signIn('示例销售', 'sales')
    const id = create('甲示例', seller)
    const gone = create('乙示例', seller)
    book.run('history.undo', {}, seller)
    const namesFor = () =>
      list({}, seller).lines.flatMap(({ customers }) => customers.map(({ name }) => name))
    expect(namesFor()).toEqual(['乙示例', '甲示例'])
    book.run('customers.transfer', { ids: [id], ownerId: book.owner.userId })
    expect(namesFor()).toEqual(['乙示例'])
    expect(list({}, seller).lines[1]).toMatchObject({ customers: [], customerCount: 1 })
    expect(gone).toBeGreaterThan(id)
  })

  test('says so when a command is brought back by its number', () => {
    create('甲示例')
    const [line] = list().lines
    const commandId = line?.commandId ?? 0
    book.run('history.undo', { commandId })
    expect(list().lines[0]?.undone).toBe(true)
    book.run('history.redo', { commandId })
    expect([routes(), list().lines[0]?.undone]).toEqual([['customers.create'], false])
  })

  test('walks an index, one’s own and everybody’s', () => {
    const planOf = (onlyMine: boolean) =>
      book.book.raw
        .prepare<object, { detail: string }>(`EXPLAIN QUERY PLAN ${historyQuery(onlyMine)}`)
        .all({ ...(onlyMine ? { me: 1 } : {}), before: 1000, limit: 10 })
        .map(({ detail }) => detail)
        .join()
    expect(planOf(true)).toContain('command_by_user (user_id=? AND kind=? AND id<?)')
    expect(planOf(false)).toContain('INTEGER PRIMARY KEY (rowid<?)')
    for (const onlyMine of [true, false]) expect(planOf(onlyMine)).not.toContain('TEMP B-TREE')
  })
})

describe('what keeps a command from being taken back', () => {
  const commandOf = (session = book.owner) =>
    book.run('history.getState', {}, session).undo?.commandId ?? 0
  const explain = (commandId: number, session = book.owner) =>
    book.run('history.explain', { commandId }, session)

  function edit(id: number, values: object, session = book.owner): void {
    const { updatedAt } = book.run('customers.get', { id }, session)
    const fields = customerFieldsOf({ name: '甲示例', ...values })
    book.run('customers.update', { id, updatedAt, fields }, session)
  }

  test('is told by customer, field, person and moment, without any value', () => {
    const manager = book.signIn('示例主管', 'manager')
    const id = create('甲示例')
    edit(id, { phone: '13800001027', need: '旧需求' })
    const commandId = commandOf()
    book.passTime(86_400_000)
    edit(id, { phone: '13900002038', need: '旧需求' }, manager)
    const told = explain(commandId)
    expect(told).toEqual({
      total: 1,
      obstacles: [
        {
          ...{ table: 'customer', kind: 'changed', customer: { id, name: '甲示例' } },
          ...{ fields: ['phone'], userName: '示例主管', at: book.clock() },
        },
      ],
    })
    expect(JSON.stringify(told)).not.toContain('2038')
  })

  test('is nothing for what can be taken back', () => {
    create('甲示例')
    expect(explain(commandOf())).toEqual({ obstacles: [], total: 0 })
    expect(() => explain(4711)).toThrow('history.nothing-to-undo')
  })

  test('names what was added to it, and what is gone', () => {
    const id = create('甲示例')
    const created = commandOf()
    const log = { customerId: id, type: 'phone', content: '问', occurredAt: book.clock() } as const
    book.run('follow-ups.create', log)
    const logged = commandOf()
    const [entry] = book.run('follow-ups.list', { customerId: id }).entries
    expect(explain(created).obstacles).toMatchObject([
      { table: 'follow_up', kind: 'added', customer: { id }, userName: '示例店主' },
    ])
    book.run('follow-ups.delete', { id: entry?.id ?? 0 })
    expect(explain(logged).obstacles).toMatchObject([
      { table: 'follow_up', kind: 'gone', customer: { id } },
    ])
  })

  test('tells of a redo too', () => {
    const id = create('甲示例')
    edit(id, { need: '一' })
    const commandId = commandOf()
    book.run('history.undo', {})
    edit(id, { need: '二' })
    expect(explain(commandId).obstacles).toMatchObject([{ fields: ['need'] }])
  })

  test('shows at most twenty of many', () => {
    const ids = Array.from({ length: 25 }, (_, index) => create(`示例 ${index}`))
    book.run('customers.setTier', { ids, tier: 'high' })
    const commandId = commandOf()
    book.run('customers.setTier', { ids, tier: 'potential' })
    const { obstacles, total } = explain(commandId)
    expect([obstacles.length, total]).toEqual([20, 25])
  })

  test('keeps a customer out of reach to itself', () => {
    const seller = book.signIn('示例销售', 'sales')
    const id = create('甲示例', seller)
    edit(id, { need: '一' }, seller)
    const commandId = commandOf(seller)
    edit(id, { need: '二' })
    book.run('customers.transfer', { ids: [id], ownerId: book.owner.userId })
    expect(explain(commandId, seller).obstacles).toEqual([
      { table: 'customer', kind: 'changed', customer: null, fields: [], userName: null, at: null },
    ])
    expect(() => explain(commandOf(), seller)).toThrow(
      expect.objectContaining({ code: 'core.forbidden' }),
    )
  })
})
