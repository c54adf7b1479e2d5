import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  findUserId,
  type KnownUser,
  listUserFacts,
  noteUnlock,
  syncUsers,
} from '@db/repositories/users'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const person: KnownUser = { uid: 'u-1', name: '示例甲', role: 'sales', status: 'pending' }
const rowOf = (uid: string) =>
  book.book.raw.prepare('SELECT * FROM user WHERE uid = ?').get(uid) as Record<string, unknown>

describe('the people of the header', () => {
  test('keep one row each, with the name, role and status of today', () => {
    syncUsers(book.book, [person], 1)
    const id = findUserId(book.book.read, 'u-1')
    syncUsers(book.book, [{ ...person, name: '示例乙', role: 'manager', status: 'active' }], 2)
    expect(rowOf('u-1')).toEqual({
      ...{ id, uid: 'u-1', name: '示例乙', role: 'manager', status: 'active' },
      ...{ last_unlock_at: null, created_at: 1, updated_at: 2 },
    })
  })

  test('who is not among them any more is marked, and back when they are', () => {
    syncUsers(book.book, [person], 1)
    expect(rowOf(book.owner.userUid).status).toBe('removed')
    const { userUid: uid, name, role } = book.owner
    syncUsers(book.book, [{ uid, name, role, status: 'active' }], 2)
    expect([rowOf(uid).status, rowOf('u-1').status]).toEqual(['active', 'removed'])
  })

  test('stay as they are when nothing changed', () => {
    syncUsers(book.book, [person], 1)
    syncUsers(book.book, [person], 2)
    expect(rowOf('u-1').updated_at).toBe(1)
  })

  test('may be unknown to the book', () => {
    expect(findUserId(book.book.read, 'nobody')).toBeNull()
  })
})

test('what the book knows of people: customers at work that are theirs, and the last unlock', () => {
  const seller = book.signIn('示例销售', 'sales')
  const [first, second, third] = ['甲', '乙', '丙'].map(
    (name) => book.run('customers.create', customerForm({ name }), seller).id,
  )
  book.run('customers.archive', { ids: [first ?? 0] }, seller)
  book.run('customers.release', { ids: [second ?? 0] }, seller)
  noteUnlock(book.book, seller.userId, 4711)
  expect(third).toBeDefined()
  expect(listUserFacts(book.book.read)).toEqual([
    { uid: book.owner.userUid, customers: 0, lastUnlockAt: null },
    { uid: seller.userUid, customers: 1, lastUnlockAt: 4711 },
  ])
})
