import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { handOverCustomers } from '@db/repositories/customer-ownership'
import { syncUsers } from '@db/repositories/users'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const day = 86_400_000
let book: TestBook
let ann: DataSession
let ben: DataSession
let manager: DataSession

beforeEach(() => {
  book = createTestBook()
  ann = book.signIn('示例甲', 'sales')
  ben = book.signIn('示例乙', 'sales')
  manager = book.signIn('示例主管', 'manager')
})
afterEach(() => book.dispose())

const code = (name: string, details: object = {}) =>
  expect.objectContaining({ code: name, details: expect.objectContaining(details) }) as Error
const create = (session: DataSession, name = '云岫示例') =>
  book.run('customers.create', customerForm({ name }), session).id
const get = (id: number, session = book.owner) => book.run('customers.get', { id }, session)
const poolOf = (session: DataSession) =>
  book.run('customers.list', { filter: { pool: true } }, session).rows.map(({ id }) => id)
const counts = (session: DataSession) => book.run('customers.counts', {}, session)
const settings = (values: { protectionDays?: number; limit?: number }) =>
  book.run('ownership.setSettings', values)

describe('the pool (R082)', () => {
  test('takes a customer from its owner, and whoever claims it has it from then on', () => {
    const id = create(ann)
    book.run('customers.release', { ids: [id] }, ann)
    expect(get(id, ann)).toMatchObject({ relation: 'pool', ownerName: '示例甲' })
    expect([poolOf(ann), poolOf(ben)]).toEqual([[id], [id]])
    expect(counts(ann)).toMatchObject({ active: 0, own: 0, pool: 1 })
    book.passTime(day)
    expect(book.run('customers.claim', { ids: [id] }, ben)).toEqual({ changed: 1 })
    expect(get(id, ben)).toMatchObject({
      ...{ relation: 'own', ownerName: '示例乙', ownedSince: book.clock(), pooledAt: null },
    })
    expect(counts(ben)).toMatchObject({ active: 1, own: 1, pool: 0 })
    expect(() => get(id, ann)).toThrow(code('customers.not-found'))
  })

  test('gives a customer to the first who claims it', () => {
    const id = create(ann)
    book.run('customers.release', { ids: [id] }, ann)
    book.run('customers.claim', { ids: [id] }, ben)
    expect(() => book.run('customers.claim', { ids: [id] }, ann)).toThrow(
      code('customers.not-in-pool'),
    )
  })

  test('gives nothing that is somebody’s, archived or not there, and nothing of the rest either', () => {
    const [free, archived, foreign] = [create(ann), create(ann), create(ann)]
    book.run('customers.release', { ids: [free, archived] }, ann)
    book.run('customers.archive', { ids: [archived] })
    for (const other of [archived, foreign, 4711])
      expect(() => book.run('customers.claim', { ids: [free, other] }, ben)).toThrow(
        code('customers.not-in-pool'),
      )
    expect(poolOf(ben)).toEqual([free])
  })

  test('is what undo brings a customer back from, for the one who released it', () => {
    const id = create(ann)
    const before = trackedState(book)
    book.run('customers.release', { ids: [id] }, ann)
    book.run('history.undo', {}, ann)
    expect(trackedState(book)).toBe(before)
  })

  test('shows salespeople names and masks, and no word of what was talked about', () => {
    const id = create(ann)
    const fields = customerForm({ contactPerson: '林半夏', phone: '13800001027', need: '密谈' })
    book.run('customers.update', { id, updatedAt: get(id).updatedAt, fields }, ann)
    book.run(
      'follow-ups.create',
      {
        ...{ customerId: id, type: 'phone', content: '密谈', occurredAt: book.clock() },
      },
      ann,
    )
    book.run('customers.release', { ids: [id] }, ann)
    expect(get(id, ben)).toMatchObject({
      ...{ contactPerson: '林••', phoneMasked: '138 •••• 1027', need: null },
      ...{ followUpCount: 0, nextStep: null },
    })
    expect(() => book.run('follow-ups.list', { customerId: id }, ben)).toThrow(
      code('core.forbidden'),
    )
    expect(() => book.run('customers.reveal', { id, fields: ['phone'] }, ben)).toThrow(
      code('core.forbidden'),
    )
  })
})

describe('the term of protection (R082)', () => {
  test('opens a salesperson’s customer to the others, and a contact closes it again', () => {
    settings({ protectionDays: 30 })
    const id = create(ann)
    book.passTime(30 * day)
    expect(poolOf(ben)).toEqual([])
    book.passTime(1)
    expect([poolOf(ben), poolOf(ann)]).toEqual([[id], []])
    expect(get(id, ann).relation).toBe('own')
    const entry = { customerId: id, type: 'phone', content: '问价格' } as const
    book.run('follow-ups.create', { ...entry, occurredAt: book.clock() }, ann)
    expect(poolOf(ben)).toEqual([])
  })

  test('begins anew with a new owner', () => {
    settings({ protectionDays: 30 })
    const id = create(ann)
    book.passTime(31 * day)
    book.run('customers.claim', { ids: [id] }, ben)
    expect(get(id, ben).relation).toBe('own')
    expect(poolOf(ann)).toEqual([])
  })

  test('does not touch what belongs to owners and managers', () => {
    settings({ protectionDays: 1 })
    create(manager)
    create(book.owner)
    book.passTime(9 * day)
    expect(poolOf(ben)).toEqual([])
  })
})

