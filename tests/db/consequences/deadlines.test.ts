import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importRows } from '@db/workflows/import-rows'
import { applyConsequences } from '@db/consequences/consequences'
import { profileEdits, raisedCauses } from '@db/consequences/deadline-causes'
import { customerFieldsOf } from '../../factories/customers'
import { importRowsOf } from '../../factories/import-rows'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const hour = 3_600_000
let book: TestBook
let customerId: number
let fields: ReturnType<typeof customerFieldsOf>

beforeEach(() => {
  book = createTestBook()
  fields = customerFieldsOf({ phone: '13800000001', need: null, email: null })
  customerId = book.run('customers.create', fields).id
})
afterEach(() => book.dispose())

const running = () => book.run('deadlines.ofCustomer', { customerId }).deadlines
const causes = () => running().map(({ cause }) => cause)
const edit = (values: Partial<typeof fields>) => {
  fields = { ...fields, ...values }
  const { updatedAt } = book.run('customers.get', { id: customerId })
  book.run('customers.update', { id: customerId, updatedAt, fields })
}
const log = () =>
  book.run('follow-ups.create', {
    ...{ customerId, type: 'phone', content: '虚构', occurredAt: book.clock() },
  })
const openCase = (kind: 'complaint' | 'praise' | 'consultation') =>
  book.run('service-cases.create', {
    ...{ customerId, kind, subject: '虚构', openedAt: book.clock() },
  }).id
const buy = () =>
  book.run('behaviors.create', { customerId, kind: 'purchase', at: book.clock() }).id

describe('a clock opens', () => {
  test('for 24 hours when a contact detail changed (R057)', () => {
    edit({ phone: '13800000002' })
    const { openedAt, dueAt, cause } = running()[0] ?? {}
    expect([cause, openedAt, dueAt]).toEqual(['contact', book.clock(), book.clock() + 24 * hour])
  })

  test('until the end of the next working day where the book says so (R058, D5)', () => {
    book.run('deadlines.setSettings', { mode: 'workdays' })
    book.passTime(48 * hour)
    edit({ phone: '13800000002' })
    // Friday 17 May 2024: due when Monday ends.
    expect(running()[0]?.dueAt).toBe(new Date(2024, 4, 21).getTime())
  })

  test('when the need changed, a purchase, a complaint or praise was written down', () => {
    edit({ need: '要一台新的' })
    buy()
    openCase('complaint')
    openCase('praise')
    expect(causes()).toEqual(['need', 'purchase', 'complaint', 'praise'])
  })

  test('when a person or a number at the customer changed or went', () => {
    const point = { type: 'phone', raw: '13900000001' } as const
    const { id } = book.run('contacts.create', {
      customerId,
      fields: { name: '虚构一', points: [point] },
    })
    expect(causes()).toEqual([])
    book.run('contacts.delete', { customerId, id })
    expect(causes()).toEqual(['contact'])
  })

  test('when a case turns out to be a complaint', () => {
    const id = openCase('consultation')
    expect(causes()).toEqual([])
    const form = { kind: 'complaint', subject: '虚构', openedAt: book.clock() } as const
    book.run('service-cases.update', { id, fields: form })
    expect(causes()).toEqual(['complaint'])
  })

  test('once for each cause: a newer event keeps the earlier time', () => {
    buy()
    const [first] = running()
    book.passTime(hour)
    buy()
    expect(running()).toEqual([first])
  })

  test('not for what only completes a profile, nor for a customer who was just made', () => {
    edit({ email: 'a@example.com' })
    book.run('customers.setTier', { ids: [customerId], tier: 'high' })
    book.run('behaviors.create', { customerId, kind: 'browse', at: book.clock() })
    openCase('consultation')
    expect(causes()).toEqual([])
  })

  test('not for a cause that the book leaves out', () => {
    book.run('deadlines.setSettings', { causes: ['need'] })
    buy()
    edit({ phone: '13800000002', need: '要新的' })
    expect(causes()).toEqual(['need'])
  })

  test('not by an import, a merge or an undo', () => {
    const other = book.run('customers.create', { ...fields, phone: '13800000009' }).id
    book.command({ route: 'imports.commit', undoable: true }, (context) => {
      importRows(context, { fileName: '虚构.csv', rejected: 0, rows: importRowsOf(5) })
      context.write.raw.prepare(`UPDATE customer SET phone = '1', need = '2'`).run()
      applyConsequences(context)
    })
    book.run('history.undo', {})
    const { updatedAt } = book.run('customers.get', { id: other })
    book.run('duplicates.merge', {
      survivorId: customerId,
      customers: [
        { id: other, updatedAt },
        { id: customerId, updatedAt },
      ],
      choices: { phone: other },
    })
    const total = book.book.raw.prepare('SELECT count(*) FROM deadline').pluck().get()
    expect(total).toBe(0)
    // The same writes under a route of a person do open clocks.
    book.command({ route: 'test', undoable: true }, (context) => {
      context.write.raw.prepare(`UPDATE customer SET phone = '1', need = '2'`).run()
      applyConsequences(context)
    })
    expect(causes()).toEqual(['contact', 'need'])
  })
})

