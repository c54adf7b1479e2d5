import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { timelineSql } from '@db/repositories/timeline'
import type { RouteOutput } from '@shared/contract'
import type { Role } from '@shared/core/permissions'
import {
  type TimelineCursor,
  type TimelineItem,
  type TimelineKind,
  timelineKinds,
} from '@shared/features/timeline/timeline.schema'
import { attachFile, sendFile } from '../../factories/attachments'
import { customerForm } from '../../factories/customers'
import { plantWork, plantWorkOf } from '../../factories/planted-work'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
let customerId: number
let planted = 0

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
    const pages = readPages((before) =>
      book.run('customers.listTimeline', { customerId, before, limit: 2 }),
    )
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

  test('holds tasks, service cases and behaviours', () => {
    plantWorkOf(book, customerId)
    expect(all()).toMatchObject([
      { kind: 'task', title: '示例', status: 'open', dueAt: book.clock(), personName: '示例店主' },
      { kind: 'service-case', subject: '示例', caseKind: 'complaint', status: 'open' },
      { kind: 'behavior', behavior: 'browse', subject: '示例', channel: '示例' },
      { kind: 'created' },
    ])
  })

  test('holds a file that came with an entry at the entry alone', () => {
    const uploadIds = [sendFile(book, customerId)]
    const input = { customerId, type: 'visit', content: '虚构', occurredAt: book.clock() } as const
    book.run('follow-ups.create', { ...input, uploadIds })
    attachFile(book, customerId, { content: Buffer.from('另一份') })
    expect(all().map(({ kind }) => kind)).toEqual(['follow-up', 'attachment', 'created'])
  })

  test('tells nobody of a kind that they may not read, and no words that are notes (R083, R084)', () => {
    plantWorkOf(book, customerId)
    const ask = (role: Role) => {
      const { items } = book.run('customers.listTimeline', { customerId }, book.signIn(role, role))
      return { kinds: items.map(({ kind }) => kind), text: JSON.stringify(items) }
    }
    expect(ask('viewer').kinds).toEqual(['service-case', 'behavior', 'created'])
    expect(ask('service').kinds).toEqual(['service-case', 'behavior', 'created'])
    expect(ask('manager').kinds).toEqual(['task', 'service-case', 'behavior', 'created'])
    expect(ask('marketing').kinds).toEqual(['created'])
    expect(ask('finance')).toMatchObject({ kinds: ['created'] })
    const finance = book.signIn('会计', 'finance')
    book.command({ route: 'test.hand', undoable: true }, ({ write }) =>
      write.raw.prepare('UPDATE task SET assignee_id = ?').run(finance.userId),
    )
    const { items } = book.run('customers.listTimeline', { customerId }, finance)
    expect(items).toMatchObject([{ kind: 'task', title: null, notes: null }, { kind: 'created' }])
  })
})

describe('a search inside the timeline', () => {
  const find = (text: string, session = book.owner) =>
    book.run('customers.listTimeline', { customerId, text }, session).items

  test('finds what holds all of its words, whatever their writing', () => {
    log(book.clock(), 'HG-25 导轨组件，含税含运')
    log(book.clock(), '导轨另议')
    expect(find('ｈｇ-25 含税').map(keyOf)).toHaveLength(1)
    expect(find('导轨')).toHaveLength(2)
    expect(find('导轨 没有这个词')).toEqual([])
    expect(find('  ')).toHaveLength(3)
  })

  test('goes through every kind, the people met and the files of an entry', () => {
    plantWorkOf(book, customerId)
    expect(find('示例').map(({ kind }) => kind)).toEqual(['task', 'service-case', 'behavior'])
    const fields = { name: '李谷雨' }
    const { id: contactId } = book.run('contacts.create', { customerId, fields })
    const input = { customerId, type: 'visit', content: '虚构', occurredAt: book.clock() } as const
    const uploadIds = [sendFile(book, customerId, { fileName: '车间布局.txt' })]
    book.run('follow-ups.create', { ...input, contactId, uploadIds })
    expect(find('谷雨')).toHaveLength(1)
    expect(find('车间')).toHaveLength(1)
    expect(find('展会')).toMatchObject([{ kind: 'created' }])
  })

  test('finds nothing by words that the person may not see (R084)', () => {
    log(book.clock(), '只给自己人')
    const { id: contactId } = book.run('contacts.create', {
      customerId,
      fields: { name: '李谷雨' },
    })
    const input = { customerId, type: 'visit', content: '虚构', occurredAt: book.clock() } as const
    book.run('follow-ups.create', { ...input, contactId })
    expect(find('自己人')).toHaveLength(1)
    expect(find('谷雨', book.signIn('只读', 'viewer'))).toEqual([])
    expect(find('自己人', book.signIn('只读二', 'viewer'))).toHaveLength(1)
    expect(find('自己人', book.signIn('市场', 'marketing'))).toEqual([])
    expect(find('展会', book.signIn('市场二', 'marketing'))).toHaveLength(1)
  })
})

