import type { Role } from '@shared/core/permissions'
import { holdsFieldKey, roles } from '@shared/core/permissions'
import { createBookSession, type BookSession } from '../../electron/data/book-session'
import type { DataSession } from '../../electron/ipc/context'
import { attachFile } from '../factories/attachments'
import { customerForm } from '../factories/customers'
import { createTestBook, type TestBook } from '../factories/test-book'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const four = (number: number) => String(number).padStart(4, '0')

/** Invented numbers whose last digits but one name the record. */
export function idCardOf(number: number): string {
  const first = `00000019900307${String(number).padStart(3, '0')}`
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first[at]), 0)
  return first + '10X98765432'.charAt(sum % 11)
}
export const bankAccountOf = (number: number) => `000055550000${four(number)}`

/** Puts a customer into the book whose every text says which record it is; outside the undo list, so that it stays. */
function plant(book: TestBook, ownerId: number, number: number): void {
  const mark = four(number)
  const { id } = book.run('customers.create', {
    ...customerForm({
      ...{ name: `名${mark}示例`, contactPerson: `联${mark}`, phone: `1390000${mark}` },
      ...{ email: `c${mark}@secret.example`, address: `址${mark}`, need: `需${mark}` },
      ...{ notes: `备${mark}`, stage: 'lost', lostReason: `失${mark}`, idCard: idCardOf(number) },
      bankAccount: bankAccountOf(number),
    }),
    custom: { 1: `自${mark}` },
  })
  if (id !== number) throw new Error('records are numbered from 1')
  book.run('follow-ups.create', {
    ...{ customerId: id, type: 'phone', content: `谈${mark}`, occurredAt: book.clock() },
    ...{ nextFollowAt: book.clock() + 1, nextNote: `步${mark}` },
  })
  book.run('contacts.create', {
    customerId: id,
    fields: {
      ...{ name: `友${mark}`, position: `职${mark}`, notes: `备${mark}` },
      points: [{ type: 'phone', raw: `1370000${mark}`, label: `职${mark}` }],
    },
  })
  book.run('service-cases.create', {
    ...{ customerId: id, kind: 'complaint', subject: `案${mark}`, content: `案${mark}` },
    ...{ openedAt: book.clock(), contactId: number },
  })
  book.run('behaviors.create', {
    ...{ customerId: id, kind: 'purchase', at: book.clock(), subject: `行${mark}` },
  })
  book.run('tasks.create', {
    ...{ customerId: id, title: `务${mark}`, notes: `务${mark}`, dueAt: book.clock() },
    checklist: [{ text: `务${mark}`, done: false }],
    recurrence: number % 2 === 0 ? { freq: 'weekly', interval: 1, end: { kind: 'never' } } : null,
  })
  const point = { type: 'wechat', raw: `友${mark}`, label: `职${mark}` } as const
  book.run('contacts.setPoints', { customerId: id, pointsUpdatedAt: null, points: [point] })
  attachFile(book, id, { fileName: `附${mark}.txt`, content: Buffer.from(`示例 ${mark}`) })
  book.run('tags.attach', { customerIds: [id], tags: [{ type: 'need', name: `签${number % 9}` }] })
  book.command({ route: 'test', undoable: false }, ({ write }) => {
    write.raw.prepare('UPDATE customer SET owner_id = ? WHERE id = ?').run(ownerId, id)
    if (number % 5 === 0)
      write.raw.prepare('UPDATE customer SET pooled_at = 1 WHERE id = ?').run(id)
    if (number % 11 === 0)
      write.raw.prepare('UPDATE customer SET archived_at = 1 WHERE id = ?').run(id)
    write.raw.exec('UPDATE command SET undoable = 0')
  })
}

/**
 * A book of 80 records that belong to people of every role, and a session of each of them as the data process has it: an own
 * connection with the production pragmas, the router and the real handlers.
 */
export function createFuzzedBook() {
  const book = createTestBook()
  const people = Object.fromEntries(
    roles.map((role) => [role, book.signIn(`示例 ${role}`, role)]),
  ) as Record<Role, DataSession>
  const rival = book.signIn('示例对手', 'sales')
  const owners = [...Object.values(people), rival]
  book.run('custom-fields.create', {
    ...{ name: '自定字段', type: 'text', kinds: 'both', groupName: null },
    ...{ options: [], requiredStages: [] },
  })
  for (let number = 1; number <= 80; number += 1)
    plant(book, owners[number % owners.length]?.userId ?? 1, number)

  const users = [book.owner, ...owners].map(({ userUid: uid, name, role }) => ({
    ...{ uid, name, role, status: 'active' as const },
  }))
  const signIn = (person: DataSession): BookSession => {
    const session = createBookSession({ checkOutput: true })
    session.open({
      ...{ path: book.path, create: false, users, userUid: person.userUid, notes: [] },
      pageKey: Uint8Array.from(book.key),
      auditKey: Uint8Array.from(book.auditKey),
      fieldKey: holdsFieldKey(person.role) ? Uint8Array.from(book.fieldKey) : null,
      header: { generation: 1, recoverySlotId: 'recovery', isRecovery: false },
      auditHead: null,
    })
    return session
  }
  const sessions = Object.fromEntries(roles.map((role) => [role, signIn(people[role])])) as Record<
    Role,
    BookSession
  >
  const nobody = createBookSession({ checkOutput: true })

  return {
    ...{ book, people },
    sessionOf: (role: Role | null) => (role === null ? nobody : sessions[role]),
    dispose() {
      for (const session of Object.values(sessions)) session.close()
      book.dispose()
    },
  }
}

export type FuzzedBook = ReturnType<typeof createFuzzedBook>
