import { randomUUID } from 'node:crypto'
import { abandonUploads, appendPiece, beginUpload } from '@db/repositories/attachment-uploads'
import {
  addAttachments,
  deleteAttachment,
  listAttachments,
  updateAttachment,
} from '@db/repositories/attachments'
import type { HandlersOf } from './types'

export const attachmentsHandlers = {
  'attachments.list': listAttachments,
  'attachments.begin': (context, input) =>
    beginUpload(context, { uploadId: randomUUID(), ...input }),
  'attachments.append'(context, piece) {
    appendPiece(context, piece)
    return {}
  },
  'attachments.abandon'(context, { uploadIds }) {
    abandonUploads(context, uploadIds)
    return {}
  },
  'attachments.add': addAttachments,
  'attachments.update': updateAttachment,
  'attachments.delete': (context, { id }) => deleteAttachment(context, id),
} satisfies HandlersOf<'attachments'>
