import { AppError } from '@shared/core/errors'
import { chunkBytes, maxAttachmentBytes } from '@shared/features/attachments/attachments.rules'
import { request } from './request'

type Sending = { customerId: number; signal: AbortSignal; onPiece: (bytes: number) => void }

/**
 * Sends a file piece by piece, so that no process holds a whole one. It is at the customer only once a command takes it.
 * @returns id of the upload
 * @throws AppError attachments.empty; attachments.too-large; core.file-not-readable; core.cancelled
 */
export async function sendFile(
  file: File,
  { customerId, signal, onPiece }: Sending,
): Promise<string> {
  assertReadable(file)
  const announced = { customerId, fileName: file.name.slice(-10_000), bytes: file.size }
  const { uploadId } = await request('attachments.begin', announced)
  try {
    for (let sequence = 0; sequence * chunkBytes < file.size; sequence += 1) {
      if (signal.aborted) throw new AppError('core.cancelled')
      const chunk = await readPiece(file, sequence)
      await request('attachments.append', { uploadId, sequence, chunk })
      onPiece(chunk.length)
    }
    return uploadId
  } catch (error) {
    await abandonFiles([uploadId])
    throw error
  }
}

/** Forgets files that were sent. What cannot be forgotten now is swept with the next file. */
export async function abandonFiles(uploadIds: string[]): Promise<void> {
  if (uploadIds.length > 0)
    await request('attachments.abandon', { uploadIds }).catch(() => undefined)
}

/** The size is known before a byte is read. */
function assertReadable({ size }: File): void {
  if (size === 0) throw new AppError('attachments.empty')
  if (size > maxAttachmentBytes)
    throw new AppError('attachments.too-large', 'file is too large', {
      limit: maxAttachmentBytes / 1_000_000,
    })
}

/** @throws AppError core.file-not-readable for a folder, and for a file that was moved or changed meanwhile */
async function readPiece(file: File, sequence: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const piece = file.slice(sequence * chunkBytes, (sequence + 1) * chunkBytes)
    return new Uint8Array(await piece.arrayBuffer())
  } catch {
    throw new AppError('core.file-not-readable')
  }
}