describe('the limit (R082)', () => {
  test('holds for claiming, all or none, and names itself', () => {
    settings({ limit: 2 })
    const ids = [create(ann), create(ann), create(ann)]
    book.run('customers.release', { ids }, ann)
    expect(() => book.run('customers.claim', { ids }, ben)).toThrow(
      code('customers.limit-reached', { limit: 2 }),
    )
    expect(book.run('customers.claim', { ids: ids.slice(0, 2) }, ben)).toEqual({ changed: 2 })
    expect(() => book.run('customers.claim', { ids: ids.slice(2) }, ben)).toThrow(
      code('customers.limit-reached'),
    )
  })

  test('counts what is at work, and does not bind a manager', () => {
    settings({ limit: 1 })
    const [first, second] = [create(ann), create(ann)]
    book.run('customers.release', { ids: [first, second] }, ann)
    book.run('customers.claim', { ids: [first] }, ben)
    book.run('customers.archive', { ids: [first] }, ben)
    book.run('customers.claim', { ids: [second] }, ben)
    book.run('customers.transfer', { ids: [first], ownerId: ben.userId }, manager)
    expect(counts(ben)).toMatchObject({ own: 1, archived: 1 })
  })

  test('is not got around by taking a release back', () => {
    settings({ limit: 1 })
    const [mine, free] = [create(ann), create(ben)]
    book.run('customers.release', { ids: [free] }, ben)
    book.run('customers.release', { ids: [mine] }, ann)
    const released = book.run('history.getState', {}, ann).undo?.commandId ?? 0
    book.run('customers.claim', { ids: [free] }, ann)
    expect(() => book.run('history.undo', { commandId: released }, ann)).toThrow(
      code('customers.limit-reached', { limit: 1 }),
    )
    book.run('history.undo', {}, ann)
    book.run('history.undo', { commandId: released }, ann)
    expect(counts(ann).own).toBe(1)
  })
})

describe('giving customers away', () => {
  test('is for owners and managers, to people who may own some', () => {
    const ids = [create(ann), create(ben)]
    expect(book.run('customers.transfer', { ids, ownerId: ben.userId }, manager)).toEqual({
      changed: 1,
    })
    expect(counts(ben).own).toBe(2)
    const viewer = book.signIn('示例旁观', 'viewer')
    for (const ownerId of [viewer.userId, 4711])
      expect(() => book.run('customers.transfer', { ids, ownerId }, manager)).toThrow(
        code('customers.no-such-owner'),
      )
  })

  test('takes a customer out of the pool', () => {
    const id = create(ann)
    book.run('customers.release', { ids: [id] }, ann)
    book.run('customers.transfer', { ids: [id], ownerId: ann.userId }, manager)
    expect(get(id, ann)).toMatchObject({ relation: 'own', pooledAt: null })
  })

  test('lists the people of today who may own some, with how many they have', () => {
    create(ann)
    book.signIn('示例财务', 'finance')
    const { userUid: uid, name, role } = manager
    syncUsers(
      book.book,
      [ann, ben]
        .map((person) => ({ ...person, uid: person.userUid, status: 'active' as const }))
        .concat({ ...manager, uid, name, role, status: 'active' }),
      book.clock(),
    )
    expect(book.run('ownership.listOwners', {}, manager).owners).toEqual([
      { id: manager.userId, uid: manager.userUid, name: '示例主管', role: 'manager', customers: 0 },
      { id: ben.userId, uid: ben.userUid, name: '示例乙', role: 'sales', customers: 0 },
      { id: ann.userId, uid: ann.userUid, name: '示例甲', role: 'sales', customers: 1 },
    ])
  })

  test('names the receiver in the audit trail', () => {
    const id = create(ann)
    book.run('customers.transfer', { ids: [id], ownerId: ben.userId }, manager)
    const last = book.book.raw.prepare('SELECT subject FROM audit_event ORDER BY id DESC').pluck()
    expect(last.get()).toBe(`user:${ben.userId}`)
  })
})

describe('when somebody leaves', () => {
  const handOver = (fromId: number, toId: number | null) =>
    book.command({ route: 'users.handOver', undoable: false }, (context) =>
      handOverCustomers(context, { fromId, toId }),
    )

  test('all their customers go to another person, archived ones too', () => {
    const ids = [create(ann), create(ann)]
    book.run('customers.archive', { ids: ids.slice(0, 1) }, ann)
    expect(handOver(ann.userId, ben.userId)).toBe(2)
    expect(ids.map((id) => get(id).ownerId)).toEqual([ben.userId, ben.userId])
  })

  test('or to the pool', () => {
    const id = create(ann)
    expect(handOver(ann.userId, null)).toBe(1)
    expect(get(id)).toMatchObject({ relation: 'pool', ownerName: '示例甲' })
  })

  test('but not to somebody who may own none, or to themselves', () => {
    const viewer = book.signIn('示例旁观', 'viewer')
    for (const toId of [viewer.userId, ann.userId, 4711])
      expect(() => handOver(ann.userId, toId)).toThrow(code('customers.no-such-owner'))
  })
})

test('the rules are kept, and both are off at first', () => {
  expect(book.run('ownership.getSettings', {}, ann)).toEqual({ protectionDays: 0, limit: 0 })
  settings({ protectionDays: 30, limit: 5 })
  book.restart()
  expect(book.run('ownership.getSettings', {}, ann)).toEqual({ protectionDays: 30, limit: 5 })
})
