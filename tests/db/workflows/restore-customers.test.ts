import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eraseCustomers } from '@db/workflows/erase-customers'
import { customerFieldsOf, customerForm } from '../../factories/customers'
import { attach, copyOf } from '../../factories/customer-copies'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const idCard = '11010519491231002X'
const uidOf = (id: number) => book.run('customers.get', { id }).uid
const idOf = (uid: string) =>
  Number(book.book.raw.prepare('SELECT id FROM customer WHERE uid = ?').pluck().get(uid))
const list = (input = {}) => book.run('customer-restores.list', input)
const fill = (uid: string) => ({ choices: [{ uid, mode: 'fill' as const }] })
const replace = (uid: string) => ({ choices: [{ uid, mode: 'replace' as const }] })

function make(values: Parameters<typeof customerForm>[0] = {}): number {
  const { id } = book.run('customers.create', customerForm({ idCard, ...values }))
  const log = { customerId: id, type: 'phone', occurredAt: book.clock() } as const
  book.run('follow-ups.create', { ...log, content: '第一次', nextFollowAt: book.clock() + 1000 })
  book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: '礼盒' }] })
  book.passTime(1000)
  return id
}
function edit(id: number, values: Parameters<typeof customerForm>[0]): void {
  book.passTime(1000)
  const { updatedAt } = book.run('customers.get', { id })
  book.run('customers.update', { id, updatedAt, fields: customerFieldsOf(values) })
}
/** Takes everything back since the start, as if the customer had been lost. */
function undoAll(): void {
  while (book.run('history.getState', {}).undo) book.run('history.undo', {})
}

describe('a customer who is not there any more', () => {
  test('comes back with fields, numbers, entries, tags, owner and code, and goes again by undo', async () => {
    const id = make({ name: '归来示例', phone: '13800000123', notes: '备注' })
    const before = book.run('customers.get', { id })
    const copy = copyOf(book)
    undoAll()
    const empty = trackedState(book)
    expect(await attach(book, copy)).toEqual({ missing: 1, changed: 0, same: 0, erased: 0 })
    expect(list().rows).toMatchObject([
      { name: '归来示例', status: 'missing', newFollowUps: 1, newTags: 1, followUps: 1 },
    ])
    const totals = { newCustomers: 1, followUps: 1, tags: 1, newCodes: 0, newOwners: 0 }
    expect(book.run('customer-restores.preview', fill(before.uid))).toMatchObject(totals)
    expect(book.run('customer-restores.commit', fill(before.uid))).toMatchObject(totals)
    const after = book.run('customers.get', { id: idOf(before.uid) })
    expect({ ...after, id, nextStep: null, tags: [] }).toEqual({
      ...before,
      nextStep: null,
      tags: [],
    })
    expect(after.tags.map(({ name }) => name)).toEqual(['礼盒'])
    expect(after.nextStep?.at).toBe(before.nextStep?.at)
    expect(book.run('customers.reveal', { id: after.id, fields: ['idCard'] }).idCard).toBe(idCard)
    const { rows } = book.run('customers.list', { filter: { text: '归来' } })
    expect(rows).toHaveLength(1)
    expect(list().rows).toMatchObject([{ status: 'same' }])
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(empty)
  })

  test('gets a new code where theirs is taken, and the sequence goes on behind one that is not', async () => {
    const id = make()
    const { uid, code } = book.run('customers.get', { id })
    const copy = copyOf(book)
    undoAll()
    book.book.raw.exec(`UPDATE code_sequence SET last = 0`)
    const taken = book.run('customers.create', customerForm({ name: '占用示例' }))
    expect(taken.code).toBe(code)
    await attach(book, copy)
    expect(book.run('customer-restores.commit', fill(uid)).newCodes).toBe(1)
    const restored = book.run('customers.get', { id: idOf(uid) })
    expect(restored.code).not.toBe(code)
    book.run('history.undo', {})
    book.run('history.undo', {})
    book.book.raw.exec(`UPDATE code_sequence SET last = 0`)
    book.run('customer-restores.commit', fill(uid))
    expect(book.run('customers.get', { id: idOf(uid) }).code).toBe(code)
    expect(book.run('customers.create', customerForm({})).code).not.toBe(code)
  })

  test('belongs to whoever had them, or to the caller where that person may own none any more', async () => {
    const sales = book.signIn('示例销售', 'sales')
    const id = make()
    book.run('customers.transfer', { ids: [id], ownerId: sales.userId })
    const uid = uidOf(id)
    const copy = copyOf(book)
    undoAll()
    await attach(book, copy)
    book.run('customer-restores.commit', fill(uid))
    expect(book.run('customers.get', { id: idOf(uid) }).ownerId).toBe(sales.userId)
    book.run('history.undo', {})
    book.book.raw.exec(`UPDATE user SET status = 'removed' WHERE id = ${sales.userId}`)
    expect(book.run('customer-restores.preview', fill(uid)).newOwners).toBe(1)
    book.run('customer-restores.commit', fill(uid))
    expect(book.run('customers.get', { id: idOf(uid) }).ownerId).toBe(book.owner.userId)
  })

  test('keeps numbers empty that the second key of now does not open, and says how many', async () => {
    const foreign = createTestBook()
    const { id } = foreign.run('customers.create', customerForm({ name: '外来示例', idCard }))
    const { uid } = foreign.run('customers.get', { id })
    const copy = copyOf(foreign)
    foreign.dispose()
    await attach(book, copy)
    expect(book.run('customer-restores.commit', fill(uid))).toMatchObject({ numbersLost: 1 })
    const restored = book.run('customers.get', { id: idOf(uid) })
    expect(restored).toMatchObject({ name: '外来示例', idCardMasked: null })
  })

  test('is refused when they were erased, and nobody else of the choice comes either', async () => {
    const [gone, other] = [make(), make({ name: '另一示例' })].map((id) => ({ id, uid: uidOf(id) }))
    if (!gone || !other) throw new Error('two are needed')
    const copy = copyOf(book)
    book.command({ route: 'customers.erase', undoable: false }, (context) =>
      eraseCustomers(context, { ids: [gone.id], reason: 'requested' }),
    )
    edit(other.id, { name: '另一示例' })
    expect(await attach(book, copy)).toMatchObject({ erased: 1, changed: 1 })
    const state = trackedState(book)
    const choices = [{ uid: other.uid, mode: 'replace' as const }, { uid: gone.uid }]
    expect(() => book.run('customer-restores.commit', { choices })).toThrow(
      'customer-restores.erased',
    )
    expect(trackedState(book)).toBe(state)
    expect(list({ statuses: ['erased'] }).rows).toMatchObject([{ status: 'erased' }])
  })
})

