import { createByteReader } from './byte-reader'
import { damaged, sourceError } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { checkBytes, pageHashBytes, recordHeaderBytes, tailBytes } from './format'
import { readChecked, readFront } from './front'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'

const sealBytes = recordHeaderBytes + 32 + checkBytes

/**
 * Manifest and page hashes of a backup, read from its two ends without the pages between. The list has its own check; only
 * reading the whole chain proves the pages behind it.
 * @throws AppError `backups.damaged`, `backups.not-a-backup`, `backups.newer-format`, `core.file-not-readable`
 */
export async function readHashList(
  path: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<{ manifest: BackupManifest; list: Buffer }> {
  const file = await fileSystem.openRead(path).catch((error: unknown) => {
    throw sourceError(error)
  })
  try {
    const size = await file.size()
    const { manifest } = await readFront(createByteReader(file), size)
    const listBytes = manifest.pageCount * pageHashBytes
    const start = size - tailBytes - sealBytes - recordHeaderBytes - listBytes - checkBytes
    if (start < 0) throw damaged('no room for page hashes')
    const list = await readChecked(createByteReader(file, start), 'HASH', listBytes)
    if (list.length !== listBytes) throw damaged('another number of page hashes')
    return { manifest, list }
  } catch (error) {
    throw sourceError(error)
  } finally {
    await file.close()
  }
}