describe('a clock stops', () => {
  test('when its owner says that the profile is up to date', () => {
    buy()
    openCase('praise')
    expect(book.run('deadlines.settle', { customerIds: [customerId] })).toEqual({ changed: 2 })
    expect(causes()).toEqual([])
    book.run('history.undo', {})
    expect(causes()).toEqual(['purchase', 'praise'])
  })

  test('with the next follow-up and with the next edit of the profile, whosever', () => {
    const clerk = book.signIn('示例客服', 'service')
    buy()
    const talk = { customerId, type: 'phone', content: '虚构', occurredAt: book.clock() } as const
    book.run('follow-ups.create', talk, clerk)
    expect(causes()).toEqual([])
    buy()
    edit({ industry: '餐饮' })
    expect(causes()).toEqual([])
    buy()
    book.run('quality.verify', { id: customerId, fields: ['phone'], method: 'call-back' })
    expect(causes()).toEqual([])
  })

  test('but not by the command that opened it, nor by the same event once more', () => {
    edit({ phone: '13800000002', industry: '餐饮', notes: '新' })
    expect(causes()).toEqual(['contact'])
    const [first] = running()
    book.passTime(hour)
    edit({ phone: '13800000003' })
    expect(running()).toEqual([first])
    buy()
    edit({ phone: '13800000004' })
    expect(causes()).toEqual(['contact'])
  })

  test('nor by work on its stage, tier or tags, nor by a planned visit', () => {
    buy()
    const ids = [customerId]
    book.run('customers.setTier', { ids, tier: 'high' })
    book.run('customers.setStage', { ids, stage: 'won', lostReason: null })
    book.run('tags.attach', { customerIds: ids, tags: [{ type: 'need', name: '新品' }] })
    book.run('cadence.plan', { ids, from: '2024-05-20', perDay: 5 })
    expect(causes()).toEqual(['purchase'])
  })
})

describe('undo', () => {
  test('takes a clock back with what opened it', () => {
    const before = trackedState(book)
    edit({ phone: '13800000002' })
    const after = trackedState(book)
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
    book.run('history.redo', {})
    expect(trackedState(book)).toBe(after)
  })

  test('runs a clock again with what stopped it', () => {
    buy()
    const before = trackedState(book)
    log()
    book.run('history.undo', {})
    expect(trackedState(book)).toBe(before)
  })

  test('of what opened a clock is not kept back by what stopped it, in any order', () => {
    buy()
    const { undo: bought } = book.run('history.getState', {})
    log()
    const { undo: logged } = book.run('history.getState', {})
    expect(book.run('history.explain', { commandId: bought?.commandId ?? 0 }).total).toBe(0)
    book.run('history.undo', { commandId: bought?.commandId })
    expect(causes()).toEqual([])
    book.run('history.undo', { commandId: logged?.commandId })
    book.run('history.redo', { commandId: bought?.commandId })
    expect(running().length).toBeLessThanOrEqual(1)
  })
})

test('a command over many customers reads its own journal and no whole table', () => {
  for (const sql of [
    raisedCauses,
    `SELECT id FROM deadline WHERE customer_id IN (${profileEdits})`,
  ]) {
    const plan = book.book.raw
      .prepare<[object], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all({ commandId: 1 })
      .map(({ detail }) => detail)
    expect(
      plan.filter((line) =>
        /^SCAN (customer|deadline|follow_up|behavior|service_case)\b/.test(line),
      ),
    ).toEqual([])
    expect(plan.some((line) => line.includes('change_by_command'))).toBe(true)
  }
})