describe('a customer who was changed since', () => {
  test('gets only what is missing, and nothing is overwritten', async () => {
    const id = make({ name: '旧名示例', notes: '旧备注', source: '展会' })
    const uid = uidOf(id)
    const copy = copyOf(book)
    edit(id, { name: '新名示例', source: '转介绍', idCard })
    const entry = book.run('follow-ups.list', { customerId: id }).entries[0]
    book.run('follow-ups.delete', { id: entry?.id ?? 0 })
    await attach(book, copy)
    const [row] = list().rows
    expect(row).toMatchObject({ status: 'changed', newFollowUps: 1, emptyFields: ['notes'] })
    expect(row?.fields.toSorted()).toEqual(['name', 'notes', 'source'])
    const state = trackedState(book)
    book.run('customer-restores.commit', fill(uid))
    expect(book.run('customers.get', { id })).toMatchObject({
      ...{ name: '新名示例', source: '转介绍', notes: '旧备注', followUpCount: 1 },
      nextStep: { at: entry?.nextFollowAt },
    })
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(state)
  })

  test('becomes as in the backup, and keeps what was added since and the owner', async () => {
    const sales = book.signIn('示例销售', 'sales')
    const id = make({ name: '旧名示例', stage: 'won' })
    const uid = uidOf(id)
    const first = book.run('follow-ups.list', { customerId: id }).entries[0]
    const copy = copyOf(book)
    edit(id, { name: '新名示例', notes: '新备注', idCard: null })
    const log = { type: 'phone', occurredAt: book.clock() } as const
    book.run('follow-ups.update', { id: first?.id ?? 0, fields: { ...log, content: '改过' } })
    book.run('follow-ups.create', { ...log, customerId: id, content: '后来的' })
    book.run('customers.transfer', { ids: [id], ownerId: sales.userId })
    book.run('customers.archive', { ids: [id] })
    await attach(book, copy)
    const state = trackedState(book)
    expect(book.run('customer-restores.commit', replace(uid))).toMatchObject({
      ...{ changedCustomers: 1, changedFollowUps: 1, followUps: 0, newCustomers: 0 },
    })
    expect(book.run('customers.get', { id })).toMatchObject({
      ...{ name: '旧名示例', stage: 'won', notes: null, archivedAt: null, ownerId: sales.userId },
    })
    expect(book.run('customers.reveal', { id, fields: ['idCard'] }).idCard).toBe(idCard)
    const texts = book.run('follow-ups.list', { customerId: id }).entries.map((e) => e.content)
    expect(texts.toSorted()).toEqual(['后来的', '第一次'].toSorted())
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(state)
  })
})

describe('the list of a copy', () => {
  test('finds by name, pinyin and phone, filters by status and goes by pages', async () => {
    make({ name: '云岫示例', phone: '13800000123' })
    const changed = make({ name: '听雨示例' })
    const copy = copyOf(book)
    edit(changed, { name: '听风示例' })
    await attach(book, copy)
    const names = (input: object) => list(input).rows.map(({ name }) => name)
    expect(names({ text: 'yunxiu' })).toEqual(['云岫示例'])
    expect(names({ text: '0000123' })).toEqual(['云岫示例'])
    expect(names({ statuses: ['changed'] })).toEqual(['听雨示例'])
    expect(list({ limit: 1 })).toMatchObject({ total: 2, rows: [{ name: '听雨示例' }] })
    expect(names({ limit: 1, offset: 1 })).toEqual(['云岫示例'])
  })

  test('is nobody’s but the owner’s, and gone when the copy is closed', () => {
    expect(() => list()).toThrow('customer-restores.gone')
    const manager = book.signIn('示例经理', 'manager')
    expect(() => book.run('customer-restores.list', {}, manager)).toThrow('core.forbidden')
  })
})
