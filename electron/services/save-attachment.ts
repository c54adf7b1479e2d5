import type { FileHandle } from 'node:fs/promises'
import { shortenFileName } from '@shared/features/attachments/file-name.rules'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import { AppError } from '@shared/core/errors'
import type { OpenedAttachment } from './attachment-source'
import type { DataLink } from './data-link'
import { writeWholeFile } from './whole-file'

/** Most disks take 255 bytes for a name; the rest is for the ending of an unfinished file. */
const nameBytes = 240

/** The name that is proposed for a copy: a long Chinese one is too long for most disks. */
export function proposeName(fileName: string): string {
  return shortenFileName(fileName, (name) => Buffer.byteLength(name) <= nameBytes)
}

type Saving = {
  data: Pick<DataLink, 'call'>
  id: number
  opened: OpenedAttachment
  /** Where the person said. */
  path: string
  signal: AbortSignal
  report: (report: JobReport) => void
  /** Runs when everything is on the disk and before the file gets its name; what it throws ends the saving. */
  beforeNaming: () => Promise<void>
}

/**
 * Writes a copy of a file, out of the protection of the book. It is never executable and only the person may read it; a file of
 * that name is replaced only by a whole one.
 * @throws AppError core.cancelled; core.disk-full, core.read-only, core.file-not-readable when another program holds the file
 */
export async function saveAttachment(saving: Saving): Promise<void> {
  const { path, beforeNaming } = saving
  await writeWholeFile({ path, write: (file) => writePieces(file, saving), beforeNaming })
}

async function writePieces(file: FileHandle, { data, id, opened, signal, report }: Saving) {
  let done = 0
  for (let sequence = 0; sequence < opened.chunks; sequence += 1) {
    if (signal.aborted) throw new AppError('core.cancelled')
    const piece = await data.call('attachments.read', { id, sequence })
    await file.writeFile(piece)
    done += piece.length
    report({ phase: 'writing', done, total: opened.bytes, unit: 'bytes' })
  }
}
