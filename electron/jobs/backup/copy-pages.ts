import { AppError } from '@shared/core/errors'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { ByteWriter } from './byte-writer'
import { sourceError, throwIfCancelled } from './errors'
import type { OpenFile } from './file-system'
import {
  encodeRecordHeader,
  flagRequired,
  hashPages,
  pageHashBytes,
  runBytes,
  runHeaderBytes,
} from './format'
import type { Report } from './progress'

type Options = {
  source: OpenFile
  writer: ByteWriter
  manifest: BackupManifest
  /** Page hashes of the parent; null copies every page. */
  parentList: Buffer | null
  report: Report
  signal: AbortSignal
}

/**
 * Copies the pages that differ from the parent, in runs. The next pages are read while these are hashed and written, so there are
 * two buffers.
 * @returns the hashes of all pages of the image in order
 */
export async function copyPages(options: Options): Promise<Buffer> {
  const { source, manifest, report, signal } = options
  const { pageSize, pageCount } = manifest
  const total = pageCount * pageSize
  if ((await source.size()) !== total)
    throw new AppError('backups.proof-failed', 'database file has another size')
  const perRun = Math.max(1, Math.floor(runBytes / pageSize))
  const hashes = Buffer.alloc(pageCount * pageHashBytes)
  let [buffer, spare] = [Buffer.alloc(perRun * pageSize), Buffer.alloc(perRun * pageSize)]
  const startReading = (into: Buffer, first: number): Promise<Buffer> => {
    const count = Math.max(0, Math.min(perRun, pageCount - first))
    const reading = readFully(source, into.subarray(0, count * pageSize), first * pageSize)
    reading.catch(() => undefined)
    return reading
  }
  let reading = startReading(buffer, 0)
  try {
    for (let first = 0; first < pageCount; first += perRun) {
      throwIfCancelled(signal)
      const pages = await reading
      reading = startReading(spare, first + perRun)
      hashPages(pages, pageSize, hashes, first)
      await writeRuns(options, pages, first, hashes)
      ;[buffer, spare] = [spare, buffer]
      report({ phase: 'copying', done: first * pageSize + pages.length, total })
    }
  } finally {
    await reading.catch(() => undefined)
  }
  return hashes
}

/** Each stretch of changed pages as a run of its own. */
async function writeRuns(
  { writer, manifest: { pageSize }, parentList }: Options,
  pages: Buffer,
  first: number,
  hashes: Buffer,
): Promise<void> {
  const count = pages.length / pageSize
  const isChanged = (page: number) => parentList === null || differs(parentList, hashes, page)
  for (let from = 0; from < count; from++) {
    if (!isChanged(first + from)) continue
    let to = from + 1
    while (to < count && isChanged(first + to)) to++
    const run = pages.subarray(from * pageSize, to * pageSize)
    const place = Buffer.alloc(runHeaderBytes)
    place.writeUInt32LE(first + from + 1, 0)
    place.writeUInt32LE(to - from, 4)
    const header = encodeRecordHeader('PAGE', flagRequired, runHeaderBytes + run.length)
    await writer.append(Buffer.concat([header, place]))
    await writer.append(run)
    from = to
  }
}

/** Pages behind the end of the parent's image differ from nothing. */
function differs(parentList: Buffer, hashes: Buffer, page: number): boolean {
  const [start, end] = [page * pageHashBytes, (page + 1) * pageHashBytes]
  return parentList.length < end || parentList.compare(hashes, start, end, start, end) !== 0
}

async function readFully(source: OpenFile, into: Buffer, position: number): Promise<Buffer> {
  let done = 0
  while (done < into.length) {
    const read = await source
      .read(into, done, into.length - done, position + done)
      .catch((error: unknown) => Promise.reject(sourceError(error)))
    if (read === 0) throw new AppError('backups.proof-failed', 'database file ends early')
    done += read
  }
  return into
}
