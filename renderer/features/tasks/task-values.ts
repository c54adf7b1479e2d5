import type { TaskFormValues, TaskItem } from '@shared/features/tasks/tasks.schema'

/** When a new task is due. */
export type TaskStart = Pick<TaskItem, 'dueAt' | 'allDay'>
export const noStart: TaskStart = { dueAt: null, allDay: true }

/** What the form begins with: the task as it is, or an empty one. */
export function valuesOf(
  task: TaskItem | null,
  customerId: number | null,
  { dueAt: startAt, allDay: startsAllDay }: TaskStart = noStart,
): TaskFormValues {
  if (!task)
    return {
      ...{ title: '', status: 'open', priority: 'normal', dueAt: startAt, allDay: startsAllDay },
      ...{ durationMinutes: null, remindAt: null, assigneeId: null, customerId, contactId: null },
      ...{ recurrence: null, progress: 0, checklist: [], notes: '' },
    }
  const { priority, dueAt, durationMinutes, remindAt, assigneeId, contactId } = task
  const { recurrence, progress, checklist, notes } = task
  return {
    ...{ priority, dueAt, durationMinutes, remindAt, assigneeId, contactId },
    ...{ recurrence, progress, checklist, notes: notes ?? '' },
    // What is kept from this person stays as it is, whatever the form sends.
    title: task.textsHidden ? '•' : task.title,
    status: task.status === 'waiting' ? 'waiting' : 'open',
    customerId: task.customerId,
    allDay: dueAt === null || task.allDay,
  }
}
