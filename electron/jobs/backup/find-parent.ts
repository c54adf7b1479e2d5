import {
  type BackupAncestor,
  maxChainLength,
} from '@shared/features/backups/backup-manifest.schema'
import { isChainTooLong } from '@shared/features/backups/backup-state.rules'
import { getChain, listLinks, nameOf } from './chain'
import { diskFileSystem, type FileSystem } from './file-system'
import { digestOfList } from './format'
import { readHashList } from './hash-list'

export type FindParentInput = {
  folder: string
  vaultId: string
  keyId: string
  /** Proven backups of this book, newest first. */
  uids: string[]
  kind: 'differential' | 'incremental'
}

/** What a new backup may be built on. */
export type Parent = {
  path: string
  uid: string
  /** SHA-256 of its list of page hashes. */
  hashes: string
  /** What the new backup will need: the ancestors of the parent and itself. */
  ancestors: BackupAncestor[]
}

/**
 * The newest proven backup of a folder, when its chain is complete, under the same key and not too long; null when a full backup
 * has to be made. Reads manifests and one list of hashes; the proof of the new backup reads the rest.
 */
export async function findParent(
  input: FindParentInput,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Parent | null> {
  try {
    return await find(input, fileSystem)
  } catch {
    // Whatever is wrong with the old files, a full backup needs none of them.
    return null
  }
}

async function find(input: FindParentInput, fileSystem: FileSystem): Promise<Parent | null> {
  const { folder, vaultId, keyId, uids, kind } = input
  const known = (await listLinks(folder, fileSystem)).filter(
    ({ manifest }) =>
      manifest.vaultId === vaultId && (kind === 'incremental' || manifest.kind === 'full'),
  )
  const found = uids.flatMap(
    (uid) => known.find(({ manifest }) => manifest.backupUid === uid) ?? [],
  )
  const [newest] = found
  if (!newest || newest.manifest.keyId !== keyId) return null
  const chain = await getChain(newest.path, fileSystem)
  const tooLong = isChainTooLong(
    chain.map(({ bytes }) => bytes),
    maxChainLength,
  )
  if (tooLong) return null
  const { list } = await readHashList(newest.path, fileSystem)
  return {
    path: newest.path,
    uid: newest.manifest.backupUid,
    hashes: digestOfList(list),
    ancestors: chain.map((link) => ({ uid: link.manifest.backupUid, fileName: nameOf(link) })),
  }
}
