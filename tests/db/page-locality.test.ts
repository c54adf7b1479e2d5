import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestBook, type TestBook } from '../factories/test-book'

const pageSize = 4096

describe('a command writes no more pages than it has to, since each of them weighs in the next backup', () => {
  let book: TestBook
  let id: number
  beforeEach(() => {
    book = createTestBook()
    id = add('云杉示例纸业')
    add('黑松示例货运')
  })
  afterEach(() => book.dispose())

  const form = { kind: 'company' as const, phone: '13800000001', industry: '物流' }
  const add = (name: string) => book.run('customers.create', { ...form, name }).id

  /** Names of the tables and indexes of which the work changed a page. */
  function touchedBy(work: () => void): Set<string> {
    const bytes = () => {
      book.book.raw.pragma('wal_checkpoint(TRUNCATE)')
      return readFileSync(book.path)
    }
    const before = bytes()
    book.passTime(60_000)
    work()
    const after = bytes()
    const pages = book.book.raw.prepare<[], { pageno: number; name: string }>(
      'SELECT pageno, name FROM dbstat',
    )
    return new Set(
      pages
        .all()
        .filter(({ pageno }) => {
          const [start, end] = [(pageno - 1) * pageSize, pageno * pageSize]
          return before.length < end || before.compare(after, start, end, start, end) !== 0
        })
        .map(({ name }) => name),
    )
  }

  function edit(fields: object): void {
    const { updatedAt } = book.run('customers.get', { id })
    book.run('customers.update', {
      ...{ id, updatedAt },
      fields: { ...form, name: '云杉示例纸业', ...fields },
    })
  }
  const ofCustomers = (names: Set<string>) =>
    [...names].filter((name) => name.startsWith('customer')).sort()

  it('an edit of a note touches no index but that of edits, one of the phone that of phones too', () => {
    const always = ['customer', 'customer_by_updated_at']
    expect(ofCustomers(touchedBy(() => edit({ notes: '改' })))).toEqual(always)
    const phone = { notes: '改', phone: '13900000002' }
    expect(ofCustomers(touchedBy(() => edit(phone)))).toEqual(
      [...always, 'customer_by_phone_normalized'].sort(),
    )
  })

  it('a follow-up without a next step leaves the index of next steps alone, one with it does not', () => {
    const entry = { customerId: id, type: 'phone' as const, content: '回访' }
    const write = (nextFollowAt: number | null) => () => {
      const occurredAt = book.clock() - 1000
      book.run('follow-ups.create', { ...entry, occurredAt, nextFollowAt })
    }
    const index = 'customer_by_next_follow_at'
    expect(touchedBy(write(null))).not.toContain(index)
    expect(touchedBy(write(book.clock() + 86_400_000))).toContain(index)
  })
})
