import { AppError } from '@shared/core/errors'
import { maxAttachmentBytes, maxFilesAtOnce } from '@shared/features/attachments/attachments.rules'
import { request } from '@renderer/lib/request'
import { abandonFiles, sendFile } from '@renderer/lib/send-file'

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
          await sendFile(file, {
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
    await abandonFiles(uploadIds)
    throw error
  }
}

function isFatal(error: unknown): boolean {
  return error instanceof AppError && fatal.includes(error.code)
}
