import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerWhere } from '@db/customer-filter'
import { viewerOf } from '@db/access'
import { qualitySettings } from '@shared/features/quality/quality.schema'
import { customerFilter } from '@shared/features/customers/customers.contract'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'
import { plantWholeCustomer, stateOfCustomer } from '../../factories/whole-customer'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const create = (name: string) => book.run('customers.create', customerForm({ name })).id
const counts = () => {
  const { active, archived, bin } = book.run('customers.counts', {})
  return { active, archived, bin }
}
const listed = (filter: object) =>
  book.run('customers.list', { filter, limit: 100 }).rows.map(({ id }) => id)
const inBin = expect.objectContaining({ code: 'customers.in-bin' }) as Error

describe('the recycle bin', () => {
  test('takes customers out of every list, and holds them with those it was told to', () => {
    const [one, two, three] = [create('甲示例'), create('乙示例'), create('丙示例')]
    book.run('customers.archive', { ids: [two] })
    book.passTime(5)
    expect(book.run('customers.delete', { ids: [one, two] })).toEqual({ changed: 2 })
    expect([listed({}), listed({ archived: true })]).toEqual([[three], []])
    expect(listed({ bin: true }).sort()).toEqual([one, two])
    expect(listed({ bin: true, archived: true }).sort()).toEqual([one, two])
    expect(listed({ bin: true, text: '甲示' })).toEqual([one])
    expect([listed({ text: '甲示' }), listed({ archived: true, text: '甲示' })]).toEqual([[], []])
    expect(counts()).toEqual({ active: 1, archived: 0, bin: 2 })
    expect(book.run('customers.delete', { ids: [one] })).toEqual({ changed: 0 })
  })

  test('gives each back to where it was, even when it was archived in the same moment', () => {
    const [one, two] = [create('甲示例'), create('乙示例')]
    book.run('customers.archive', { ids: [two] })
    const { archivedAt } = book.run('customers.get', { id: two })
    book.run('customers.delete', { ids: [one, two] })
    book.passTime(5)
    expect(book.run('customers.restore', { ids: [one, two] })).toEqual({ changed: 2 })
    expect([listed({}), listed({ archived: true })]).toEqual([[one], [two]])
    expect(book.run('customers.get', { id: two })).toMatchObject({ archivedAt, deletedAt: null })
    expect(counts()).toEqual({ active: 1, archived: 1, bin: 0 })
  })

  test('keeps everything attached, in every table', () => {
    const { id } = plantWholeCustomer(book, '整体示例')
    const before = stateOfCustomer(book, id)
    expect(before).not.toContain('[]')
    book.run('customers.delete', { ids: [id] })
    expect(stateOfCustomer(book, id)).toBe(before)
    book.run('customers.restore', { ids: [id] })
    expect(stateOfCustomer(book, id)).toBe(before)
  })

  test('and the way out of it can be undone and redone', () => {
    const { id } = plantWholeCustomer(book, '整体示例')
    const start = trackedState(book)
    book.run('customers.delete', { ids: [id] })
    book.run('customers.restore', { ids: [id] })
    const end = trackedState(book)
    book.run('history.undo', {})
    expect(counts().bin).toBe(1)
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(start)
    book.run('history.redo', {})
    book.run('history.redo', {})
    expect(trackedState(book)).toBe(end)
  })

  test('never shows one that was merged into another, and does not give it back', () => {
    const [one, two] = [create('甲示例'), create('乙示例')]
    book.command({ route: 'test', undoable: true }, ({ write }) =>
      write.raw
        .prepare(
          'UPDATE customer SET archived_at = 1, deleted_at = 1, merged_into_id = ? WHERE id = ?',
        )
        .run(one, two),
    )
    expect([listed({ bin: true }), counts()]).toEqual([[], { active: 1, archived: 0, bin: 0 }])
    expect(book.run('customers.restore', { ids: [two] })).toEqual({ changed: 0 })
  })

  test('counts and lists by an index', () => {
    const { raw } = book.book
    const where = customerWhere(
      customerFilter.parse({ bin: true }),
      viewerOf(book.book.read, { session: book.owner, clock: book.clock }),
      { settings: qualitySettings.parse({}), now: book.clock() },
    )
    const plan = raw
      .prepare<object, { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT count(*) FROM customer ${where.countIndex} WHERE ${where.sql}`,
      )
      .all(where.values)
    expect(plan.map(({ detail }) => detail).join()).toContain('customer_by_deleted_at')
  })
})

describe('a customer in the bin', () => {
  test('can be looked at, and refuses every change until it is back', () => {
    const id = create('甲示例')
    const log = { type: 'phone', content: '问价格', occurredAt: book.clock() } as const
    const entry = book.run('follow-ups.create', { ...log, customerId: id }).id
    const tags = [{ type: 'need', name: '标签' } as const]
    book.run('tags.attach', { customerIds: [id], tags })
    const neighbour = create('乙示例')
    book.run('customers.delete', { ids: [id] })
    const { updatedAt, deletedAt } = book.run('customers.get', { id })
    expect(deletedAt).toBe(book.clock())
    expect(book.run('follow-ups.list', { customerId: id }).entries).toHaveLength(1)
    expect(() => book.run('customers.reveal', { id, fields: ['phone'] })).not.toThrow()

    const ids = [neighbour, id]
    const refused = [
      () => book.run('customers.update', { id, updatedAt, fields: customerFieldsOf() }),
      () => book.run('customers.setStage', { ids, stage: 'won', lostReason: null }),
      () => book.run('customers.setTier', { ids, tier: 'high' }),
      () => book.run('customers.archive', { ids }),
      () => book.run('customers.unarchive', { ids }),
      () => book.run('customers.transfer', { ids, ownerId: book.owner.userId }),
      () => book.run('customers.release', { ids }),
      () => book.run('tags.attach', { customerIds: ids, tags }),
      () => book.run('tags.detach', { customerIds: ids, tagIds: [1] }),
      () => book.run('follow-ups.create', { ...log, customerId: id }),
      () => book.run('follow-ups.update', { id: entry, fields: log }),
      () => book.run('follow-ups.completeNext', { id: entry }),
      () => book.run('follow-ups.delete', { id: entry }),
    ]
    const state = trackedState(book)
    for (const attempt of refused) expect(attempt).toThrow(inBin)
    expect(trackedState(book)).toBe(state)

    book.run('customers.restore', { ids: [id] })
    expect(() => book.run('customers.setTier', { ids, tier: 'high' })).not.toThrow()
  })

  test('of somebody else is not found, in the bin or out of it', () => {
    const seller = book.signIn('示例销售', 'sales')
    const id = create('甲示例')
    book.run('customers.delete', { ids: [id] })
    const notFound = expect.objectContaining({ code: 'customers.not-found' }) as Error
    expect(() => book.run('customers.restore', { ids: [id] }, seller)).toThrow(notFound)
    expect(() => book.run('customers.get', { id }, seller)).toThrow(notFound)
    expect(book.run('customers.list', { filter: { bin: true } }, seller).total).toBe(0)
    expect(book.run('customers.counts', {}, seller)).toMatchObject({ bin: 0, archived: 0 })
  })

  test('of one’s own is in one’s own bin', () => {
    const seller = book.signIn('示例销售', 'sales')
    const { id } = book.run('customers.create', customerForm({ name: '丁示例' }), seller)
    book.run('customers.delete', { ids: [id] }, seller)
    expect(book.run('customers.list', { filter: { bin: true } }, seller).total).toBe(1)
    expect(book.run('customers.counts', {}, seller)).toMatchObject({ bin: 1, archived: 0 })
    expect(book.run('customers.restore', { ids: [id] }, seller)).toEqual({ changed: 1 })
  })
})
