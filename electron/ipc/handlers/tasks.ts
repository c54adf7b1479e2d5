import { closeTask, deleteTask, reopenTask, rescheduleTask } from '@db/repositories/task-states'
import {
  createTask,
  setChecklistItem,
  setTaskProgress,
  updateTask,
} from '@db/repositories/task-writes'
import { countTasks, getTask, listTaskPeople, listTasks } from '@db/repositories/tasks'
import type { HandlersOf } from './types'

export const tasksHandlers = {
  'tasks.list': listTasks,
  'tasks.get': (context, { id }) => getTask(context, id),
  'tasks.count': countTasks,
  'tasks.listPeople': (context) => listTaskPeople(context),
  'tasks.create': (context, fields) => createTask(context, fields),
  'tasks.update': updateTask,
  'tasks.reschedule': rescheduleTask,
  'tasks.complete': (context, { id }) => closeTask(context, id, 'done'),
  'tasks.cancel': (context, { id }) => closeTask(context, id, 'cancelled'),
  'tasks.reopen': (context, { id }) => reopenTask(context, id),
  'tasks.delete': deleteTask,
  'tasks.setChecklistItem': setChecklistItem,
  'tasks.setProgress': setTaskProgress,
} satisfies HandlersOf<'tasks'>
