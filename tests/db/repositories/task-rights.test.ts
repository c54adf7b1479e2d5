import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@shared/core/permissions'
import { customerForm } from '../../factories/customers'
import { createTestBook, type TestBook } from '../../factories/test-book'

let book: TestBook
beforeEach(() => {
  book = createTestBook()
})
afterEach(() => book.dispose())

/** A task for a customer of the owner, given to somebody. */
function give(role: Role) {
  const person = book.signIn(`示例 ${role}`, role)
  const { id: customerId } = book.run('customers.create', customerForm({ name: '云岫示例' }))
  const { id: contactId } = book.run('contacts.create', {
    customerId,
    fields: { name: '司徒示例' },
  })
  const { id } = book.run('tasks.create', {
    ...{ title: '问回款', notes: '只说一次', customerId, contactId, assigneeId: person.userId },
    checklist: [{ text: '先打电话', done: false }],
  })
  return { person, customerId, contactId, id }
}

describe('whose tasks a person sees', () => {
  test('to whom one was given reads it, without the name of a customer that they may not read', () => {
    const { person, id } = give('sales')
    expect(book.run('tasks.get', { id }, person)).toMatchObject({
      ...{ title: '问回款', notes: '只说一次', textsHidden: false },
      ...{ customerId: null, customerName: null, customerHidden: true },
      ...{ contactId: null, contactName: null, mayWrite: true },
    })
  })

  test('such a customer and person stay when that person edits the task', () => {
    const { person, id, customerId, contactId } = give('sales')
    const { updatedAt } = book.run('tasks.get', { id }, person)
    book.run('tasks.update', { id, updatedAt, fields: { title: '问过了' } }, person)
    expect(book.run('tasks.get', { id })).toMatchObject({
      ...{ title: '问过了', customerId, contactId, assigneeId: person.userId },
    })
  })

  test('others see nothing of it: not in the list, not by its number', () => {
    const { id } = give('sales')
    const rival = book.signIn('示例对手', 'sales')
    expect(book.run('tasks.list', {}, rival).tasks).toEqual([])
    expect(book.run('tasks.count', {}, rival).open).toBe(0)
    for (const name of ['tasks.get', 'tasks.complete', 'tasks.delete'] as const)
      expect(() => book.run(name, { id }, rival)).toThrow('core.not-found')
  })

  test('a role that reads no notes gets no texts, and no way to come to them', () => {
    const marketing = book.signIn('示例市场', 'marketing')
    const { id: customerId } = book.run('customers.create', customerForm({ name: '云岫示例' }))
    const { id } = book.run('tasks.create', { title: '密文', notes: '密文', customerId })
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.prepare('UPDATE customer SET owner_id = ?').run(marketing.userId),
    )
    const seen = book.run('tasks.get', { id }, marketing)
    expect(seen).toMatchObject({ title: '', notes: null, textsHidden: true, customerId })
    expect(book.run('tasks.list', { text: '密文' }, marketing).tasks).toEqual([])
    const fields = { title: '我的', assigneeId: marketing.userId, customerId: null, progress: 30 }
    book.run('tasks.update', { id, updatedAt: seen.updatedAt, fields }, marketing)
    expect(book.run('tasks.get', { id }, marketing)).toMatchObject({
      ...{ title: '', textsHidden: true, customerId, progress: 30 },
    })
    expect(book.run('tasks.get', { id })).toMatchObject({
      ...{ title: '密文', assigneeId: book.owner.userId },
    })
  })

  test('undo takes back one’s own step on a task that was given, and not once it is given away', () => {
    const { person, id } = give('sales')
    book.run('tasks.complete', { id }, person)
    book.run('history.undo', {}, person)
    expect(book.run('tasks.get', { id }, person).status).toBe('open')
    book.run('tasks.complete', { id }, person)
    book.command({ route: 'test', undoable: false }, ({ write }) =>
      write.raw.prepare('UPDATE task SET assignee_id = ?').run(book.owner.userId),
    )
    expect(() => book.run('history.undo', {}, person)).toThrow()
    expect(book.run('tasks.get', { id }).status).toBe('done')
  })
})
