import { insertRow } from '@db/insert-row'
import { task } from '@db/schema/task'
import type { DataSession } from '../../electron/ipc/context'
import type { TestBook } from './test-book'

/** A moment of the month in which test books begin. */
export const inMay = (day: number, hour = 0, minute = 0) =>
  new Date(2024, 4, day, hour, minute).getTime()

export function addCustomer(book: TestBook, name: string, session: DataSession = book.owner) {
  return book.run('customers.create', { kind: 'company', name, tier: 'high' }, session).id
}

/** A customer with one open next step. */
export function addStep(
  book: TestBook,
  dueAt: number,
  note: string,
  session: DataSession = book.owner,
): { id: number; customerId: number } {
  const customerId = addCustomer(book, `${note}公司`, session)
  const { id } = book.run(
    'follow-ups.create',
    {
      ...{ customerId, type: 'visit', content: '谈了价格', occurredAt: inMay(14, 9) },
      ...{ nextFollowAt: dueAt, nextNote: note },
    },
    session,
  )
  return { id, customerId }
}

/** A task of the owner, whatever else is said of it. */
export function addTask(
  book: TestBook,
  title: string,
  options: Partial<typeof task.$inferInsert> = {},
): number {
  const { userId } = book.owner
  const now = book.clock()
  return book.command({ route: 'test.plant', undoable: true }, ({ write, newUid }) =>
    insertRow(write, task, {
      ...{ uid: newUid(), code: `K${newUid()}`, title, status: 'open', priority: 'normal' },
      ...{ progress: 0, dueAt: null, allDay: 0, durationMinutes: null, remindAt: null },
      ...{ customerId: null, contactId: null, assigneeId: userId, creatorId: userId },
      ...{ recurrence: null, seriesStart: null, seriesUid: null, source: 'person' },
      ...{ externalUid: null, doneAt: null, notes: null, createdAt: now, updatedAt: now },
      checklist: '[]' as unknown as [],
      ...options,
    }),
  )
}
