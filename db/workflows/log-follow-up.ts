import type { FollowUpFields } from '@shared/features/follow-ups/follow-ups.schema'
import type { WriteContext } from '../context'
import { addAttachments } from '../repositories/attachments'
import { createFollowUp, updateFollowUp } from '../repositories/follow-ups'

type WithFiles = { uploadIds: string[] }

/**
 * Logs a follow-up with the files that came with it, so that one undo takes back both (R013).
 * @throws AppError as `createFollowUp` and `addAttachments`
 */
export function logFollowUp(
  context: WriteContext,
  { uploadIds, ...fields }: FollowUpFields & WithFiles,
): { id: number; code: string } {
  const logged = createFollowUp(context, fields)
  const { customerId } = fields
  if (uploadIds.length > 0)
    addAttachments(context, { customerId, uploadIds, followUpId: logged.id })
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
