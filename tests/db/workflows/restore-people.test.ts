import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customerForm } from '../../factories/customers'
import { attach, copyOf } from '../../factories/customer-copies'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const uidOf = (id: number) => book.run('customers.get', { id }).uid
const idOf = (uid: string) =>
  Number(book.book.raw.prepare('SELECT id FROM customer WHERE uid = ?').pluck().get(uid))
const list = (input = {}) => book.run('customer-restores.list', input)
const fill = (uid: string) => ({ choices: [{ uid, mode: 'fill' as const }] })
const replace = (uid: string) => ({ choices: [{ uid, mode: 'replace' as const }] })

/** Takes everything back since the start, as if the customer had been lost. */
function undoAll(): void {
  while (book.run('history.getState', {}).undo) book.run('history.undo', {})
}

describe('people, numbers and records', () => {
  const phone = (raw: string) => ({ type: 'phone', raw }) as const
  const people = (customerId: number) => book.run('contacts.list', { customerId })
  const found = (text: string) => book.run('customers.list', { filter: { text } }).total

  /** A customer with two people, numbers of its own, a verification and a stage change. */
  function makeFull(): { id: number; uid: string } {
    const { id } = book.run('customers.create', customerForm({ name: '满员示例' }))
    const points = [phone('13800001027'), { type: 'wechat', raw: 'guyu_2024' } as const]
    book.run('contacts.create', { customerId: id, fields: { name: '李谷雨', points } })
    book.run('contacts.create', { customerId: id, fields: { name: '周祥云' } })
    book.run('contacts.setPoints', {
      ...{ customerId: id, pointsUpdatedAt: null, points: [phone('400-800-1234')] },
    })
    book.command({ route: 'test', undoable: true }, ({ write }) => {
      write.raw.exec(
        `INSERT INTO verification (customer_id, field, value, method, note, user_id, at)
           VALUES (${id}, 'phone', '13800001027', 'call-back', NULL, 1, 5);
         INSERT INTO stage_change (customer_id, from_stage, to_stage, reason, at, user_id, created_at)
           VALUES (${id}, 'prospect', 'won', '签约', 6, 1, 7)`,
      )
    })
    return { id, uid: uidOf(id) }
  }
  const records = () =>
    ['verification', 'stage_change'].map((table) =>
      Number(book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()),
    )

  test('come back with a customer who is gone, found by search, and go again by undo', async () => {
    const { id, uid } = makeFull()
    const before = people(id)
    const copy = copyOf(book)
    undoAll()
    const empty = trackedState(book)
    await attach(book, copy)
    const difference = { newContacts: 2, newPoints: 3, changedContacts: 0, newRecords: 2 }
    expect(list().rows).toMatchObject([{ status: 'missing', ...difference }])
    const totals = { contacts: 2, points: 3, changedContacts: 0, records: 2 }
    expect(book.run('customer-restores.preview', fill(uid))).toMatchObject(totals)
    expect(book.run('customer-restores.commit', fill(uid))).toMatchObject(totals)
    const after = people(idOf(uid))
    expect(
      after.contacts.map(({ name, points }) => [name, points.map((one) => one.masked)]),
    ).toEqual(before.contacts.map(({ name, points }) => [name, points.map((one) => one.masked)]))
    expect(after.points).toMatchObject([{ masked: '400 ••• 1234' }])
    expect([found('lgy'), found('1027'), found('guyu_2024'), ...records()]).toEqual([1, 1, 1, 1, 1])
    expect(list().rows).toMatchObject([{ status: 'same' }])
    expect(list({ text: 'lgy' }).total).toBe(1)
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(empty)
  })

  test('that were taken away since are added, and what was added since stays', async () => {
    const { id, uid } = makeFull()
    const copy = copyOf(book)
    const [guyu] = people(id).contacts
    book.run('contacts.delete', { customerId: id, id: guyu?.id ?? 0 })
    book.run('contacts.create', { customerId: id, fields: { name: '郑立冬' } })
    expect(await attach(book, copy)).toMatchObject({ changed: 1 })
    expect(list().rows).toMatchObject([{ status: 'changed', newContacts: 1, newPoints: 2 }])
    expect(book.run('customer-restores.commit', fill(uid))).toMatchObject({
      ...{ contacts: 1, points: 2, records: 0 },
    })
    expect(people(id).contacts.map(({ name }) => name)).toEqual(['李谷雨', '周祥云', '郑立冬'])
    expect([found('1027'), found('zld')]).toEqual([1, 1])
    expect(list().rows).toMatchObject([{ status: 'same' }])
  })

  test('that say something else become as they were only where that was chosen', async () => {
    const { id, uid } = makeFull()
    const copy = copyOf(book)
    const guyu = people(id).contacts[0]
    const [point] = guyu?.points ?? []
    book.passTime(1000)
    book.run('contacts.update', {
      ...{ customerId: id, id: guyu?.id ?? 0, updatedAt: guyu?.updatedAt ?? 0 },
      fields: { name: '李新', points: [{ id: point?.id ?? 0, ...phone('13900002718') }] },
    })
    expect(await attach(book, copy)).toMatchObject({ changed: 1 })
    expect(list().rows).toMatchObject([{ newContacts: 0, newPoints: 1, changedContacts: 2 }])
    expect(book.run('customer-restores.commit', fill(uid))).toMatchObject({
      ...{ points: 1, changedContacts: 0 },
    })
    expect(people(id).contacts[0]?.name).toBe('李新')
    expect(book.run('customer-restores.commit', replace(uid))).toMatchObject({
      ...{ points: 0, changedContacts: 2 },
    })
    expect(people(id).contacts[0]?.name).toBe('李谷雨')
    expect([found('lgy'), found('1027'), found('2718')]).toEqual([1, 1, 0])
    expect(list().rows).toMatchObject([{ status: 'same' }])
  })

  test('of the customer itself are noticed by the comparing of all', async () => {
    const { id } = makeFull()
    const copy = copyOf(book)
    const { pointsUpdatedAt } = people(id)
    book.run('contacts.setPoints', { customerId: id, pointsUpdatedAt, points: [] })
    expect(await attach(book, copy)).toMatchObject({ changed: 1, same: 0 })
  })

  test('records come back to a customer who is there only with the fields they are about', async () => {
    const { uid } = makeFull()
    const copy = copyOf(book)
    book.command({ route: 'test', undoable: true }, ({ write }) => {
      write.raw.exec('DELETE FROM verification; DELETE FROM stage_change')
    })
    expect(await attach(book, copy)).toMatchObject({ changed: 1 })
    expect(book.run('customer-restores.commit', fill(uid)).records).toBe(0)
    expect(records()).toEqual([0, 0])
    expect(book.run('customer-restores.commit', replace(uid)).records).toBe(2)
    expect(records()).toEqual([1, 1])
  })
})
