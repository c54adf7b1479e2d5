import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { viewCase } from '@db/service-case-rows'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import type { RouteOutput } from '@shared/contract'
import type { Role } from '@shared/core/permissions'
import type { CaseFormValues } from '@shared/features/service-cases/service-cases.schema'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const hour = 3_600_000
let book: TestBook
let customerId: number

beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const form = (values: Partial<CaseFormValues> = {}): CaseFormValues => ({
  ...{ customerId, kind: 'after-sales', subject: '机器漏油', openedAt: book.clock() },
  ...values,
})
const open = (values: Partial<CaseFormValues> = {}, session?: DataSession) =>
  book.run('service-cases.create', form(values), session).id
const get = (id: number, session?: DataSession) => book.run('service-cases.get', { id }, session)
const listed = (filter: object = {}, session?: DataSession) =>
  book.run('service-cases.list', { filter }, session).cases.map(({ id }) => id)
const lastInteraction = () => book.run('customers.get', { id: customerId }).lastInteractionAt

describe('a service case', () => {
  test('has a code, somebody who looks after it, and is the last interaction (R080, D2)', () => {
    const id = open({ openedAt: book.clock() - hour })
    expect(get(id)).toMatchObject({
      ...{ code: 'S202405150001', status: 'open', handlerName: '示例店主', customerId },
    })
    expect(lastInteraction()).toBe(book.clock() - hour)
  })

  test('goes from the first answer to the satisfaction, with its times', () => {
    const id = open()
    book.passTime(2 * hour)
    book.run('service-cases.respond', { id })
    book.passTime(hour)
    expect(() => book.run('service-cases.move', { id, to: 'resolved' })).toThrow(
      code('service-cases.result-missing'),
    )
    book.run('service-cases.move', { id, to: 'resolved', result: '换了油封' })
    book.run('service-cases.move', { id, to: 'closed', satisfaction: 4 })
    expect(get(id)).toMatchObject({
      ...{ status: 'closed', result: '换了油封', satisfaction: 4, resolvedAt: book.clock() },
      response: { clock: 2 * hour, working: 2 * hour },
      resolution: { clock: 3 * hour, working: 3 * hour },
    })
    expect(lastInteraction()).toBe(book.clock())
  })

  test('names a person at the customer and nobody of another one', () => {
    const other = book.run('customers.create', customerForm({ name: '别家' })).id
    const fields = { name: '虚构一' }
    const mine = book.run('contacts.create', { customerId, fields }).id
    const theirs = book.run('contacts.create', { customerId: other, fields }).id
    expect(get(open({ contactId: mine })).contactName).toBe('虚构一')
    expect(() => open({ contactId: theirs })).toThrow(code('contacts.not-found'))
  })

  test('is looked after by somebody who reaches the customer', () => {
    const service = book.signIn('示例客服', 'service')
    const seller = book.signIn('示例销售', 'sales')
    const viewer = book.signIn('示例旁观', 'viewer')
    expect(get(open({ handlerId: service.userId })).handlerName).toBe('示例客服')
    for (const handlerId of [seller.userId, viewer.userId, 9999])
      expect(() => open({ handlerId })).toThrow(code('service-cases.handler-unfit'))
    const namesOf = (input: { customerId?: number }) =>
      book.run('service-cases.listHandlers', input).handlers.map(({ name }) => name)
    expect(namesOf({ customerId })).toEqual(['示例客服', '示例店主'])
    expect(namesOf({})).toEqual(['示例客服', '示例店主', '示例销售'])
  })

  test('begins neither in the future nor after its answer', () => {
    expect(() => open({ openedAt: book.clock() + 1 })).toThrow(code('service-cases.time-order'))
    const id = open({ openedAt: book.clock() - hour })
    book.run('service-cases.respond', { id, at: book.clock() - hour / 2 })
    const { customerId: _customer, ...fields } = form()
    expect(() => book.run('service-cases.update', { id, fields })).toThrow(
      code('service-cases.time-order'),
    )
    const edited = { ...fields, subject: '漏油两次', openedAt: book.clock() - 2 * hour }
    book.run('service-cases.update', { id, fields: edited })
    expect(get(id)).toMatchObject({ subject: '漏油两次', response: { clock: 1.5 * hour } })
  })

  test('every step of it can be taken back, the last interaction too', () => {
    const states = [trackedState(book)]
    const id = open()
    const steps = [
      () => book.run('service-cases.respond', { id }),
      () => book.run('service-cases.move', { id, to: 'waiting' }),
      () => book.run('service-cases.move', { id, to: 'closed', result: '好了', satisfaction: 5 }),
      () => book.run('service-cases.move', { id, to: 'open' }),
      () => book.run('service-cases.delete', { id }),
    ]
    for (const step of steps) {
      states.push(trackedState(book))
      book.passTime(hour)
      step()
    }
    while (states.length > 0) {
      book.run('history.undo', {})
      expect(trackedState(book)).toBe(states.pop())
    }
    expect(lastInteraction()).toBeNull()
  })
})