describe('any page of any timeline', () => {
  const anything = fc.array(
    fc.record({
      what: fc.constantFrom('log', 'stage', 'work', 'file'),
      hours: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 14 },
  )

  test('goes on where the one before ended: pages put together are the whole', () => {
    let files = 0
    const happen = ({ what, hours }: { what: string; hours: number }) => {
      const at = book.clock() - hours * 3_600_000
      if (what === 'log') log(at)
      if (what === 'stage') book.run('customers.setStage', { ids: [customerId], stage: 'won' })
      if (what === 'stage') book.run('customers.setStage', { ids: [customerId], stage: 'repeat' })
      if (what === 'file')
        attachFile(book, customerId, { content: Buffer.from(`第 ${(files += 1)} 份`) })
      if (what === 'work') plantAt(at)
    }
    fc.assert(
      fc.property(
        anything,
        fc.integer({ min: 1, max: 5 }),
        fc.subarray([...timelineKinds]),
        (happenings, limit, kinds) => {
          happenings.forEach(happen)
          const whole = book.run('customers.listTimeline', { customerId, kinds, limit: 200 })
          const pages = readPages((before) =>
            book.run('customers.listTimeline', { customerId, kinds, before, limit }),
          )
          expect(pages.map(keyOf)).toEqual(whole.items.map(keyOf))
          const ats = pages.map(({ at }) => at)
          expect(ats).toEqual(ats.toSorted((one, other) => other - one))
          customerId = book.run('customers.create', customerForm()).id
        },
      ),
      { numRuns: 25 },
    )
  })

  test('is entered by an index of the customer at its cursor, whatever kind', () => {
    const onlooker = { role: 'owner', relation: 'own' } as const
    const planOf = (kind: TimelineKind) => {
      const before = { at: 5, kind, id: 5 }
      const sql = timelineSql({ kinds: [kind], before, text: '' }, onlooker) ?? ''
      return book.book.raw
        .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        .all({ customerId: 1, me: 1, limit: 5, at: 5, id: 5, words: '[]' })
        .map(({ detail }) => detail)
        .join('\n')
    }
    const entered = {
      ...{ 'follow-up': 'follow_up_by_customer (customer_id=? AND occurred_at<?)' },
      ...{ task: 'task_by_customer (customer_id=? AND <expr><?)' },
      ...{ 'service-case': 'service_case_by_customer (customer_id=? AND opened_at<?)' },
      ...{ behavior: 'behavior_by_customer (customer_id=? AND at<?)' },
      ...{ stage: 'stage_change_by_customer (customer_id=? AND at<?)' },
      ...{ attachment: 'attachment_by_customer (customer_id=? AND created_at<?)' },
      // A customer has few of these.
      ...{ verification: 'verification_by_customer (customer_id=?)' },
      ...{ merge: 'customer_by_merged_into (merged_into_id=?)' },
    }
    for (const [kind, index] of Object.entries(entered))
      expect(planOf(kind as TimelineKind)).toContain(index)
    expect(planOf('created')).toContain('USING INTEGER PRIMARY KEY')
  })
})

function plantAt(at: number): void {
  const { userId } = book.owner
  book.command({ route: 'test.plant', undoable: true }, (context) => {
    // One code in every table for each.
    const mark = `示例${(planted += 1)}`
    plantWork(context, { customerId, contactId: null, userId, at, mark })
    for (const table of ['task', 'service_case'])
      context.write.raw
        .prepare(`UPDATE ${table} SET code = ? WHERE code = ?`)
        .run(mark, `${table === 'task' ? 'K' : 'S'}${customerId}`)
  })
}

function readPages(
  read: (before: TimelineCursor | null) => RouteOutput<'customers.listTimeline'>,
): TimelineItem[] {
  const items: TimelineItem[] = []
  for (let before: TimelineCursor | null = null; ;) {
    const page = read(before)
    items.push(...page.items)
    const last = page.items.at(-1)
    if (!page.hasMore || !last) return items
    before = { at: last.at, kind: last.kind, id: last.id }
  }
}
