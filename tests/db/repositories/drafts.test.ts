import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { mostDrafts } from '@db/repositories/drafts'
import type { DataSession } from '../../../electron/ipc/context'
import { createTestBook, firstMoment, type TestBook } from '../../factories/test-book'

let book: TestBook
let sales: DataSession
beforeEach(() => {
  book = createTestBook()
  sales = book.signIn('示例甲', 'sales')
})
afterEach(() => book.dispose())

const typed = JSON.stringify({ name: '桃源示例商行', idCard: '11010519491231002X' })
const save = (key: string, session?: DataSession, content = typed) =>
  book.run('drafts.save', { key, content }, session)
const keysOf = (session?: DataSession) =>
  book.run('drafts.list', {}, session).drafts.map(({ key }) => key)
const rows = () =>
  book.book.raw.prepare('SELECT user_id, key, content, sealed FROM draft ORDER BY id').all() as {
    user_id: number
    key: string
    content: string
    sealed: number
  }[]
const count = (table: string) =>
  book.book.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('drafts', () => {
  test('come back as they were typed, newest first, also after a restart', () => {
    save('customer:new')
    book.passTime(1000)
    save('follow-up:7', undefined, '{"content":"半句"}')
    book.restart()
    expect(book.run('drafts.list', {}).drafts).toEqual([
      { key: 'follow-up:7', content: '{"content":"半句"}', updatedAt: firstMoment + 1000 },
      { key: 'customer:new', content: typed, updatedAt: firstMoment },
    ])
  })

  test('are one for each form: the newest', () => {
    save('customer:new', undefined, '{"name":"一"}')
    save('customer:new', undefined, '{"name":"二"}')
    expect(book.run('drafts.list', {}).drafts.map(({ content }) => content)).toEqual([
      '{"name":"二"}',
    ])
  })

  test('are gone when dropped; one that is not there is no error', () => {
    save('customer:new')
    book.run('drafts.drop', { key: 'customer:new' })
    book.run('drafts.drop', { key: 'customer:new' })
    expect(keysOf()).toEqual([])
  })

  test('belong to one person: nobody else reads, overwrites or drops them', () => {
    save('customer:new', sales, '{"name":"他的"}')
    expect(keysOf()).toEqual([])
    save('customer:new')
    book.run('drafts.drop', { key: 'customer:new' })
    expect(book.run('drafts.list', {}, sales).drafts[0]?.content).toBe('{"name":"他的"}')
  })

  test('leave no command, journal or audit entry', () => {
    const before = ['command', 'change', 'audit_event'].map(count)
    save('customer:new')
    book.run('drafts.drop', { key: 'customer:new' })
    expect(['command', 'change', 'audit_event'].map(count)).toEqual(before)
  })

  test(`are ${mostDrafts} at most: the oldest go, never the one just saved`, () => {
    for (let number = 1; number <= mostDrafts; number += 1) {
      save(`follow-up:${number}`, sales, '{}')
      book.passTime(1)
    }
    save('customer:new')
    book.passTime(-60_000)
    save('customer:new', sales)
    const keys = keysOf(sales)
    expect(keys).toHaveLength(mostDrafts)
    expect(keys).toContain('customer:new')
    expect(keys).not.toContain('follow-up:1')
    expect(keysOf()).toEqual(['customer:new'])
  })
})

describe('the second key', () => {
  test('seals the drafts of those who hold it; the others’ stand in the encrypted file as they are', () => {
    save('customer:new')
    save('customer:new', sales)
    const [owners, others] = rows()
    expect(owners).toMatchObject({ sealed: 1 })
    expect(owners?.content).not.toContain('11010519491231002X')
    expect(others).toMatchObject({ sealed: 0, content: typed })
  })

  test('is needed to read what it sealed, and seen with another role it is left out but kept', () => {
    save('customer:new')
    const seenAsSales = { ...book.owner, role: 'sales' as const }
    expect(keysOf(seenAsSales)).toEqual([])
    save('follow-up:3', seenAsSales)
    expect(keysOf(seenAsSales)).toEqual(['follow-up:3'])
    expect(keysOf().sort()).toEqual(['customer:new', 'follow-up:3'])
  })

  test('opens no draft that was moved to another person or form; it goes with the next save', () => {
    const other = book.signIn('示例乙', 'owner')
    save('customer:new')
    const move = book.book.raw.prepare('UPDATE draft SET user_id = ?, key = ?')
    move.run(other.userId, 'customer:new')
    expect(keysOf(other)).toEqual([])
    move.run(book.owner.userId, 'follow-up:1')
    expect(keysOf()).toEqual([])
    move.run(book.owner.userId, 'customer:new')
    expect(keysOf()).toEqual(['customer:new'])
    move.run(book.owner.userId, 'follow-up:1')
    save('follow-up:2')
    expect(rows().map(({ key }) => key)).toEqual(['follow-up:2'])
  })
})

test('the form of a customer who went to a colleague is not given out, and comes back with the customer', () => {
  const fields = { kind: 'company' as const, name: '桃源示例商行', phone: '13800131027' }
  const { id } = book.run('customers.create', fields, sales)
  save(`customer:${id}`, sales)
  expect(keysOf(sales)).toEqual([`customer:${id}`])
  const give = ({ userId }: DataSession) =>
    book.run('customers.transfer', { ids: [id], ownerId: userId })
  give(book.owner)
  expect(keysOf(sales)).toEqual([])
  give(sales)
  expect(keysOf(sales)).toEqual([`customer:${id}`])
})