describe('the list of cases', () => {
  test('begins with the longest wait, and what is finished with the newest', () => {
    const ago = (hours: number) => open({ openedAt: book.clock() - hours * hour })
    const [first, second, third] = [ago(3), ago(2), ago(1)]
    book.run('service-cases.respond', { id: second })
    expect(listed()).toEqual([first, second, third])
    expect(listed({ state: 'unanswered' })).toEqual([first, third])
    for (const id of [first, third])
      book.run('service-cases.move', { id, to: 'closed', result: '好了' })
    expect(listed()).toEqual([second])
    expect(listed({ state: 'finished' })).toEqual([third, first])
    expect(listed({ state: 'all' })).toEqual([third, second, first])
  })

  test('is read page by page without a gap or a double, also within one moment', () => {
    const ids = Array.from({ length: 7 }, () => open())
    for (const [state, expected] of [
      ['open', ids],
      ['all', [...ids].reverse()],
    ] as const) {
      const seen: number[] = []
      let after: { openedAt: number; id: number } | null = null
      for (;;) {
        const page: RouteOutput<'service-cases.list'> = book.run('service-cases.list', {
          filter: { state },
          after,
          limit: 3,
        })
        seen.push(...page.cases.map(({ id }) => id))
        const last = page.cases.at(-1)
        if (!page.hasMore || !last) break
        after = { openedAt: last.openedAt, id: last.id }
      }
      expect(seen).toEqual(expected)
    }
  })

  test('is filtered by kind, by who looks after it and by customer', () => {
    const service = book.signIn('示例客服', 'service')
    const other = book.run('customers.create', customerForm({ name: '别家' })).id
    const praise = open({ kind: 'praise', handlerId: service.userId })
    const repair = open({ customerId: other })
    expect(listed({ kind: 'praise' })).toEqual([praise])
    expect(listed({ handlerId: service.userId })).toEqual([praise])
    expect(listed({ customerId: other })).toEqual([repair])
  })

  test('holds one’s own alone for a salesperson, and nothing of the recycle bin (R083, X5)', () => {
    const seller = book.signIn('示例销售', 'sales')
    const mine = book.run('customers.create', customerForm({ name: '自己的' }), seller).id
    const foreign = open()
    const own = open({ customerId: mine }, seller)
    expect(listed({}, seller)).toEqual([own])
    expect(() => get(foreign, seller)).toThrow(code('core.not-found'))
    expect(() => listed({ customerId }, seller)).toThrow(code('customers.not-found'))
    expect(() => book.run('service-cases.respond', { id: foreign }, seller)).toThrow(
      code('core.not-found'),
    )
    book.run('customers.delete', { ids: [customerId] })
    expect(listed()).toEqual([own])
    expect(listed({ customerId })).toEqual([foreign])
    expect(() => book.run('service-cases.respond', { id: foreign })).toThrow(
      code('customers.in-bin'),
    )
  })

  test('shows who may read contacts masked no more than the first letter of a name (R084)', () => {
    const contactId = book.run('contacts.create', { customerId, fields: { name: '虚构一' } }).id
    const id = open({ content: '长话', contactId })
    const viewer = book.signIn('示例旁观', 'viewer')
    expect(get(id, viewer)).toMatchObject({ subject: '机器漏油', contactName: '虚••', contactId })
    const marketing = book.signIn('示例市场', 'marketing')
    expect(() => listed({}, marketing)).toThrow(code('core.forbidden'))
  })

  test('leaves words out for who may not see notes, and names for who may not see contacts (R084)', () => {
    const row = {
      ...get(open({ content: '长话' })),
      ...{ ownerId: 1, ownerRole: 'owner' as const, pooledAt: null, ownedSince: null },
      ...{ createdAt: 0, lastInteractionAt: null, contactId: 1, contactName: '虚构一' },
    }
    const view = (role: Role) =>
      viewCase(row, { userId: 99, role, staleBefore: null }, makeHolidayCalendar([]))
    const { subject, content, result, contactId, contactName } = view('finance')
    expect([subject, content, result, contactId, contactName]).toEqual(['', null, null, null, null])
    expect(view('service')).toMatchObject({ subject: '机器漏油', contactName: '虚构一' })
  })
})

test('the figures count what waits and average what was answered and rated', () => {
  expect(book.run('service-cases.counts', {})).toEqual({
    ...{ open: 0, unanswered: 0, response: null, answered: 0, satisfaction: null, rated: 0 },
  })
  const ids = [2, 4, 6].map((hours) => open({ openedAt: book.clock() - hours * hour }))
  open()
  for (const id of ids.slice(0, 2)) book.run('service-cases.respond', { id })
  for (const [id, satisfaction] of ids.map((id, at) => [id, [5, 2, null][at] ?? null] as const))
    book.run('service-cases.move', { id, to: 'closed', result: '好', satisfaction })
  expect(book.run('service-cases.counts', {})).toEqual({
    ...{ open: 1, unanswered: 1, response: 4 * hour, answered: 3, satisfaction: 3.5, rated: 2 },
  })
  // Ninety days later they do not count any more.
  book.passTime(91 * 24 * hour)
  expect(book.run('service-cases.counts', {})).toMatchObject({ open: 1, answered: 0, rated: 0 })
})
