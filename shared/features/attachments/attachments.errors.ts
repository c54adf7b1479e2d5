export const attachmentErrorCodes = [
  'attachments.too-large',
  'attachments.empty',
  'attachments.too-many',
  'attachments.upload-gone',
  'attachments.not-a-file',
] as const
export type AttachmentErrorCode = (typeof attachmentErrorCodes)[number]
