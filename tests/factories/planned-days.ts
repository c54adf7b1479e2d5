import { insertRow } from '@db/insert-row'
import { task } from '@db/schema/task'
import { refreshCustomerDates } from '@db/customer-dates'
import { followUp } from '@db/schema/follow-up'
import type { DataSession } from '../../electron/ipc/context'
import type { TestBook } from './test-book'

type PlannedTask = Partial<typeof task.$inferInsert>
type PlannedStep = Partial<typeof followUp.$inferInsert> & { customerId: number }

let codes = 0
const nextCode = (letter: string) => `${letter}${String((codes += 1)).padStart(12, '0')}`

/** A task straight into its table. @returns row id */
export function plantTask(
  book: TestBook,
  values: PlannedTask,
  session: DataSession = book.owner,
): number {
  const { userId } = session
  const now = book.clock()
  return book.command({ route: 'test.plant', undoable: false, session }, ({ write, newUid }) =>
    insertRow(write, task, {
      ...{
        uid: newUid(),
        code: nextCode('K'),
        title: '示例任务',
        status: 'open',
        priority: 'normal',
      },
      ...{ progress: 0, dueAt: now, allDay: 0, durationMinutes: null, remindAt: null },
      ...{ assigneeId: userId, creatorId: userId, customerId: null, contactId: null },
      ...{ recurrence: null, seriesStart: null, seriesUid: null, source: 'person' },
      ...{ externalUid: null, doneAt: null, createdAt: now, updatedAt: now, notes: null },
      checklist: '[]' as unknown as [],
      ...values,
    }),
  )
}

/** An open next step straight into its table, beside what the customer has planned already. @returns row id of its follow-up */
export function plantStep(book: TestBook, values: PlannedStep): number {
  const now = book.clock()
  return book.command({ route: 'test.plant', undoable: false }, ({ write, newUid }) => {
    const id = insertRow(write, followUp, {
      ...{ uid: newUid(), code: nextCode('F'), type: 'phone', occurredAt: now, content: '示例' },
      ...{ nextFollowAt: now, nextNote: null, nextDoneAt: null, interaction: 0 },
      ...{ followerId: book.owner.userId, createdAt: now, updatedAt: now, outcome: null },
      ...{ contactId: null, nextType: null, nextAllDay: 0 },
      ...values,
    })
    refreshCustomerDates(write, values.customerId, now)
    return id
  })
}
