import { AppError } from '@shared/core/errors'
import {
  chunkBytes,
  maxAttachmentBytes,
  maxFilesAtOnce,
} from '@shared/features/attachments/attachments.rules'
import { request } from '@renderer/lib/request'

export type Refused = { fileName: string; error: unknown }
export type Uploaded = { added: number; already: number; refused: Refused[] }

type Uploading = {
  customerId: number
  files: readonly File[]
  signal: AbortSignal
  /** Bytes that arrived, of all files together. */
  onProgress: (done: number) => void
}

/** After these every other file would fail too. */
const fatal = [
  'core.locked',
  'core.forbidden',
  'core.disk-full',
  'core.read-only',
  'core.process-gone',
  'customers.not-found',
]

/**
 * Sends files piece by piece, so that no process holds a whole one, and puts those that arrived to the customer, at most
 * `maxFilesAtOnce` under one command. A file that is refused holds up no other.
 * @throws AppError core.cancelled, and whatever would stop every file; nothing of the running batch is there then
 */
export async function uploadFiles({ files, ...uploading }: Uploading): Promise<Uploaded> {
  const all: Uploaded = { added: 0, already: 0, refused: [] }
  let done = 0
  for (let first = 0; first < files.length; first += maxFilesAtOnce) {
    const batch = files.slice(first, first + maxFilesAtOnce)
    const before = done
    const onProgress = (sent: number) => uploading.onProgress(before + sent)
    const one = await uploadBatch({ ...uploading, files: batch, onProgress })
    done += totalBytes(batch)
    all.added += one.added
    all.already += one.already
    all.refused.push(...one.refused)
  }
  return all
}

/** Bytes of files that will be read. */
export function totalBytes(files: readonly File[]): number {
  return files.reduce((sum, { size }) => sum + (size > maxAttachmentBytes ? 0 : size), 0)
}

async function uploadBatch({
  customerId,
  files,
  signal,
  onProgress,
}: Uploading): Promise<Uploaded> {
  const uploadIds: string[] = []
  const refused: Refused[] = []
  let done = 0
  try {
    for (const file of files) {
      try {
        uploadIds.push(
          await uploadOne(file, {
            customerId,
            signal,
            onPiece: (bytes) => onProgress((done += bytes)),
          }),
        )
      } catch (error) {
        if (signal.aborted || isFatal(error)) throw error
        refused.push({ fileName: file.name, error })
      }
    }
    if (uploadIds.length === 0) return { added: 0, already: 0, refused }
    const { ids, already } = await request('attachments.add', { customerId, uploadIds })
    return { added: ids.length, already, refused }
  } catch (error) {
    await abandon(uploadIds)
    throw error
  }
}

type Sending = { customerId: number; signal: AbortSignal; onPiece: (bytes: number) => void }

async function uploadOne(file: File, { customerId, signal, onPiece }: Sending): Promise<string> {
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
    await abandon([uploadId])
    throw error
  }
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

/** What cannot be forgotten now is swept with the next file. */
async function abandon(uploadIds: string[]): Promise<void> {
  if (uploadIds.length > 0)
    await request('attachments.abandon', { uploadIds }).catch(() => undefined)
}

function isFatal(error: unknown): boolean {
  return error instanceof AppError && fatal.includes(error.code)
}
