import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FollowUpFormValues } from '@shared/features/follow-ups/follow-ups.schema'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

const day = 86_400_000
let book: TestBook
let customerId: number

beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const customer = () => book.run('customers.get', { id: customerId })
const entries = () => book.run('follow-ups.list', { customerId }).entries
const entryOf = (id: number) => entries().find((entry) => entry.id === id)
const entry = (values: Partial<FollowUpFormValues> = {}): FollowUpFormValues => ({
  ...{ customerId, type: 'phone', content: '问价格', occurredAt: book.clock() },
  ...values,
})
const log = (values: Partial<FollowUpFormValues> = {}) =>
  book.run('follow-ups.create', entry(values)).id

describe('logging a follow-up', () => {
  test('gives it a code and names who wrote it (R009, R013)', () => {
    log()
    expect(entries()).toMatchObject([
      { code: 'F202405150001', followerName: '示例店主', nextDoneAt: null },
    ])
  })

  test('is the last interaction, unless it lies in the future (D2)', () => {
    log({ occurredAt: book.clock() - day })
    log({ occurredAt: book.clock() + day })
    expect(customer().lastInteractionAt).toBe(book.clock() - day)
  })

  test('with a next date replaces every open next step', () => {
    const first = log({ nextFollowAt: book.clock() + 5 * day })
    log({ nextFollowAt: book.clock() + 9 * day, nextNote: '带报价单' })
    expect(entryOf(first)?.nextDoneAt).toBe(book.clock())
    expect(customer().nextStep).toMatchObject({ at: book.clock() + 9 * day, note: '带报价单' })
    expect(customer().nextFollowAt).toBe(book.clock() + 9 * day)
  })

  test('without one closes what was due by tonight and leaves later plans alone', () => {
    const tonight = new Date(2024, 4, 15, 23, 59).getTime()
    const due = log({ nextFollowAt: tonight })
    log()
    expect(entryOf(due)?.nextDoneAt).toBe(book.clock())
    const later = log({ nextFollowAt: tonight + 2 * 60_000 })
    log()
    expect(entryOf(later)?.nextDoneAt).toBeNull()
    expect(customer().nextFollowAt).toBe(tonight + 2 * 60_000)
  })

  test('for a customer that does not exist is refused', () => {
    expect(() => log({ customerId: 4711 })).toThrow(code('customers.not-found'))
  })

  test('drops a note without a date', () => {
    const id = log({ nextNote: '带报价单' })
    expect(entryOf(id)?.nextNote).toBeNull()
  })
})

describe('a logged follow-up', () => {
  test('can be edited; a moved next step is open again', () => {
    const id = log({ nextFollowAt: book.clock() + day })
    book.run('follow-ups.completeNext', { id })
    const { customerId: _, ...fields } = entry({
      content: '改过',
      nextFollowAt: book.clock() + 2 * day,
    })
    book.run('follow-ups.update', { id, fields })
    expect(entryOf(id)).toMatchObject({ content: '改过', nextDoneAt: null })
    expect(customer().nextFollowAt).toBe(book.clock() + 2 * day)
  })

  test('loses its next step when it is done', () => {
    const id = log({ nextFollowAt: book.clock() + day })
    book.run('follow-ups.completeNext', { id })
    expect(entryOf(id)?.nextDoneAt).toBe(book.clock())
    expect(customer()).toMatchObject({ nextFollowAt: null, nextStep: null })
  })

  test('stays as it is when its next step is done twice', () => {
    const id = log({ nextFollowAt: book.clock() + day })
    book.run('follow-ups.completeNext', { id })
    book.passTime(day)
    book.run('follow-ups.completeNext', { id })
    expect(entryOf(id)?.nextDoneAt).toBe(book.clock() - day)
  })

  test('takes its dates with it when it is deleted', () => {
    const id = log({ nextFollowAt: book.clock() + day })
    book.run('follow-ups.delete', { id })
    expect(customer()).toMatchObject({
      nextFollowAt: null,
      lastInteractionAt: null,
      followUpCount: 0,
    })
  })

  test('that does not exist is reported by every command', () => {
    const { customerId: _, ...fields } = entry()
    expect(() => book.run('follow-ups.delete', { id: 4711 })).toThrow(code('core.not-found'))
    expect(() => book.run('follow-ups.completeNext', { id: 4711 })).toThrow(code('core.not-found'))
    expect(() => book.run('follow-ups.update', { id: 4711, fields })).toThrow(
      code('core.not-found'),
    )
  })
})

type Keyset = { occurredAt: number; id: number } | null

function lastOf(ids: number[]): Keyset {
  const id = ids.at(-1) ?? 0
  const occurredAt = entryOf(id)?.occurredAt
  return occurredAt === undefined ? null : { occurredAt, id }
}

describe('the timeline', () => {
  test('is newest first and its pages neither repeat nor skip, even at one moment', () => {
    const ids = Array.from({ length: 25 }, (_, index) =>
      log({ occurredAt: book.clock() - Math.floor(index / 10) * day }),
    )
    const seen: number[] = []
    let hasMore = true
    for (let before: Keyset = null; hasMore; before = lastOf(seen)) {
      const page = book.run('follow-ups.list', { customerId, before, limit: 7 })
      seen.push(...page.entries.map(({ id }) => id))
      hasMore = page.hasMore
    }
    expect(seen).toHaveLength(25)
    expect(seen).toEqual([
      ...ids.slice(0, 10).reverse(),
      ...ids.slice(10, 20).reverse(),
      ...ids.slice(20).reverse(),
    ])
  })

  test('walks an index at any depth', () => {
    const plan = book.book.raw
      .prepare(
        `EXPLAIN QUERY PLAN SELECT content FROM follow_up WHERE customer_id = 1
         AND (occurred_at, id) < (5, 5) ORDER BY occurred_at DESC, id DESC LIMIT 51`,
      )
      .all() as { detail: string }[]
    const [{ detail } = { detail: '' }, ...more] = plan
    expect(detail).toContain('follow_up_by_customer (customer_id=? AND occurred_at<?)')
    expect(more).toEqual([])
  })
})
