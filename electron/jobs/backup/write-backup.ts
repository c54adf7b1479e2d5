import { createHmac } from 'node:crypto'
import { dirname } from 'node:path'
import { AppError } from '@shared/core/errors'
import { partialSuffix } from '@shared/features/backups/backup-files.rules'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { estimateBackupBytes } from '@shared/features/backups/backup-state.rules'
import { type ByteWriter, createByteWriter } from './byte-writer'
import { sourceError, throwIfCancelled, writeError } from './errors'
import { diskFileSystem, type FileSystem, type OpenFile } from './file-system'
import {
  encodeHead,
  encodeRecordHeader,
  flagRequired,
  hashPage,
  pageHashBytes,
  runBytes,
  runHeaderBytes,
  sealedText,
} from './format'
import { type Report, throttled } from './progress'

export type WriteInput = {
  /** The live database file, held still by `holdSnapshot` in another process. */
  databasePath: string
  /** Name that the backup gets once it is proven; what is written here has `.partial` behind it. */
  finalPath: string
  vaultHeader: Uint8Array
  manifest: BackupManifest
  /** Key of the seal; overwritten with zeros here. */
  macKey: Uint8Array
}

/**
 * Copies the encrypted pages of a held database into `<finalPath>.partial`, flushed to the disk. On any failure the partial
 * file is taken away and nothing else is touched.
 * @returns bytes written
 * @throws AppError `backups.target-exists`, `backups.target-too-small`, `backups.target-gone`, `core.read-only`,
 * `core.cancelled`
 */
export async function writeBackup(
  input: WriteInput,
  report: Report,
  signal: AbortSignal,
  fileSystem: FileSystem = diskFileSystem,
): Promise<number> {
  const partial = input.finalPath + partialSuffix
  let created = false
  try {
    await assertRoom(input, fileSystem)
    if (await fileSystem.exists(input.finalPath)) throw new AppError('backups.target-exists')
    const file = await fileSystem.create(partial)
    created = true
    return await closing(file, () => fill(file, input, throttled(report), signal, fileSystem))
  } catch (error) {
    if (created) await fileSystem.unlink(partial).catch(() => undefined)
    throw writeError(error, 'backups.target-too-small')
  } finally {
    input.macKey.fill(0)
  }
}

async function assertRoom(input: WriteInput, fileSystem: FileSystem): Promise<void> {
  const { pageSize, pageCount } = input.manifest
  const needed = estimateBackupBytes(pageCount * pageSize, pageSize, input.vaultHeader.length)
  const free = await fileSystem.freeBytes(dirname(input.finalPath))
  if (free !== null && free < needed)
    throw new AppError('backups.target-too-small', 'not enough room', { needed, free })
}

async function fill(
  file: OpenFile,
  input: WriteInput,
  report: Report,
  signal: AbortSignal,
  fileSystem: FileSystem,
): Promise<number> {
  const writer = createByteWriter(file)
  await writer.append(encodeHead())
  await writer.checkedRecord('MANI', Buffer.from(JSON.stringify(input.manifest)))
  await writer.checkedRecord('VHDR', Buffer.from(input.vaultHeader))
  const source = await fileSystem.openRead(input.databasePath).catch((error: unknown) => {
    throw sourceError(error)
  })
  const hashes = await closing(source, () => copyPages(source, writer, input, report, signal))
  await writer.checkedRecord('HASH', hashes)
  const seal = createHmac('sha256', input.macKey).update(sealedText(writer.digestSoFar())).digest()
  await writer.checkedRecord('SEAL', seal)
  await writer.tail()
  await file.sync()
  return writer.position()
}

/** Answers the hashes of all pages in order. */
async function copyPages(
  source: OpenFile,
  writer: ByteWriter,
  { manifest: { pageSize, pageCount } }: WriteInput,
  report: Report,
  signal: AbortSignal,
): Promise<Buffer> {
  const total = pageCount * pageSize
  if ((await source.size()) !== total)
    throw new AppError('backups.proof-failed', 'database file has another size')
  const perRun = Math.max(1, Math.floor(runBytes / pageSize))
  const hashes = Buffer.alloc(pageCount * pageHashBytes)
  const pages = Buffer.alloc(perRun * pageSize)
  for (let done = 0; done < pageCount; done += perRun) {
    throwIfCancelled(signal)
    const count = Math.min(perRun, pageCount - done)
    const run = pages.subarray(0, count * pageSize)
    await readFully(source, run, done * pageSize)
    for (let index = 0; index < count; index++) {
      const page = run.subarray(index * pageSize, (index + 1) * pageSize)
      hashPage(page).copy(hashes, (done + index) * pageHashBytes)
    }
    const place = Buffer.alloc(runHeaderBytes)
    place.writeUInt32LE(done + 1, 0)
    place.writeUInt32LE(count, 4)
    await writer.append(encodeRecordHeader('PAGE', flagRequired, runHeaderBytes + run.length))
    await writer.append(place)
    await writer.append(run)
    report({ phase: 'copying', done: (done + count) * pageSize, total })
  }
  return hashes
}

async function readFully(source: OpenFile, into: Buffer, position: number): Promise<void> {
  let done = 0
  while (done < into.length) {
    const read = await source
      .read(into, done, into.length - done, position + done)
      .catch((error: unknown) => Promise.reject(sourceError(error)))
    if (read === 0) throw new AppError('backups.proof-failed', 'database file ends early')
    done += read
  }
}

/** Closes the file whatever happens; a failing close counts only when the work went well. */
async function closing<T>(file: OpenFile, work: () => Promise<T>): Promise<T> {
  let result: T
  try {
    result = await work()
  } catch (error) {
    await file.close().catch(() => undefined)
    throw error
  }
  await file.close()
  return result
}
