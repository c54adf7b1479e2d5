import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FollowUpFormValues } from '@shared/features/follow-ups/follow-ups.schema'
import { followUpOutcomes, followUpTypes } from '@shared/features/follow-ups/follow-ups.schema'
import { sendFile } from '../../factories/attachments'
import { attach, copyOf } from '../../factories/customer-copies'
import { customerForm } from '../../factories/customers'
import { plantWork } from '../../factories/planted-work'
import { createTestBook, type TestBook } from '../../factories/test-book'
import { trackedState } from '../../factories/tracked-state'

const day = 86_400_000
let book: TestBook
let customerId: number
let contactId: number

beforeEach(() => {
  book = createTestBook()
  customerId = book.run('customers.create', customerForm()).id
  contactId = addPerson(customerId, '李谷雨')
})
afterEach(() => book.dispose())

const code = (name: string) => expect.objectContaining({ code: name }) as Error
const addPerson = (id: number, name: string) =>
  book.run('contacts.create', { customerId: id, fields: { name } }).id
const entry = (values: Partial<FollowUpFormValues> = {}): FollowUpFormValues => ({
  ...{ customerId, type: 'phone', content: '问价格', occurredAt: book.clock() },
  ...values,
})
const log = (values: Partial<FollowUpFormValues> & { uploadIds?: string[] } = {}) =>
  book.run('follow-ups.create', { ...entry(), ...values }).id
const entryOf = (id: number, session = book.owner) =>
  book.run('follow-ups.list', { customerId }, session).entries.find((one) => one.id === id)
const filesOf = (id: number) => entryOf(id)?.files.map(({ fileName }) => fileName)
const undo = () => book.run('history.undo', {})

describe('what an entry says beside its text', () => {
  test('is how it went, whom they met, and what comes next (R013, R032, R070)', () => {
    const nextFollowAt = new Date(2024, 4, 22, 15, 0).getTime()
    const id = log({ outcome: 'interested', contactId, nextFollowAt, nextType: 'visit' })
    expect(entryOf(id)).toMatchObject({
      ...{ outcome: 'interested', contact: { id: contactId, name: '李谷雨' } },
      ...{ nextFollowAt, nextType: 'visit', nextAllDay: false, files: [] },
    })
  })

  test('of a whole day is kept as its local midnight', () => {
    const nextFollowAt = new Date(2024, 4, 22, 15, 0).getTime()
    const id = log({ nextFollowAt, nextAllDay: true })
    expect(entryOf(id)).toMatchObject({
      ...{ nextFollowAt: new Date(2024, 4, 22).getTime(), nextAllDay: true },
    })
  })

  test('of a next step goes with its date', () => {
    const id = log({ nextType: 'visit', nextAllDay: true, nextNote: '带目录' })
    expect(entryOf(id)).toMatchObject({ nextType: null, nextAllDay: false, nextNote: null })
  })

  test('names no person of another customer', () => {
    const other = addPerson(book.run('customers.create', customerForm()).id, '周祥云')
    expect(() => log({ contactId: other })).toThrow(code('contacts.not-found'))
    expect(() => log({ contactId: 4711 })).toThrow(code('contacts.not-found'))
    const { customerId: _, ...fields } = entry({ contactId: other })
    const id = log()
    expect(() => book.run('follow-ups.update', { id, fields })).toThrow(code('contacts.not-found'))
  })

  test('can be changed, and every part of it goes back by undo', () => {
    const id = log({ outcome: 'unreached', nextFollowAt: book.clock() + day, nextType: 'phone' })
    const before = trackedState(book)
    const { customerId: _, ...fields } = entry({
      ...{ outcome: 'agreed', contactId, nextType: 'visit', nextAllDay: true },
      nextFollowAt: book.clock() + 2 * day,
    })
    book.run('follow-ups.update', { id, fields })
    expect(entryOf(id)).toMatchObject({ outcome: 'agreed', nextType: 'visit', nextAllDay: true })
    undo()
    expect(trackedState(book)).toBe(before)
  })

  test('is told by the history in words', () => {
    const id = log()
    const { customerId: _, ...fields } = entry({ outcome: 'agreed', contactId })
    book.run('follow-ups.update', { id, fields })
    const [latest] = book.run('history.ofCustomer', { customerId }).groups
    expect(latest?.changes[0]?.fields).toMatchObject([
      { field: 'outcome', form: 'follow-up-outcome', before: null, after: 'agreed' },
      { field: 'contact', form: 'contact', before: null, after: '李谷雨' },
    ])
  })

  test('shows a name masked, or not at all, to whoever may not see contacts whole (R084)', () => {
    const id = log({ contactId })
    expect(entryOf(id, book.signIn('只读', 'viewer'))?.contact?.name).toBe('李••')
    expect(JSON.stringify(entryOf(id, book.signIn('只读二', 'viewer')))).not.toContain('谷雨')
  })

  test('goes back to what it was whatever it was changed to', () => {
    const values = fc.record({
      type: fc.constantFrom(...followUpTypes),
      outcome: fc.option(fc.constantFrom(...followUpOutcomes)),
      contactId: fc.boolean().map((met) => (met ? contactId : null)),
      nextFollowAt: fc.option(fc.integer({ min: -40, max: 40 }).map((n) => book.clock() + n * day)),
      nextType: fc.option(fc.constantFrom(...followUpTypes)),
      nextAllDay: fc.boolean(),
      nextNote: fc.option(fc.string({ maxLength: 20 })),
    })
    fc.assert(
      fc.property(values, values, (first, second) => {
        const empty = trackedState(book)
        const id = log(first)
        const logged = trackedState(book)
        const { customerId: _, ...fields } = entry(second)
        book.run('follow-ups.update', { id, fields })
        undo()
        expect(trackedState(book)).toBe(logged)
        undo()
        expect(trackedState(book)).toBe(empty)
      }),
      { numRuns: 30 },
    )
  })
})

