import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

const day = 86_400_000
let book: TestBook
let ann: DataSession

beforeEach(() => {
  book = createTestBook()
  ann = book.signIn('示例甲', 'sales')
})
afterEach(() => book.dispose())

const whole = {
  ...{ phone: '13800001027', industry: '教育', need: '周末班', source: '展会推广' },
}
const create = (values: Partial<CustomerFormValues> = {}, session = book.owner) =>
  book.run('customers.create', customerForm(values), session).id
const setRight = (id: number) => {
  const occurredAt = book.clock()
  book.run('follow-ups.create', { customerId: id, type: 'phone', content: '问价格', occurredAt })
  book.run('quality.verify', { id, fields: ['phone', 'name'], method: 'call-back' })
}

describe('the customers of today (R066)', () => {
  const queue = (session = book.owner) => book.run('quality.queue', {}, session)
  const ids = (session = book.owner) => queue(session).entries.map(({ id }) => id)
  const pick = (again = false, session = book.owner) =>
    book.run('quality.pickQueue', { again }, session)

  test('begin with the high tier, then those that lack most, then those left alone longest', () => {
    const older = create({ ...whole, source: null })
    book.passTime(1)
    const newer = create({ ...whole, source: null })
    const poor = create()
    const high = create({ ...whole, tier: 'high' })
    expect(ids()).toEqual([high, poor, older, newer])
  })

  test('leave out what is fine, archived or somebody else’s', () => {
    const fine = create(whole)
    setRight(fine)
    const archived = create()
    book.run('customers.archive', { ids: [archived] })
    const [mine, hers] = [create(), create({}, ann)]
    expect(ids().sort()).toEqual([mine, hers])
    expect(ids(ann)).toEqual([hers])
  })

  test('are ten, stay the same for the day, keep their place when they are done, and change overnight', () => {
    const all = Array.from({ length: 12 }, () => create(whole))
    expect(queue().picked).toBe(false)
    pick()
    const first = ids()
    expect([queue().picked, first]).toEqual([true, all.slice(0, 10)])
    const [done = 0] = first
    setRight(done)
    create({ tier: 'high' })
    pick()
    book.restart()
    expect(ids()).toEqual(first)
    expect(queue().entries[0]).toMatchObject({ id: done, quality: { score: 3 } })
    book.passTime(day)
    expect([queue().picked, ids().includes(done)]).toEqual([false, false])
  })

  test('are filled up while they are fewer than ten', () => {
    const first = create(whole)
    pick()
    const later = create({ tier: 'high' })
    expect([queue().picked, ids()]).toEqual([false, [first, later]])
    pick()
    setRight(first)
    expect([queue().picked, ids()]).toEqual([true, [first, later]])
  })

  test('are followed by another ten when asked for, and kept for each person apart', () => {
    const lot = Array.from({ length: 10 }, () => create(whole))
    const hers = create(whole, ann)
    pick()
    pick(false, ann)
    const high = create({ tier: 'high' })
    expect(ids()).toEqual(lot)
    pick(true)
    expect(ids()[0]).toBe(high)
    expect(ids(ann)).toEqual([hers])
  })

  test('leave no trace in journal and audit', () => {
    create()
    const traces = () =>
      book.book.raw
        .prepare('SELECT (SELECT count(*) FROM command) + (SELECT count(*) FROM audit_event)')
        .pluck()
        .get()
    const before = traces()
    pick()
    expect(traces()).toBe(before)
  })

  test('no longer hold one that was erased or given away', () => {
    const [first, second] = [create({}, ann), create({}, ann)]
    pick(false, ann)
    book.run('customers.transfer', { ids: [first], ownerId: book.owner.userId })
    expect(ids(ann)).toEqual([second])
  })
})
