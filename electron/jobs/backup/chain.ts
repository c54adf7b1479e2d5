import { dirname, join } from 'node:path'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { chainIncomplete, damaged } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { type Link, listLinks, readLink } from './parts'

export type Chain = {
  /** What is there, the full one first and the asked one last. */
  links: Link[]
  /** Names of the files that are not there, as they were called when they were built on. */
  missing: string[]
}

/**
 * Finds what a backup needs in its own folder: by the names of that day, else by the identity in every manifest there, since files
 * are renamed. Only manifests are read.
 * @throws AppError as `inspectBackup` for the file itself; `backups.damaged` when a needed one is there and broken
 */
export async function findChain(
  path: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Chain> {
  const newest = await readLink(path, fileSystem)
  const folder = dirname(path)
  const chain: Chain = { links: [], missing: [] }
  let others: Link[] | null = null
  for (const { uid, fileName } of newest.manifest.ancestors) {
    const isIt = ({ manifest }: Link) =>
      manifest.backupUid === uid && manifest.vaultId === newest.manifest.vaultId
    const named = await findNamed(join(folder, fileName), fileSystem)
    let link = named !== 'damaged' && named && isIt(named) ? named : null
    link ??= (others ??= await listLinks(folder, fileSystem)).find(isIt) ?? null
    if (link) chain.links.push(link)
    else if (named === 'damaged') throw damaged('a file of the chain does not read')
    else chain.missing.push(fileName)
    chain.missing.push(...(link?.missing ?? []))
  }
  chain.links.push(newest)
  chain.missing.push(...newest.missing)
  return chain
}

/**
 * A chain in which nothing is missing and every file names the one before it.
 * @throws AppError as `findChain`, and `backups.chain-incomplete` with how many files are missing and their names
 */
export async function getChain(
  path: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Link[]> {
  const { links, missing } = await findChain(path, fileSystem)
  if (missing.length > 0) throw chainIncomplete(missing)
  links.forEach((link, index) => assertFollows(link.manifest, links[index - 1]?.manifest ?? null))
  return links
}

async function findNamed(path: string, fileSystem: FileSystem): Promise<Link | 'damaged' | null> {
  if (!(await fileSystem.exists(path))) return null
  try {
    return await readLink(path, fileSystem)
  } catch {
    return 'damaged'
  }
}

function assertFollows(manifest: BackupManifest, parent: BackupManifest | null): void {
  const fits =
    parent === null
      ? manifest.kind === 'full'
      : manifest.parentUid === parent.backupUid &&
        manifest.keyId === parent.keyId &&
        manifest.pageSize === parent.pageSize
  if (!fits) throw damaged('chain out of order')
}
