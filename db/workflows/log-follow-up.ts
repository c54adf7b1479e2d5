import { AppError } from '@shared/core/errors'
import { isAllowed } from '@shared/core/permissions'
import type { EntryTask, FollowUpFields } from '@shared/features/follow-ups/follow-ups.schema'
import { taskFields } from '@shared/features/tasks/tasks.schema'
import type { WriteContext } from '../context'
import { addAttachments } from '../repositories/attachments'
import { createFollowUp, updateFollowUp } from '../repositories/follow-ups'
import { createTask } from '../repositories/task-writes'

type WithFiles = { uploadIds: string[] }

/**
 * Logs a follow-up with the files that came with it and the task that it asked for, so that one undo takes back all (R013).
 * @throws AppError as `createFollowUp`, `addAttachments` and `createTask`; core.forbidden for a task without `tasks.write`
 */
export function logFollowUp(
  context: WriteContext,
  { uploadIds, task, ...fields }: FollowUpFields & WithFiles & { task: EntryTask | null },
): { id: number; code: string } {
  const logged = createFollowUp(context, fields)
  const { customerId, contactId } = fields
  if (uploadIds.length > 0)
    addAttachments(context, { customerId, uploadIds, followUpId: logged.id })
  if (task) {
    if (!isAllowed(context.session.role, 'tasks.write'))
      throw new AppError('core.forbidden', 'role may not use tasks.write')
    createTask(context, taskFields.parse({ ...task, customerId, contactId }))
  }
  return logged
}

/**
 * Replaces what an entry says and adds the files that came.
 * @throws AppError as `updateFollowUp` and `addAttachments`
 */
export function changeFollowUp(
  context: WriteContext,
  { id, fields, uploadIds }: { id: number; fields: Omit<FollowUpFields, 'customerId'> } & WithFiles,
): { id: number } {
  const { customerId } = updateFollowUp(context, { id, fields })
  if (uploadIds.length > 0) addAttachments(context, { customerId, uploadIds, followUpId: id })
  return { id }
}