describe('a contact person who is deleted', () => {
  test('leaves what was written of them without a name, and comes back to it by undo', () => {
    const id = log({ contactId })
    const { userId } = book.owner
    book.command({ route: 'test.plant', undoable: true }, (context) =>
      plantWork(context, { customerId, contactId, userId, at: book.clock(), mark: '示例' }),
    )
    const before = trackedState(book)
    book.run('contacts.delete', { customerId, id: contactId })
    expect(entryOf(id)?.contact).toBeNull()
    for (const table of ['task', 'service_case'])
      expect(book.book.raw.prepare(`SELECT contact_id FROM ${table}`).pluck().all()).toEqual([null])
    undo()
    expect(trackedState(book)).toBe(before)
    expect(entryOf(id)?.contact?.name).toBe('李谷雨')
  })

  test('moves along with the entries when their customer is merged', () => {
    const id = log({ contactId })
    const survivorId = book.run('customers.create', customerForm()).id
    const ids = [survivorId, customerId]
    const customers = ids.map((one) => ({
      id: one,
      updatedAt: book.run('customers.get', { id: one }).updatedAt,
    }))
    book.run('duplicates.merge', { survivorId, customers })
    const moved = book.run('follow-ups.list', { customerId: survivorId }).entries
    expect(moved.find((one) => one.id === id)?.contact).toEqual({ id: contactId, name: '李谷雨' })
    const { contacts } = book.run('contacts.list', { customerId: survivorId })
    expect(contacts.map((one) => one.id)).toContain(contactId)
  })
})

