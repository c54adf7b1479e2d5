import type { AttachmentCategory } from './attachments.enums'
import { kindOf } from './media-type.rules'

/** Largest attachment, in bytes: 50 MB as disks are counted. Larger ones would make every backup slow. */
export const maxAttachmentBytes = 50_000_000
/** Attachments of one customer. */
export const maxAttachments = 1000
/** Files that are added in one go. */
export const maxFilesAtOnce = 50
/** Bytes of a stored piece but the last: small enough that no process holds more than a few of them. */
export const chunkBytes = 512 * 1024

/** Number of pieces that a content of this many bytes is stored in. */
export function chunkCount(bytes: number): number {
  return Math.ceil(bytes / chunkBytes)
}

const signedWords = /签字|签名|签署|签收|盖章|回执|确认单|signed|receipt/iu
const contractWords = /合同|协议|contract|agreement/iu

/** A first guess, which the person can change: by words in the name, then by what the file is. */
export function guessCategory(fileName: string, mediaType: string): AttachmentCategory {
  if (contractWords.test(fileName)) return 'contract'
  if (signedWords.test(fileName)) return 'signed-form'
  return kindOf(mediaType) === 'image' ? 'photo' : 'other'
}
