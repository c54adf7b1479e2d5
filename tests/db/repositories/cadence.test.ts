import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { RouteOutput } from '@shared/contract'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { LateCursor } from '@shared/features/cadence/cadence.schema'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const day = 86_400_000
let book: TestBook

beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error

/** A customer who was spoken to some days ago; null for never. */
function plant(
  name: string,
  daysAgo: number | null,
  values: Partial<CustomerFormValues> = {},
  session: DataSession = book.owner,
): number {
  const { id: customerId } = book.run(
    'customers.create',
    customerForm({ name, ...values }),
    session,
  )
  if (daysAgo !== null) {
    const talk = { customerId, type: 'phone', content: '虚构' } as const
    book.run('follow-ups.create', { ...talk, occurredAt: book.clock() - daysAgo * day }, session)
  }
  return customerId
}
const late = (input: object = {}, session = book.owner) =>
  book.run('cadence.late', input, session).customers
const names = (input: object = {}, session = book.owner) =>
  late(input, session).map(({ name }) => name)

describe('who is late', () => {
  test('was not spoken to for longer than the rhythm of their tier (R065)', () => {
    plant('八天', 8, { tier: 'high' })
    plant('七天', 7, { tier: 'high' })
    plant('二十天', 20, { tier: 'normal' })
    plant('四十天', 40, { tier: 'normal' })
    plant('十五天', 15, { tier: 'potential' })
    expect(names()).toEqual(['八天', '十五天', '四十天'])
    // Spoken to on 7 May, due on 14 May; today is Wednesday, 15 May 2024.
    expect(late()[0]).toMatchObject({ dueOn: '2024-05-14', daysLate: 1, ownerName: '示例店主' })
  })

  test('counts from the first contact, else from the day of entry, where nobody ever spoke (D2)', () => {
    const first = plant('早认识', null, { tier: 'high', firstContactOn: '2024-04-01' })
    const entered = plant('刚录入', null, { tier: 'high' })
    expect(late().map(({ id }) => id)).toEqual([first])
    book.passTime(9 * day)
    expect(late().map(({ id }) => id)).toEqual([first, entered])
    expect(late().map(({ dueOn }) => dueOn)).toEqual(['2024-04-08', '2024-05-22'])
  })

  test('has neither a planned step nor a task with a day', () => {
    const planned = plant('有下次', 30, { tier: 'high' })
    const tasked = plant('有任务', 30, { tier: 'high' })
    const talk = { type: 'phone', content: '虚构', occurredAt: book.clock() - 20 * day } as const
    book.run('follow-ups.create', { customerId: planned, ...talk, nextFollowAt: book.clock() })
    const addTask = (status: string) =>
      book.command({ route: 'test', undoable: true }, ({ write }) =>
        write.raw
          .prepare(
            `INSERT INTO task (uid, code, title, status, assignee_id, creator_id, customer_id, due_at, created_at, updated_at, checklist)
             VALUES (@status, @status, '虚构', @status, 1, 1, @tasked, 1, 0, 0, '[]')`,
          )
          .run({ status, tasked }),
      )
    addTask('cancelled')
    expect(names()).toEqual(['有任务'])
    addTask('open')
    expect(names()).toEqual([])
  })

  test('is at work, somebody’s and not lost', () => {
    const archived = plant('归档', 90)
    const pooled = plant('公海', 90)
    plant('流失', 90, { stage: 'lost', lostReason: '价格' })
    book.run('customers.archive', { ids: [archived] })
    book.run('customers.release', { ids: [pooled] })
    expect(names()).toEqual([])
  })

  test('is nobody of a tier whose rhythm is off', () => {
    plant('高', 90, { tier: 'high' })
    plant('普通', 90, { tier: 'normal' })
    book.run('cadence.setSettings', { high: null, normal: { every: 2, unit: 'day' } })
    expect(names()).toEqual(['普通'])
    expect(book.run('cadence.counts', {}).byTier).toEqual({ high: 0, potential: 0, normal: 1 })
  })

  test('is read page by page, higher tiers first, then the longest silence', () => {
    const expected: string[] = []
    for (const tier of ['high', 'potential', 'normal'] as const) {
      for (const quiet of [null, 90, 60, 60]) {
        const name = `${tier} ${quiet} ${expected.length}`
        plant(name, quiet, { tier, firstContactOn: '2024-01-01' })
        expected.push(name)
      }
    }
    for (const limit of [1, 2, 5, 100]) {
      const seen: string[] = []
      let after: LateCursor | null = null
      do {
        const page: RouteOutput<'cadence.late'> = book.run('cadence.late', { after, limit })
        seen.push(...page.customers.map(({ name }) => name))
        after = page.next
      } while (after !== null)
      expect(seen).toEqual(expected)
    }
    expect(names({ tier: 'potential' })).toEqual(expected.slice(4, 8))
  })

  test('is one’s own for a salesperson, and counted by owner for the others (R083)', () => {
    const seller = book.signIn('示例销售', 'sales')
    plant('店主的', 90)
    plant('自己的', 90, {}, seller)
    plant('也是', 90, { tier: 'high' }, seller)
    expect(names({}, seller)).toEqual(['也是', '自己的'])
    expect(names({ ownerId: book.owner.userId })).toEqual(['店主的'])
    expect(book.run('cadence.counts', { ownerId: seller.userId })).toEqual({
      ...{ total: 2, byTier: { high: 1, potential: 0, normal: 1 } },
      byOwner: [
        { ownerId: seller.userId, ownerName: '示例销售', total: 2 },
        { ownerId: book.owner.userId, ownerName: '示例店主', total: 1 },
      ],
    })
    expect(book.run('cadence.counts', {}, seller).byOwner).toHaveLength(1)
  })
})

