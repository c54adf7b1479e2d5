import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { recordEvents } from '@db/audit'
import { auditIdsQuery, type AuditPage } from '@db/audit-where'
import { pageAudit } from '@db/repositories/audit'
import { auditKindOf } from '@shared/features/audit/audit.rules'
import { type AuditFilter, auditFilter, auditKinds } from '@shared/features/audit/audit.schema'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const list = (filter: Partial<AuditFilter> = {}, limit = 200) =>
  book.run('audit.list', { filter, limit })
const routesOf = (filter: Partial<AuditFilter>) => list(filter).lines.map(({ route }) => route)
const event = (route: string, at: number, subject: string | null = null) =>
  recordEvents(book.book, book.auditKey, [{ route, at, subject, userUid: book.owner.userUid }])
const create = (name: string) => book.run('customers.create', customerForm({ name })).id
const talk = (customerId: number) =>
  book.run('follow-ups.create', {
    ...{ customerId, type: 'phone', content: '问价格' },
    occurredAt: book.clock(),
  }).id

describe('the list', () => {
  test('says who did what to whom, newest first', () => {
    const id = create('示例甲')
    book.run('customers.reveal', { id, fields: ['phone', 'email'] })
    const [reveal, creation] = list().lines
    expect(reveal).toMatchObject({
      ...{ id: 2, route: 'customers.reveal', kind: 'reveal', changes: 0 },
      ...{ subject: 'customer:1 email,phone', userName: '示例店主', at: book.clock() },
      ...{ customers: [{ id, name: '示例甲' }], customerCount: 1 },
    })
    expect(creation).toMatchObject({ id: 1, kind: 'change', changes: 1, customerCount: 1 })
  })

  test('leaves the person out where nobody was signed in', () => {
    const note = { route: 'vault.headerRolledBack', at: 1, userUid: null, subject: null }
    recordEvents(book.book, book.auditKey, [note])
    expect(list().lines[0]).toMatchObject({ userId: null, userName: null, kind: 'vault' })
  })

  test('goes on behind the last line, to the first entry', () => {
    for (let at = 0; at < 7; at += 1) event('vault.unlock', at)
    const first = list({}, 3)
    const second = book.run('audit.list', { before: first.lines.at(-1)?.id ?? null, limit: 3 })
    const third = book.run('audit.list', { before: second.lines.at(-1)?.id ?? null, limit: 3 })
    const ids = [first, second, third].map(({ lines }) => lines.map(({ id }) => id))
    expect(ids).toEqual([[7, 6, 5], [4, 3, 2], [1]])
    expect([first, second, third].map(({ hasMore }) => hasMore)).toEqual([true, true, false])
  })

  test('names at most three customers and counts all', () => {
    const ids = ['甲', '乙', '丙', '丁', '戊'].map(create)
    book.run('customers.setTier', { ids, tier: 'high' })
    expect(list().lines[0]).toMatchObject({
      customers: ['甲', '乙', '丙'].map((name, index) => ({ id: ids[index], name })),
      customerCount: 5,
    })
  })

  test('counts a customer once, whatever of it was changed', () => {
    const id = create('甲')
    const tags = [
      { type: 'need', name: '培训' },
      { type: 'risk', name: '拖款' },
    ] as const
    book.run('tags.attach', { customerIds: [id], tags: [...tags] })
    expect(list().lines[0]).toMatchObject({ changes: 4, customerCount: 1 })
  })

  test('still names a customer whose creation was undone', () => {
    const id = create('走了的甲')
    talk(id)
    book.run('history.undo', {})
    book.run('history.undo', {})
    const counts = list().lines.map(({ customers, customerCount }) => [customers, customerCount])
    expect(counts).toEqual(Array(4).fill([[{ id, name: '走了的甲' }], 1]))
  })

  test('is for the owner alone', () => {
    for (const role of ['manager', 'sales', 'viewer'] as const)
      expect(() => book.run('audit.list', {}, book.signIn('乙', role))).toThrow(
        expect.objectContaining({ code: 'core.forbidden' }),
      )
  })

  test('offers everybody who ever had an account', () => {
    book.signIn('周', 'sales')
    expect(book.run('audit.listUsers', {}).users.map(({ name }) => name)).toEqual([
      '周',
      '示例店主',
    ])
  })
})

