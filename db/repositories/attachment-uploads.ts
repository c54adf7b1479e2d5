import { AppError } from '@shared/core/errors'
import {
  chunkBytes,
  maxAttachmentBytes,
  maxFilesAtOnce,
} from '@shared/features/attachments/attachments.rules'
import { toSafeFileName } from '@shared/features/attachments/file-name.rules'
import { beginBlob, deleteBlob, sweepBlobs, writeChunk } from '../attachment-blobs'
import { notePiece, startUpload, type Upload, uploadsOf } from '../attachment-uploads'
import type { QuietContext } from '../context'
import { getCustomerRelation } from '../customer-relation'

type Announced = { uploadId: string; customerId: number; fileName: string; bytes: number }

/**
 * Makes room for a file that comes in piece by piece. Until `addAttachments` nothing of it is seen; what a crash left of others is
 * swept now. Of more than can be added in one go the oldest is forgotten.
 * @throws AppError customers.not-found; core.forbidden; attachments.empty; attachments.too-large with the limit in MB
 */
export function beginUpload(context: QuietContext, announced: Announced): { uploadId: string } {
  const { write, session, clock } = context
  const { uploadId, customerId, bytes } = announced
  getCustomerRelation(write, context, 'customers.write', customerId)
  assertSize(bytes)
  const coming = uploadsOf(write)
  const oldest = coming.size < maxFilesAtOnce ? undefined : [...coming.keys()][0]
  if (oldest !== undefined) coming.delete(oldest)
  sweepBlobs(write)
  const blobId = beginBlob(write, { uploadId, bytes, now: clock() })
  const fileName = toSafeFileName(announced.fileName)
  const begun = { id: uploadId, customerId, userId: session.userId, fileName, blobId, bytes }
  coming.set(uploadId, startUpload(begun))
  return { uploadId }
}

type Piece = { uploadId: string; sequence: number; chunk: Uint8Array }

/**
 * Stores the next piece. One that comes twice, too early, too long or too short ends the upload, and so does a full disk; its
 * pieces wait for the next sweep then, since the transaction takes everything back.
 * @throws AppError attachments.upload-gone; the native error of a full disk
 */
export function appendPiece(context: QuietContext, { uploadId, sequence, chunk }: Piece): void {
  const { write, session } = context
  const coming = uploadsOf(write)
  const upload = coming.get(uploadId)
  if (upload?.userId !== session.userId) throw new AppError('attachments.upload-gone')
  coming.delete(uploadId)
  const content = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
  if (sequence !== upload.pieces || content.length !== nextLength(upload))
    throw new AppError('attachments.upload-gone', 'piece does not fit')
  writeChunk(write, { blobId: upload.blobId, sequence, content })
  notePiece(upload, content)
  coming.set(uploadId, upload)
}

const nextLength = ({ bytes, received }: Upload) => Math.min(chunkBytes, bytes - received)

/** Forgets files that are coming in, with their pieces. */
export function abandonUploads(context: QuietContext, uploadIds: readonly string[]): void {
  for (const id of uploadIds) {
    const upload = uploadsOf(context.write).get(id)
    if (upload?.userId === context.session.userId) forget(context, upload)
  }
}

function forget({ write }: QuietContext, { id, blobId }: Upload): void {
  uploadsOf(write).delete(id)
  deleteBlob(write, blobId)
}

/** The size is judged before a byte of the file is read. */
function assertSize(bytes: number): void {
  if (bytes === 0) throw new AppError('attachments.empty')
  const limit = maxAttachmentBytes / 1_000_000
  if (bytes > maxAttachmentBytes)
    throw new AppError('attachments.too-large', 'file is too large', { limit })
}
