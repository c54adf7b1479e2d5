import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureUser } from '@db/repositories/users'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

test('a person keeps one row, with the name and role of today’s header', () => {
  const person = { uid: 'u-1', name: '示例甲', role: 'sales', now: 1 } as const
  const id = ensureUser(book.book, person)
  expect(ensureUser(book.book, { ...person, name: '示例乙', role: 'manager', now: 2 })).toBe(id)
  expect(book.book.raw.prepare('SELECT * FROM user WHERE id = ?').get(id)).toEqual({
    ...{ id, uid: 'u-1', name: '示例乙', role: 'manager' },
    ...{ created_at: 1, updated_at: 2 },
  })
})
