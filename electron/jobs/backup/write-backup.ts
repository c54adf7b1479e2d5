import { createHmac } from 'node:crypto'
import { dirname } from 'node:path'
import { AppError } from '@shared/core/errors'
import { partialSuffix } from '@shared/features/backups/backup-files.rules'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { estimateBackupBytes } from '@shared/features/backups/backup-state.rules'
import { createByteWriter } from './byte-writer'
import { copyPages } from './copy-pages'
import { damaged, sourceError, writeError } from './errors'
import { diskFileSystem, type FileSystem, type OpenFile } from './file-system'
import { digestOfList, encodeHead, sealedText } from './format'
import { readHashList } from './hash-list'
import { type Report, throttled } from './progress'

export type WriteInput = {
  /** The live database file, held still by `holdSnapshot` in another process. */
  databasePath: string
  /** Name that the backup gets once it is proven; what is written here has `.partial` behind it. */
  finalPath: string
  vaultHeader: Uint8Array
  manifest: BackupManifest
  /** File of the backup that this one is built on; null for a full one. */
  parentPath?: string | null
  /** Key of the seal; overwritten with zeros here. */
  macKey: Uint8Array
}

/**
 * Copies the encrypted pages of a held database, all or those that differ from the parent, into `<finalPath>.partial`, flushed to the disk. On any failure the partial
 * file is taken away and nothing else is touched.
 * @returns bytes written
 * @throws AppError `backups.target-exists`, `backups.target-too-small`, `backups.target-gone`, `core.read-only`,
 * `core.cancelled`, `backups.damaged` when the parent is not what the manifest names
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
    if (input.manifest.kind === 'full') await assertRoom(input, fileSystem)
    const parentList = await readParentList(input, fileSystem)
    if (await fileSystem.exists(input.finalPath)) throw new AppError('backups.target-exists')
    const file = await fileSystem.create(partial)
    created = true
    return await closing(file, () =>
      fill(file, { ...input, parentList }, throttled(report), signal, fileSystem),
    )
  } catch (error) {
    if (created) await fileSystem.unlink(partial).catch(() => undefined)
    throw writeError(error, 'backups.target-too-small')
  } finally {
    input.macKey.fill(0)
  }
}

/** Page hashes of the parent, if it is still the file that the manifest names. @throws AppError `backups.damaged` */
async function readParentList(
  { manifest, parentPath }: WriteInput,
  fileSystem: FileSystem,
): Promise<Buffer | null> {
  if (manifest.kind === 'full') return null
  const parent = await readHashList(parentPath ?? '', fileSystem)
  const fits =
    parent.manifest.backupUid === manifest.parentUid &&
    parent.manifest.pageSize === manifest.pageSize &&
    digestOfList(parent.list) === manifest.parentHashes
  if (!fits) throw damaged('parent is another file')
  return parent.list
}

/** How much a link of a chain takes is known only when it is written; a full one says it before. */
async function assertRoom(input: WriteInput, fileSystem: FileSystem): Promise<void> {
  const { pageSize, pageCount } = input.manifest
  const needed = estimateBackupBytes(pageCount * pageSize, pageSize, input.vaultHeader.length)
  const free = await fileSystem.freeBytes(dirname(input.finalPath))
  if (free !== null && free < needed)
    throw new AppError('backups.target-too-small', 'not enough room', { needed, free })
}

async function fill(
  file: OpenFile,
  input: WriteInput & { parentList: Buffer | null },
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
  const hashes = await closing(source, () =>
    copyPages({ ...input, source, writer, report, signal }),
  )
  await writer.checkedRecord('HASH', hashes)
  const seal = createHmac('sha256', input.macKey).update(sealedText(writer.digestSoFar())).digest()
  await writer.checkedRecord('SEAL', seal)
  await writer.tail()
  await file.sync()
  return writer.position()
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
