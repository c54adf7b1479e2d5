import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { needsRecompute, recomputeTags } from '@db/repositories/tag-rules'
import type { Condition, ConditionSet } from '@shared/features/conditions/conditions.schema'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const dayMs = 86_400_000
let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (fields: object = {}) => book.run('customers.create', customerForm(fields)).id
const make = (name: string) =>
  book.run('tags.create', { type: 'value', name, color: null, subgroup: null }).id
const rule = (id: number, ...conditions: Condition[]) =>
  book.run('tags.setRule', { id, rule: { match: 'all', conditions } })
const wornBy = (id: number) => book.run('customers.get', { id }).tags.map(({ name }) => name)
const industry = (...values: string[]): Condition => ({ field: 'industry', op: 'any', values })
const edit = (id: number, fields: object) => {
  const { updatedAt } = book.run('customers.get', { id })
  book.run('customers.update', { id, updatedAt, fields: customerFieldsOf(fields) })
}
const codeOf = (code: string) => expect.objectContaining({ code }) as unknown

describe('an automatic tag (R040)', () => {
  test('comes to whoever meets its rule when the rule is made, and goes with it', () => {
    const [a, b] = [create({ industry: '制造业' }), create({ industry: '零售' })]
    const tag = make('制造')
    expect(rule(tag, industry('制造业'))).toEqual({ added: 1, removed: 0 })
    expect([wornBy(a), wornBy(b)]).toEqual([['制造'], []])
    expect(rule(tag, industry('零售'))).toEqual({ added: 1, removed: 1 })
    expect([wornBy(a), wornBy(b)]).toEqual([[], ['制造']])
    expect(book.run('tags.setRule', { id: tag, rule: null })).toEqual({ added: 0, removed: 1 })
  })

  test('follows an edit inside the same command, so that one undo takes back both', () => {
    rule(make('制造'), industry('制造业'))
    const id = create({ industry: '零售' })
    const before = trackedState(book)
    edit(id, { industry: '制造业' })
    expect(book.run('customers.get', { id }).tags).toMatchObject([
      { name: '制造', automatic: true },
    ])
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
    book.run('history.redo', {})
    expect(wornBy(id)).toEqual(['制造'])
    edit(id, { industry: '零售' })
    expect(wornBy(id)).toEqual([])
  })

  test('stays where a person put it, before or after the rule did', () => {
    const [before, after] = [create({ industry: '零售' }), create({ industry: '制造业' })]
    const tag = make('制造')
    const put = (id: number) =>
      book.run('tags.attach', { customerIds: [id], tags: [{ type: 'value', name: '制造' }] })
    put(before)
    rule(tag, industry('制造业'))
    put(after)
    edit(after, { industry: '零售' })
    expect([wornBy(before), wornBy(after)]).toEqual([['制造'], ['制造']])
  })

  test('may wait for another one, in any order, and settles in one command', () => {
    const [second, first] = [make('二'), make('一')]
    rule(second, { field: 'tag', op: 'any', tagIds: [first] })
    rule(first, industry('制造业'))
    expect(wornBy(create({ industry: '制造业' }))).toEqual(['一', '二'])
    expect(() => rule(first, { field: 'tag', op: 'none', tagIds: [second] })).toThrow(
      codeOf('tags.rule-circular'),
    )
    expect(() => rule(first, { field: 'tag', op: 'any', tagIds: [first] })).toThrow(
      codeOf('tags.rule-circular'),
    )
  })

  test('rests while it is put away, and does not come to what is in the bin', () => {
    const tag = make('制造')
    rule(tag, industry('制造业'))
    const id = create({ industry: '制造业' })
    book.run('customers.delete', { ids: [id] })
    rule(tag, industry('零售'))
    book.run('customers.restore', { ids: [id] })
    expect(wornBy(id)).toEqual([])
    book.run('tags.archive', { tagIds: [tag] })
    expect(wornBy(create({ industry: '零售' }))).toEqual([])
  })

  test('goes by follow-ups and by days without any', () => {
    const [spoken, silent] = [make('谈过'), make('沉默')]
    rule(spoken, { field: 'follow-ups', op: 'at-least', count: 1 })
    rule(silent, { field: 'silence', op: 'at-least', days: 30 })
    const id = create()
    book.run('follow-ups.create', {
      ...{ customerId: id, type: 'phone', content: '虚构', occurredAt: book.clock() },
    })
    expect(wornBy(id)).toEqual(['谈过'])
    const due = () => needsRecompute(book.book.read, book.clock())
    book.passTime(29 * dayMs)
    expect(due()).toBe(false)
    book.passTime(dayMs)
    expect(due()).toBe(true)
    const settled = book.command({ route: 'tags.recompute', undoable: true }, recomputeTags)
    expect(settled).toEqual({ added: 1, removed: 0 })
    expect(due()).toBe(false)
    expect(wornBy(id)).toEqual(['沉默', '谈过'])
  })

  test('by sums of money is not for those who see none', () => {
    const marketing = book.signIn('示例市场', 'marketing')
    const tag = make('大户')
    const byRevenue: ConditionSet = {
      match: 'all',
      conditions: [{ field: 'revenue', op: 'between', from: 1, to: null }],
      groups: [],
    }
    for (const ask of [
      () => book.run('tags.setRule', { id: tag, rule: byRevenue }, marketing),
      () => book.run('tags.previewRule', { rule: byRevenue }, marketing),
    ])
      expect(ask).toThrow(codeOf('core.forbidden'))
    book.run('tags.setRule', { id: tag, rule: byRevenue })
    expect(book.run('tags.list', {}, marketing).tags[0]?.rule).not.toBeNull()
    const sales = book.signIn('示例销售', 'sales')
    expect(book.run('tags.list', {}, sales).tags[0]).toMatchObject({ rule: null, automatic: true })
  })

  test('is counted before it is made, without a write', () => {
    create({ industry: '制造业' })
    const archived = create({ industry: '制造业' })
    book.run('customers.archive', { ids: [archived] })
    const before = trackedState(book)
    const answer = book.run('tags.previewRule', {
      rule: { match: 'all', conditions: [industry('制造业')] },
    })
    expect(answer.customers).toBe(1)
    expect(answer.first).toHaveLength(1)
    expect(trackedState(book)).toBe(before)
  })
})
