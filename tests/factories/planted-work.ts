import { insertRow } from '@db/insert-row'
import type { WriteContext } from '@db/context'
import { automationRule, automationRun } from '@db/schema/automation'
import { behavior } from '@db/schema/behavior'
import { deadline } from '@db/schema/deadline'
import { notice } from '@db/schema/notice'
import { serviceCase } from '@db/schema/service-case'
import { task } from '@db/schema/task'
import type { TestBook } from './test-book'

type Planted = {
  customerId: number
  contactId: number | null
  userId: number
  at: number
  mark: string
}

/** As it is stored: rows are inserted past the query builder. */
const list = (text: string) => JSON.stringify([{ text, done: false }]) as unknown as []

/** A row in every table of what is to be done for a customer and what came of it, each text of it holding `mark`. */
export function plantWork(
  { write, newUid }: Pick<WriteContext, 'write' | 'newUid'>,
  { customerId, contactId, userId, at, mark }: Planted,
): void {
  const times = { createdAt: at, updatedAt: at }
  const base = () => ({ uid: newUid(), customerId })
  insertRow(write, task, {
    ...{
      ...base(),
      code: `K${customerId}`,
      title: mark,
      status: 'open',
      priority: 'normal',
      progress: 0,
    },
    ...{ dueAt: at, allDay: 0, durationMinutes: null, remindAt: at, assigneeId: userId },
    ...{ creatorId: userId, contactId, recurrence: null, seriesStart: null, seriesUid: null },
    ...{ source: 'person', externalUid: mark, doneAt: null, checklist: list(mark), notes: mark },
    ...times,
  })
  insertRow(write, serviceCase, {
    ...{
      ...base(),
      code: `S${customerId}`,
      contactId,
      kind: 'complaint',
      status: 'open',
      subject: mark,
    },
    ...{ satisfaction: null, openedAt: at, respondedAt: null, resolvedAt: null, closedAt: null },
    ...{ handlerId: userId, creatorId: userId, content: mark, result: mark, ...times },
  })
  insertRow(write, behavior, {
    ...{ ...base(), kind: 'browse', at, subject: mark, channel: mark, userId, note: mark },
    createdAt: at,
  })
  insertRow(write, deadline, {
    ...{ ...base(), cause: 'need', openedAt: at, dueAt: at, settledAt: null, settlerId: null },
  })
  const ruleId = insertRow(write, automationRule, {
    ...{ uid: newUid(), name: '规则', enabled: 0, sort: 0, trigger: '{}', conditions: '{}' },
    ...{ actions: '[]', stoppedAt: null, creatorId: userId, ...times },
  })
  insertRow(write, automationRun, {
    ...{ ruleId, customerId, occasion: mark, commandId: 1, at },
  })
  insertRow(write, notice, { ...base(), userId, at, readAt: null, text: mark })
}

/** The same as a command of its own, for a customer without contact persons. */
export function plantWorkOf(book: TestBook, customerId: number): void {
  const { userId } = book.owner
  book.command({ route: 'test.plant', undoable: true }, (context) =>
    plantWork(context, { customerId, contactId: null, userId, at: book.clock(), mark: '示例' }),
  )
}
