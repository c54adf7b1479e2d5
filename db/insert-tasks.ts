import { takeCodes } from './code-sequence'
import type { WriteContext } from './context'
import { insertRow } from './insert-row'
import { task } from './schema/task'
import { storedChecklist } from './task-record'

type PlannedTask = {
  title: string
  /** Local midnight of its day. */
  dueAt: number
  creatorId: number
}

/** Writes the same whole-day task down for many customers, each for its own person (R073, R074). */
export function insertTasks(
  { write, clock, newUid }: WriteContext,
  { title, dueAt, creatorId }: PlannedTask,
  receivers: readonly { customerId: number; assigneeId: number }[],
): void {
  if (receivers.length === 0) return
  const now = clock()
  const code = takeCodes(write, 'K', now, receivers.length)
  receivers.forEach(({ customerId, assigneeId }, index) =>
    insertRow(write, task, {
      ...{ uid: newUid(), code: code(index), title, dueAt, creatorId, customerId, assigneeId },
      ...{ status: 'open', priority: 'normal', progress: 0, allDay: 1, durationMinutes: null },
      ...{ remindAt: null, contactId: null, recurrence: null, seriesStart: null, seriesUid: null },
      ...{ source: 'automation', externalUid: null, doneAt: null, createdAt: now, updatedAt: now },
      ...{ checklist: storedChecklist([]), notes: null },
    }),
  )
}
