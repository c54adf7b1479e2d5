import type { BackupRecord } from '@shared/features/backups/backups.contract'

/**
 * The backups by the folder that they lie in, for one list each: those that are there now, the place of the newest one first. While no
 * place is there, those of the last one. What was taken away from a folder is not listed any more.
 * @param backups newest first
 */
export function listPlaces(backups: readonly BackupRecord[]): BackupRecord[][] {
  const folders = new Map<string, BackupRecord[]>()
  for (const backup of backups) {
    if (backup.presence === 'gone') continue
    folders.set(backup.folder, [...(folders.get(backup.folder) ?? []), backup])
  }
  const places = [...folders.values()]
  const there = places.filter((place) => place.some(({ presence }) => presence === 'there'))
  return there.length > 0 ? there : places.slice(0, 1)
}
