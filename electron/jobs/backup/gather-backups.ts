import { firstPartName, partFileName } from '@shared/features/backups/backup-files.rules'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { BackupFacts } from '@shared/features/backups/restore.schema'

export type FoundFile = { path: string; fileName: string; folder: string }
/** One file whose manifest reads. */
export type Reading = FoundFile & { bytes: number; manifest: BackupManifest }
/** One backup with all its parts, under the path of the first one that is there. */
export type FoundBackup = FoundFile & { bytes: number; facts: BackupFacts }

/**
 * Puts the parts of each backup together and says what each one needs and does not have beside it: parts of its own, and the
 * backups that it is built on with theirs. Newest first.
 */
export function gatherBackups(readings: readonly Reading[]): FoundBackup[] {
  const byIdentity = groupBy(readings, ({ folder, manifest }) =>
    keyOf(folder, manifest.vaultId, manifest.backupUid),
  )
  return readings
    .filter((reading) => isHead(reading, byIdentity))
    .map((head) => toBackup(head, byIdentity))
    .sort((a, b) => b.facts.createdAt - a.facts.createdAt || (a.path < b.path ? -1 : 1))
}

type Groups = ReadonlyMap<string, readonly Reading[]>

/** A first part stands for its backup; another part only where no first one is there. */
function isHead(reading: Reading, groups: Groups): boolean {
  const { part } = reading.manifest
  if (part === 1) return true
  const others = partsOf(reading, groups)
  return others.every(({ manifest }) => manifest.part >= part) && others[0] === reading
}

function toBackup(head: Reading, groups: Groups): FoundBackup {
  const { path, fileName, folder, manifest } = head
  const own = head.manifest.parts === 1 ? [head] : partsOf(head, groups)
  const missing = manifest.ancestors.flatMap((ancestor) => {
    const parts = groups.get(keyOf(folder, manifest.vaultId, ancestor.uid)) ?? []
    return parts.length === 0 ? [ancestor.fileName] : missingParts(parts)
  })
  return {
    ...{ path, fileName, folder },
    bytes: own.reduce((sum, { bytes }) => sum + bytes, 0),
    facts: {
      uid: manifest.backupUid,
      vaultId: manifest.vaultId,
      bookName: manifest.bookName,
      kind: manifest.kind,
      createdAt: manifest.createdAt,
      customers: manifest.rowCounts.customer ?? 0,
      missing: [...missing, ...missingParts(own)],
    },
  }
}

/** One file for each part number, in order; copies of a file under another name count once. */
function partsOf({ folder, manifest }: Reading, groups: Groups): Reading[] {
  const parts = new Map<number, Reading>()
  for (const reading of groups.get(keyOf(folder, manifest.vaultId, manifest.backupUid)) ?? [])
    if (!parts.has(reading.manifest.part)) parts.set(reading.manifest.part, reading)
  return [...parts.values()].sort((a, b) => a.manifest.part - b.manifest.part)
}

function missingParts(parts: readonly Reading[]): string[] {
  const [first] = parts
  if (!first || first.manifest.parts === 1) return []
  const name = firstPartName(first.fileName, first.manifest.part)
  const there = new Set(parts.map(({ manifest }) => manifest.part))
  return Array.from({ length: first.manifest.parts }, (_, index) => index + 1)
    .filter((part) => !there.has(part))
    .map((part) => partFileName(name, part))
}

function keyOf(folder: string, vaultId: string, uid: string): string {
  return JSON.stringify([folder, vaultId, uid])
}

function groupBy<T>(items: readonly T[], keyFor: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyFor(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
