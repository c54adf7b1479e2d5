import { diskFileSystem, type FileSystem } from '../../jobs/backup/file-system'
import { removeBackup } from '../../jobs/backup/partial-file'
import { type Link, listLinks } from '../../jobs/backup/parts'
import { type KeptBackup, planRotation } from '@shared/features/backups/backup-rotation.rules'

type Input = {
  folder: string
  /** Only backups of this book are ever looked at. */
  vaultId: string
  /** The backup that was proven just now; while it is not in the folder nothing is removed. */
  newestUid: string
  /** Backups that this book remembers having proven. */
  provenUids: ReadonlySet<string>
  now: number
}

/**
 * Takes old backups of this book out of a folder after a new one was proven (R094). Files of other books, files that do not read, and
 * whatever else lies there are left alone; what cannot be removed stays until the next time.
 * @returns how many backups were removed
 */
export async function rotateBackups(
  { folder, vaultId, newestUid, provenUids, now }: Input,
  fileSystem: FileSystem = diskFileSystem,
): Promise<number> {
  const links = await listLinks(folder, fileSystem)
  const files = groupByUid(links.filter(({ manifest }) => manifest.vaultId === vaultId))
  const backups = [...files.values()].map((copies) => toKept(copies, provenUids))
  const newest = backups.find(({ uid }) => uid === newestUid)
  if (!newest?.proven) return 0
  let removed = 0
  for (const uid of planRotation(backups, now).remove) {
    const copies = files.get(uid) ?? []
    // What a child stands on must not go while the child could not.
    if (!(await removeAll(copies, fileSystem))) return removed
    removed++
  }
  return removed
}

function groupByUid(links: readonly Link[]): Map<string, Link[]> {
  const files = new Map<string, Link[]>()
  for (const link of links) {
    const { backupUid } = link.manifest
    files.set(backupUid, [...(files.get(backupUid) ?? []), link])
  }
  return files
}

/** A backup that lies there twice, or not with all its parts, counts as unproven. */
function toKept(copies: readonly Link[], provenUids: ReadonlySet<string>): KeptBackup {
  const [first] = copies
  if (!first) throw new Error('a backup without files')
  const { backupUid: uid, kind, ancestors, createdAt } = first.manifest
  const isWhole = copies.length === 1 && first.missing.length === 0
  return {
    uid,
    kind,
    ancestors: ancestors.map((ancestor) => ancestor.uid),
    createdAt,
    proven: isWhole && provenUids.has(uid),
  }
}

async function removeAll(copies: readonly Link[], fileSystem: FileSystem): Promise<boolean> {
  try {
    for (const { parts } of copies) await removeBackup(parts, fileSystem)
    return true
  } catch {
    return false
  }
}
