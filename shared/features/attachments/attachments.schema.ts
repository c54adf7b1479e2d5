import { z } from 'zod'
import { instant, optionalText, requiredText, rowId } from '@shared/core/schemas'
import { attachmentCategories } from './attachments.enums'
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

/** What a person says about a file; the name is made safe where it is stored. */
export const attachmentFields = z.strictObject({
  fileName: requiredText(maxFileName),
  category: z.enum(attachmentCategories),
  note: optionalText(attachmentNoteLength),
})
export type AttachmentFields = z.output<typeof attachmentFields>
