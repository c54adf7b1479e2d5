import {
  type BackupAncestor,
  type BackupKind,
  maxChainLength,
} from '@shared/features/backups/backup-manifest.schema'
import { isChainTooLong, nextBackupKind } from '@shared/features/backups/backup-state.rules'
import { getChain } from './chain'
import { diskFileSystem, type FileSystem } from './file-system'
import { digestOfList } from './format'
import { readHashList } from './hash-list'
import { type Link, listLinks, nameOf } from './parts'

export type FindParentInput = {
  folder: string
  vaultId: string
  keyId: string
  /** Proven backups of this book, newest first. */
  uids: string[]
  /** `auto`: what `nextBackupKind` says. */
  kind: 'auto' | 'differential' | 'incremental'
}

/** What a new backup may be built on. */
export type Parent = {
  /** What the new backup becomes on top of it. */
  kind: Exclude<BackupKind, 'full'>
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
      manifest.vaultId === vaultId && (kind !== 'differential' || manifest.kind === 'full'),
  )
  const found = uids.flatMap(
    (uid) => known.find(({ manifest }) => manifest.backupUid === uid) ?? [],
  )
  const [newest] = found
  if (!newest || newest.manifest.keyId !== keyId) return null
  const chain = await getChain(newest.path, fileSystem)
  const made = kindOnTop(chain, kind)
  const below = made === 'differential' ? chain.slice(0, 1) : chain
  const parent = below.at(-1)
  if (made === 'full' || !parent) return null
  const { list } = await readHashList(parent.path, fileSystem)
  return {
    kind: made,
    path: parent.path,
    uid: parent.manifest.backupUid,
    hashes: digestOfList(list),
    ancestors: below.map((link) => ({ uid: link.manifest.backupUid, fileName: nameOf(link) })),
  }
}

function kindOnTop(chain: Link[], kind: FindParentInput['kind']): BackupKind {
  const bytes = chain.map((link) => link.bytes)
  if (kind === 'auto') return nextBackupKind(bytes)
  return isChainTooLong(bytes, maxChainLength) ? 'full' : kind
}
