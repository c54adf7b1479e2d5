import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TimelineCursor, TimelineItem } from '@shared/features/timeline/timeline.schema'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let customerId: number

beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm({ source: '展会推广' })).id
})
afterEach(() => book.dispose())

const log = (occurredAt: number, content = '虚构') =>
  book.run('follow-ups.create', { customerId, type: 'phone', content, occurredAt }).id
const all = () => book.run('customers.listTimeline', { customerId, limit: 200 }).items
const keyOf = ({ kind, id }: TimelineItem) => `${kind}:${id}`

describe('the timeline of a customer', () => {
  test('merges all that happened, newest first', () => {
    book.passTime(60_000)
    log(book.clock())
    book.passTime(60_000)
    book.run('customers.setStage', { ids: [customerId], stage: 'won', reason: '签约' })
    expect(all()).toMatchObject([
      { kind: 'stage', from: 'prospect', to: 'won', reason: '签约', personName: '示例店主' },
      { kind: 'follow-up', entry: { content: '虚构' } },
      { kind: 'created', source: '展会推广' },
    ])
  })

  test('comes in pages that neither repeat nor skip, also within one moment', () => {
    const now = book.clock()
    for (let index = 0; index < 7; index++) log(now - (index % 3) * 1000)
    for (const stage of ['intent', 'won', 'repeat'] as const)
      book.run('customers.setStage', { ids: [customerId], stage })
    const pages: TimelineItem[] = []
    const read = (before: TimelineCursor | null) =>
      book.run('customers.listTimeline', { customerId, before, limit: 2 })
    let before: TimelineCursor | null = null
    for (;;) {
      const page: ReturnType<typeof read> = read(before)
      pages.push(...page.items)
      const last = page.items.at(-1)
      if (!page.hasMore || !last) break
      before = { at: last.at, kind: last.kind, id: last.id }
    }
    expect(pages.map(keyOf)).toEqual(all().map(keyOf))
    expect(new Set(pages.map(keyOf)).size).toBe(11)
  })

  test('can be narrowed to some kinds', () => {
    log(book.clock())
    const only = book.run('customers.listTimeline', { customerId, kinds: ['follow-up'] }).items
    expect(only.map(({ kind }) => kind)).toEqual(['follow-up'])
  })

  test('shows a role only what it may see (R084)', () => {
    log(book.clock(), '只给自己人')
    book.run('customers.setStage', { ids: [customerId], stage: 'lost', lostReason: '机密' })
    const ask = (role: 'finance' | 'marketing' | 'viewer') =>
      book.run('customers.listTimeline', { customerId }, book.signIn(role, role)).items
    expect(JSON.stringify(ask('finance'))).not.toMatch(/只给自己人|机密/)
    expect(ask('marketing').map(({ kind }) => kind)).toEqual(['stage', 'created'])
    expect(JSON.stringify(ask('viewer'))).toMatch(/只给自己人/)
    expect(() => ask('finance')).not.toThrow()
  })

  test('is not there for a customer that the person may not read', () => {
    const seller = book.signIn('示例销售', 'sales')
    expect(() => book.run('customers.listTimeline', { customerId }, seller)).toThrow(
      expect.objectContaining({ code: 'customers.not-found' }) as Error,
    )
  })

  test('reads each kind by an index of its customer', () => {
    const plans = ['stage_change', 'attachment', 'verification', 'follow_up'].map((table) => {
      const at = { stage_change: 'at', attachment: 'created_at', verification: 'field' }[table]
      const sql = `SELECT id FROM ${table} WHERE customer_id = 1 ORDER BY ${at ?? 'occurred_at'} DESC LIMIT 5`
      const rows = book.book.raw.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()
      return rows.map(({ detail }) => detail).join()
    })
    for (const plan of plans) expect(plan).toMatch(/USING (COVERING )?INDEX \w+_by_customer/)
  })
})