describe('files that come with an entry', () => {
  test('stand at the entry and at the customer, and go with it by one undo', () => {
    const before = trackedState(book)
    const id = log({ uploadIds: [sendFile(book, customerId, { fileName: '布局.txt' })] })
    expect(filesOf(id)).toEqual(['布局.txt'])
    expect(book.run('attachments.list', { customerId }).items).toHaveLength(1)
    undo()
    expect(trackedState(book)).toBe(before)
  })

  test('can be added later, and stay at the customer when the entry goes', () => {
    const id = log()
    const { customerId: _, ...fields } = entry()
    const uploadIds = [sendFile(book, customerId, { fileName: '报价.txt' })]
    book.run('follow-ups.update', { id, fields, uploadIds })
    expect(filesOf(id)).toEqual(['报价.txt'])
    const before = trackedState(book)
    book.run('follow-ups.delete', { id })
    expect(book.run('attachments.list', { customerId }).items).toHaveLength(1)
    undo()
    expect(trackedState(book)).toBe(before)
  })

  test('that the customer has already become those of the entry, unless another has them', () => {
    const content = Buffer.from('同一份')
    const uploadIds = [sendFile(book, customerId, { content })]
    book.run('attachments.add', { customerId, uploadIds })
    const id = log({ uploadIds: [sendFile(book, customerId, { content })] })
    expect(filesOf(id)).toHaveLength(1)
    const later = log({ uploadIds: [sendFile(book, customerId, { content })] })
    expect(filesOf(later)).toEqual([])
    expect(filesOf(id)).toHaveLength(1)
  })

  test('that never arrived keep the entry from being written', () => {
    const before = trackedState(book)
    const uploadIds = ['00000000-0000-4000-8000-000000000001']
    expect(() => log({ uploadIds })).toThrow(code('attachments.upload-gone'))
    expect(trackedState(book)).toBe(before)
  })

  test('need the right to change the customer, and notes to be seen (R083, R084)', () => {
    const uploadIds = [sendFile(book, customerId)]
    const service = book.signIn('示例客服', 'service')
    expect(() => book.run('follow-ups.create', { ...entry(), uploadIds }, service)).toThrow(
      code('core.forbidden'),
    )
    expect(() => book.run('follow-ups.create', entry(), service)).not.toThrow()
  })
})

describe('a task that an entry asked for', () => {
  const task = { title: '寄样品', dueAt: new Date(2024, 4, 31).getTime(), allDay: true }
  const tasks = () => book.book.raw.prepare('SELECT title, customer_id, contact_id FROM task').all()

  test('is written with it, for the customer and the person met, and goes by the same undo', () => {
    const before = trackedState(book)
    book.run('follow-ups.create', { ...entry({ contactId }), task })
    expect(tasks()).toEqual([{ title: '寄样品', customer_id: customerId, contact_id: contactId }])
    undo()
    expect(trackedState(book)).toBe(before)
  })
})

describe('an entry of a backup', () => {
  const uidOf = (id: number) => book.run('customers.get', { id }).uid

  test('comes back with all that it says, to the person who came back with it', async () => {
    log({ outcome: 'agreed', contactId, nextFollowAt: book.clock() + day, nextType: 'visit' })
    const uid = uidOf(customerId)
    const copy = copyOf(book)
    while (book.run('history.getState', {}).undo) undo()
    await attach(book, copy)
    book.run('customer-restores.commit', { choices: [{ uid, mode: 'fill' }] })
    customerId = Number(book.book.raw.prepare('SELECT id FROM customer').pluck().get())
    const [restored] = book.run('follow-ups.list', { customerId }).entries
    expect(restored).toMatchObject({
      ...{ outcome: 'agreed', nextType: 'visit', contact: { name: '李谷雨' } },
    })
    expect(book.run('customer-restores.list', {}).rows).toMatchObject([{ status: 'same' }])
  })

  test('that says something else now is told and put back', async () => {
    const id = log({ outcome: 'agreed', contactId })
    const uid = uidOf(customerId)
    const copy = copyOf(book)
    book.passTime(1000)
    const { customerId: _, ...fields } = entry({ outcome: 'refused', contactId: null })
    book.run('follow-ups.update', { id, fields })
    await attach(book, copy)
    expect(book.run('customer-restores.list', {}).rows).toMatchObject([
      { status: 'changed', changedFollowUps: 1 },
    ])
    book.run('customer-restores.commit', { choices: [{ uid, mode: 'replace' }] })
    expect(entryOf(id)).toMatchObject({ outcome: 'agreed', contact: { id: contactId } })
  })
})
