import { basename, dirname, join } from 'node:path'
import {
  backupExtension,
  firstPartName,
  partFileName,
  partialSuffix,
} from '@shared/features/backups/backup-files.rules'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { damaged } from './errors'
import { diskFileSystem, type FileSystem } from './file-system'
import { inspectBackup } from './inspect-backup'

/** One file as it lies there. */
type PartFile = { path: string; manifest: BackupManifest; bytes: number }

/** One backup with all of its files, mostly one. */
export type Link = {
  /** Its first part, or the part that was asked for while the first is not there. */
  path: string
  /** As the first part has it. */
  manifest: BackupManifest
  /** Of all parts that are there. */
  bytes: number
  /** Paths of the parts that are there, in order. */
  parts: string[]
  /** File names of the parts that are not there. */
  missing: string[]
}

/**
 * The backup to which a file belongs, by the names of its parts, else by the identity in every manifest beside it. Only manifests
 * are read.
 * @throws AppError as `inspectBackup` for the file itself; `backups.damaged` when another part is there and broken
 */
export async function readLink(
  path: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Link> {
  const asked = await inspectPart(path, fileSystem)
  const { part, parts } = asked.manifest
  if (parts === 1) return toLink(basename(path), [asked])
  const firstName = firstPartName(basename(path), part)
  const found = [asked]
  let others: PartFile[] | null = null
  for (let number = 1; number <= parts; number++) {
    if (number === part) continue
    const fits = (file: PartFile) => isPartOf(asked.manifest, number, file.manifest)
    const named = await findNamed(join(dirname(path), partFileName(firstName, number)), fileSystem)
    let file = named !== 'damaged' && named && fits(named) ? named : null
    file ??= (others ??= await listParts(path, fileSystem)).find(fits) ?? null
    if (file) found.push(file)
    else if (named === 'damaged') throw damaged('a part does not read')
  }
  return toLink(firstName, found)
}

/** The backups of a folder whose first part reads, in the order of its name; other files are left out. */
export async function listLinks(
  folder: string,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Link[]> {
  const files = await listParts(join(folder, backupExtension), fileSystem)
  return files
    .filter(({ manifest }) => manifest.part === 1)
    .map((first) => {
      const name = basename(first.path)
      const found = [first]
      for (let number = 2; number <= first.manifest.parts; number++) {
        const fitting = files.filter((file) => isPartOf(first.manifest, number, file.manifest))
        const named = join(folder, partFileName(name, number))
        const file = fitting.find(({ path }) => path === named) ?? fitting[0]
        if (file) found.push(file)
      }
      return toLink(name, found)
    })
}

/** The name of a link's file. */
export function nameOf({ path }: Pick<Link, 'path'>): string {
  return basename(path)
}

function toLink(firstName: string, files: PartFile[]): Link {
  const sorted = [...files].sort((a, b) => a.manifest.part - b.manifest.part)
  const [first] = sorted
  if (!first) throw damaged('no file')
  const there = new Set(sorted.map(({ manifest }) => manifest.part))
  const numbers = Array.from({ length: first.manifest.parts }, (_, index) => index + 1)
  return {
    path: first.path,
    manifest: { ...first.manifest, part: 1 },
    bytes: sorted.reduce((sum, { bytes }) => sum + bytes, 0),
    parts: sorted.map(({ path }) => path),
    missing: numbers
      .filter((number) => !there.has(number))
      .map((number) => partFileName(firstName, number)),
  }
}

function isPartOf(manifest: BackupManifest, part: number, other: BackupManifest): boolean {
  return (
    other.backupUid === manifest.backupUid &&
    other.vaultId === manifest.vaultId &&
    other.parts === manifest.parts &&
    other.part === part
  )
}

/** The readable files beside this one with the same ending, in the order of their names. */
async function listParts(path: string, fileSystem: FileSystem): Promise<PartFile[]> {
  const folder = dirname(path)
  const ending = path.endsWith(partialSuffix) ? backupExtension + partialSuffix : backupExtension
  const files: PartFile[] = []
  for (const name of (await fileSystem.list(folder)).sort()) {
    if (!name.endsWith(ending)) continue
    const file = await inspectPart(join(folder, name), fileSystem).catch(() => null)
    if (file) files.push(file)
  }
  return files
}

async function inspectPart(path: string, fileSystem: FileSystem): Promise<PartFile> {
  const { manifest, bytes } = await inspectBackup(path, fileSystem)
  return { path, manifest, bytes }
}

async function findNamed(
  path: string,
  fileSystem: FileSystem,
): Promise<PartFile | 'damaged' | null> {
  if (!(await fileSystem.exists(path))) return null
  try {
    return await inspectPart(path, fileSystem)
  } catch {
    return 'damaged'
  }
}
