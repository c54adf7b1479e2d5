import type { ListedBackup } from '@shared/features/backups/restore.schema'

export type BackupGroup = { vaultId: string; bookName: string; backups: ListedBackup[] }

/**
 * The backups of a place by book: the book of this computer first, then the one with the newest backup. A book that was renamed
 * keeps its group, under its last name.
 * @param backups newest first
 */
export function groupByBook(
  backups: readonly ListedBackup[],
  ownVaultId: string | null,
): BackupGroup[] {
  const groups = new Map<string, BackupGroup>()
  for (const backup of backups) {
    const { vaultId, bookName } = backup.facts
    const group = groups.get(vaultId)
    if (group) group.backups.push(backup)
    else groups.set(vaultId, { vaultId, bookName, backups: [backup] })
  }
  return [...groups.values()].sort(
    (a, b) => Number(b.vaultId === ownVaultId) - Number(a.vaultId === ownVaultId),
  )
}
