import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DataSession } from '../../../electron/ipc/context'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

let book: TestBook
let seller: DataSession
let rival: DataSession
let id: number

beforeEach(() => {
  book = createTestBook()
  seller = book.signIn('示例甲', 'sales')
  rival = book.signIn('示例乙', 'sales')
  id = book.run('customers.create', customerForm(), seller).id
})
afterEach(() => book.dispose())

const forbidden = expect.objectContaining({ code: 'core.forbidden' }) as Error
const logCall = (session: DataSession) =>
  book.run(
    'follow-ups.create',
    { ...{ customerId: id, type: 'phone', content: '问价格' }, occurredAt: book.clock() },
    session,
  ).id
const giveTo = (session: DataSession) =>
  book.run('customers.transfer', { ids: [id], ownerId: session.userId })

function expectRefused(work: () => unknown) {
  const before = trackedState(book)
  expect(work).toThrow(forbidden)
  expect(trackedState(book)).toBe(before)
}

describe('undo by somebody who reaches their own records only (R083)', () => {
  test('is refused for a customer that was given to a colleague since, and changes nothing', () => {
    logCall(seller)
    giveTo(rival)
    expectRefused(() => book.run('history.undo', {}, seller))
  })

  test('is refused for a deleted entry of it, and for its tags', () => {
    const entry = logCall(seller)
    book.run('follow-ups.delete', { id: entry }, seller)
    giveTo(rival)
    expectRefused(() => book.run('history.undo', {}, seller))
    giveTo(seller)
    book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: 'a' }] }, seller)
    giveTo(rival)
    expectRefused(() => book.run('history.undo', {}, seller))
    giveTo(seller)
    book.run('tags.detach', { customerIds: [id], tagIds: [1] }, seller)
    giveTo(rival)
    expectRefused(() => book.run('history.undo', {}, seller))
  })

  test('works again when the customer came back (control)', () => {
    logCall(seller)
    giveTo(rival)
    giveTo(seller)
    expect(() => book.run('history.undo', {}, seller)).not.toThrow()
  })

  test('takes back what the command itself gave away or took', () => {
    const before = trackedState(book)
    book.run('customers.release', { ids: [id] }, seller)
    book.run('history.undo', {}, seller)
    expect(trackedState(book)).toBe(before)
    book.run('history.redo', {}, seller)
    book.run('customers.claim', { ids: [id] }, rival)
    book.run('history.undo', {}, rival)
    expect(book.run('customers.get', { id }).relation).toBe('pool')
  })

  test('takes back a new customer, and redo brings it again', () => {
    const other = book.run('customers.create', customerForm(), seller).id
    book.run('history.undo', {}, seller)
    expect(() => book.run('customers.get', { id: other })).toThrow()
    book.run('history.redo', {}, seller)
    expect(book.run('customers.get', { id: other }, seller).relation).toBe('own')
  })

  test('redo is refused for a customer that was given away meanwhile', () => {
    logCall(seller)
    book.run('history.undo', {}, seller)
    giveTo(rival)
    expectRefused(() => book.run('history.redo', {}, seller))
  })
})

describe('undo by other roles', () => {
  test('follows the right that the command needed: service people take back their own entries', () => {
    const service = book.signIn('示例客服', 'service')
    logCall(service)
    book.run('history.undo', {}, service)
    expect(book.run('customers.get', { id }).followUpCount).toBe(0)
  })

  test('is refused for what one may not do any more', () => {
    book.run('customers.setTier', { ids: [id], tier: 'high' }, seller)
    const demoted = { ...seller, role: 'service' as const }
    expectRefused(() => book.run('history.undo', {}, demoted))
  })

  test('reaches other people’s commands only for those who may undo all', () => {
    logCall(seller)
    const commandId = book.run('history.getState', {}, seller).undo?.commandId ?? 0
    const service = book.signIn('示例客服', 'service')
    expectRefused(() => book.run('history.undo', { commandId }, service))
    expect(() => book.run('history.undo', { commandId }, book.owner)).not.toThrow()
  })
})