describe('the filter by customer', () => {
  test('finds its own row, follow-ups, tag links and reveals, gone ones too, and nothing else', () => {
    const id = create('甲')
    const other = create('乙')
    const entry = talk(id)
    book.run('follow-ups.delete', { id: entry })
    const tag = { type: 'need', name: '培训' } as const
    book.run('tags.attach', { customerIds: [id, other], tags: [tag] })
    const tagIds = book.run('tags.list', {}).tags.map((one) => one.id)
    book.run('tags.detach', { customerIds: [id], tagIds })
    book.run('customers.reveal', { id, fields: ['phone'] })
    book.run('customers.reveal', { id: other, fields: ['phone'] })
    talk(other)
    expect(routesOf({ customerId: id })).toEqual([
      'customers.reveal',
      'tags.detach',
      'tags.attach',
      'follow-ups.delete',
      'follow-ups.create',
      'customers.create',
    ])
  })

  test('takes customer 1 and 12 for two', () => {
    event('customers.reveal', 1, 'customer:1 phone')
    event('customers.reveal', 2, 'customer:12 phone')
    event('customers.reveal', 3, 'customer:1')
    event('customers.reveal', 4, 'user:1')
    expect(list({ customerId: 1 }).lines.map(({ at }) => at)).toEqual([3, 1])
  })
})

const someFilter = fc.record({
  userId: fc.option(fc.integer({ min: 1, max: 3 })),
  kinds: fc.subarray([...auditKinds]),
  from: fc.option(fc.integer({ min: 0, max: 60 })),
  until: fc.option(fc.integer({ min: 0, max: 60 })),
  customerId: fc.option(fc.integer({ min: 1, max: 3 })),
})

describe('any filter', () => {
  test('answers what a plain look at every entry answers, in pages and from both ends', () => {
    const people = [book.owner, book.signIn('乙', 'sales'), book.signIn('丙', 'service')]
    const routes = ['customers.reveal', 'vault.unlock', 'backups.create', 'users.create', 'new.one']
    const notes = Array.from({ length: 60 }, (_, index) => ({
      route: routes[(index * 7) % 5] ?? '',
      // Clocks are set back at times: the order of ids is not that of moments.
      at: (index * 37) % 60,
      userUid: people[(index * 5) % 4]?.userUid ?? null,
      subject: index % 3 === 0 ? `customer:${1 + (index % 4)} phone` : null,
    }))
    recordEvents(book.book, book.auditKey, notes)
    const all = pageAudit(book.book.read, { filter: auditFilter.parse({}), after: 0, limit: 1000 })
    expect(all).toHaveLength(60)
    fc.assert(
      fc.property(someFilter, fc.integer({ min: 1, max: 25 }), (filter, limit) => {
        const expected = all.filter(
          (line) =>
            (filter.userId === null || line.userId === filter.userId) &&
            (filter.kinds.length === 0 || filter.kinds.includes(auditKindOf(line.route))) &&
            (filter.from === null || line.at >= filter.from) &&
            (filter.until === null || line.at < filter.until) &&
            (filter.customerId === null ||
              line.subject?.startsWith(`customer:${filter.customerId} `)),
        )
        expect(readAll(filter, limit)).toEqual(expected.map(({ id }) => id).reverse())
        const oldest = pageAudit(book.book.read, { filter, after: 0, limit: 1000 })
        expect(oldest.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
      }),
      { numRuns: 150 },
    )
  })

  function readAll(filter: AuditFilter, limit: number): number[] {
    const ids: number[] = []
    let before: number | null = null
    for (;;) {
      const { lines, hasMore } = book.run('audit.list', { filter, before, limit })
      ids.push(...lines.map(({ id }) => id))
      if (!hasMore) return ids
      before = ids.at(-1) ?? null
    }
  }
})

describe('a page of a million entries', () => {
  const plan = (filter: Partial<AuditFilter>) => {
    const page: AuditPage = {
      ...{ filter: auditFilter.parse(filter), newestFirst: true, edge: null, limit: 100 },
    }
    const { sql, values } = auditIdsQuery(page, { low: 0, high: 1_000_000 })
    return book.book.raw
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(values)
      .map(({ detail }) => detail)
      .join('\n')
  }

  test.each([
    ['everything', {}, 'INTEGER PRIMARY KEY'],
    ['a person', { userId: 1 }, 'audit_event_by_user'],
    ['rare kinds', { kinds: ['backup', 'vault'] }, 'audit_event_by_route'],
    ['rare kinds of a person', { kinds: ['backup'], userId: 1 }, 'audit_event_by_route'],
    ['a customer', { customerId: 1 }, 'audit_event_by_command'],
    ['a customer and a person', { customerId: 1, userId: 1 }, 'audit_event_by_subject'],
    ['a removed follow-up', { customerId: 1 }, 'change_by_removed_customer'],
  ] as const)('%s: goes in by an index', (_name, filter, index) => {
    const text = plan(filter as Partial<AuditFilter>)
    expect(text).toContain(index)
    expect(text).not.toMatch(/SCAN (audit_event|change)\b/)
  })

  test('and without that index it would be walked whole (negative control)', () => {
    book.book.raw.exec('DROP INDEX audit_event_by_subject')
    expect(plan({ customerId: 1 })).toMatch(/SCAN audit_event/)
  })
})
