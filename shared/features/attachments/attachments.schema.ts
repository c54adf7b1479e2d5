import { z } from 'zod'
import { instant, optionalText, requiredText, rowId } from '@shared/core/schemas'
import { attachmentCategories } from './attachments.enums'
import { maxFilesAtOnce } from './attachments.rules'
import { maxFileName } from './file-name.rules'

export const attachmentNoteLength = 500

export const attachmentItem = z.strictObject({
  id: rowId,
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.number().int().positive(),
  category: z.enum(attachmentCategories),
  note: z.string().nullable(),
  creatorName: z.string(),
  createdAt: instant,
  updatedAt: instant,
})
export type AttachmentItem = z.output<typeof attachmentItem>

/** Files that came in as a whole and are wanted by another command. */
export const uploadIds = z.array(z.uuid()).max(maxFilesAtOnce).default([])

/** What a person says about a file; the name is made safe where it is stored. */
export const attachmentFields = z.strictObject({
  fileName: requiredText(maxFileName),
  category: z.enum(attachmentCategories),
  note: optionalText(attachmentNoteLength),
})
export type AttachmentFields = z.output<typeof attachmentFields>
