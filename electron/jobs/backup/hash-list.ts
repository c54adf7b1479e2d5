import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { createByteReader } from './byte-reader'
import { getChain } from './chain'
import { damaged, sourceError } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { checkBytes, recordHeaderBytes, tailBytes } from './format'
import { readChecked, readFront } from './front'
import { decodePageList, pageListRecord } from './page-list'
import type { Link } from './parts'
import { readingFile } from './read-link'

const sealBytes = recordHeaderBytes + 32 + checkBytes

/**
 * Manifest and page hashes of a backup, read from the two ends of its files and of those that it is built on, without the pages between.
 * The lists have their own checks; only reading the whole chain proves the pages behind them.
 * @throws AppError `backups.damaged`, `backups.chain-incomplete`, `backups.not-a-backup`, `backups.newer-format`,
 * `core.file-not-readable`
 */
export async function readHashList(
  path: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<{ manifest: BackupManifest; list: Buffer }> {
  try {
    const links = await getChain(path, fileSystem)
    const manifest = links.at(-1)?.manifest
    let list: Buffer | null = null
    for (const link of links) list = await readList(link, list, fileSystem)
    if (!manifest || !list) throw damaged('no file')
    return { manifest, list }
  } catch (error) {
    throw sourceError(error)
  }
}

/** The list of one link, from the end of its last part. */
async function readList(
  { parts, path }: Link,
  parentList: Buffer | null,
  fileSystem: FileSystem,
): Promise<Buffer> {
  return readingFile(parts.at(-1) ?? path, fileSystem, async (file, size) => {
    const { manifest } = await readFront(createByteReader(file), size)
    if (manifest.part !== manifest.parts) throw damaged('the last part is missing')
    const { type, bytes } = pageListRecord(manifest)
    const start = size - tailBytes - sealBytes - recordHeaderBytes - bytes - checkBytes
    if (start < 0) throw damaged('no room for page hashes')
    const payload = await readChecked(createByteReader(file, start), type, bytes)
    return decodePageList(manifest, payload, parentList)
  })
}