describe('a page of those who are late', () => {
  const plansOf = (session: DataSession) => {
    book.restart()
    const prepare = vi.spyOn(book.book.raw, 'prepare')
    book.run('cadence.late', {}, session)
    const asked = prepare.mock.calls.map(([sql]) => sql)
    prepare.mockRestore()
    return asked
      .filter((sql) => sql.includes('FROM customer WHERE') && sql.includes('@tier'))
      .map((sql) => {
        const used = [...sql.matchAll(/@(\w+)/g)].map(([, name = '']): [string, null] => [
          name,
          null,
        ])
        return book.book.raw
          .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
          .all(Object.fromEntries(used))
          .map(({ detail }) => detail)
          .join('\n')
      })
  }

  test('walks the index of last contacts and sorts nothing', () => {
    plant('甲', 90)
    const plans = plansOf(book.owner)
    expect(plans).toHaveLength(2)
    for (const plan of plans) {
      expect(plan).toMatch(/SEARCH customer USING INDEX customer_by_last_interaction_at/)
      expect(plan).not.toContain('TEMP B-TREE')
    }
  })

  test('of a salesperson reads their own rows alone', () => {
    for (const plan of plansOf(book.signIn('示例销售', 'sales')))
      expect(plan).not.toMatch(/^SCAN customer$/m)
  })
})

describe('the proposed visit', () => {
  const propose = (customerId: number, from: number | null = null) =>
    book.run('cadence.propose', { customerId, from }).date

  test('follows the tier, after the contact that is being written down or the last one', () => {
    const id = plant('甲', 2, { tier: 'high' })
    expect(propose(id)).toBe('2024-05-20')
    expect(propose(id, book.clock())).toBe('2024-05-22')
    expect(propose(plant('乙', 90, { tier: 'normal' }))).toBe('2024-05-16')
  })

  test('is none for a tier without a rhythm, and for a customer out of reach', () => {
    const id = plant('甲', 2, { tier: 'high' })
    book.run('cadence.setSettings', { high: null })
    expect(propose(id)).toBeNull()
    const seller = book.signIn('示例销售', 'sales')
    expect(() => book.run('cadence.propose', { customerId: id }, seller)).toThrow(
      code('customers.not-found'),
    )
  })
})

describe('planning visits', () => {
  const steps = () =>
    book.book.raw
      .prepare<[], { name: string; at: number }>(
        `SELECT name, next_follow_at AS at FROM customer WHERE next_follow_at IS NOT NULL ORDER BY next_follow_at, id`,
      )
      .all()
      .map(({ name, at }) => `${name} ${new Date(at).getDate()}`)

  test('spreads them over working days, the higher tier first, and nobody is late any more', () => {
    const ids = [
      plant('普通甲', 90),
      plant('普通乙', 80),
      plant('高', 20, { tier: 'high' }),
      plant('潜力', 30, { tier: 'potential' }),
    ]
    const before = trackedState(book)
    const answer = book.run('cadence.plan', { ids, from: '2024-05-16', perDay: 2, type: 'visit' })
    expect(answer).toEqual({ planned: 4, lastDay: '2024-05-17' })
    expect(steps()).toEqual(['高 16', '潜力 16', '普通甲 17', '普通乙 17'])
    expect(names()).toEqual([])
    const { nextStep } = book.run('customers.get', { id: ids[0] ?? 0 })
    expect(nextStep).toMatchObject({ at: new Date(2024, 4, 17).getTime() })
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })

  test('gives each owner so many a day, and never begins before tomorrow', () => {
    const seller = book.signIn('示例销售', 'sales')
    const ids = [plant('甲', 90), plant('乙', 90), plant('丙', 90, {}, seller)]
    book.run('cadence.plan', { ids, from: '2020-01-01', perDay: 1 })
    expect(steps()).toEqual(['甲 16', '丙 16', '乙 17'])
  })

  test('is no interaction, and leaves planned steps alone', () => {
    const id = plant('甲', 90)
    const spoken = book.run('customers.get', { id }).lastInteractionAt
    const wanted = { ids: [id], from: '2024-05-20', perDay: 1 }
    book.run('cadence.plan', wanted)
    expect(book.run('customers.get', { id }).lastInteractionAt).toBe(spoken)
    expect(book.run('cadence.plan', { ...wanted, from: '2024-06-03' })).toEqual({
      ...{ planned: 0, lastDay: null },
    })
    expect(steps()).toEqual(['甲 20'])
  })

  test('is refused as a whole for a customer out of reach (R083)', () => {
    const seller = book.signIn('示例销售', 'sales')
    const ids = [plant('自己的', 90, {}, seller), plant('店主的', 90)]
    expect(() => book.run('cadence.plan', { ids, from: '2024-05-20', perDay: 1 }, seller)).toThrow(
      code('customers.not-found'),
    )
    expect(steps()).toEqual([])
  })
})
