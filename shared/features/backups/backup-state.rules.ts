import { daysBetween } from '@shared/core/dates'

/** `none`: never; `fresh`: within three days; `old`: within two weeks; `overdue`: longer ago. */
export type BackupState = 'none' | 'fresh' | 'old' | 'overdue'

const freshDays = 3
const oldDays = 14

/** How urgent a new backup is, from the last one that was proven; the warning grows with the days (R094). */
export function backupState(lastProvenAt: number | null, now: number): BackupState {
  if (lastProvenAt === null) return 'none'
  const days = daysBetween(lastProvenAt, now)
  if (days <= freshDays) return 'fresh'
  return days <= oldDays ? 'old' : 'overdue'
}

/**
 * Bytes that a full backup of a database takes at most: its pages, 16 bytes of hash a page, header, manifest and frames.
 * @param databaseBytes size of the database file
 * @param headerBytes size of the vault header
 */
export function estimateBackupBytes(
  databaseBytes: number,
  pageSize: number,
  headerBytes: number,
): number {
  const pages = Math.ceil(databaseBytes / pageSize)
  return databaseBytes + pages * 16 + Math.ceil(pages / 64) * 32 + headerBytes + 64 * 1024
}

/**
 * Whether the next backup has to be a full one: a restore would need too many files, or the links weigh half of the full one.
 * @param bytes of each file of the chain, the full one first
 * @param maxLength files that a chain may have
 */
export function isChainTooLong([full = 0, ...links]: number[], maxLength: number): boolean {
  const grown = links.reduce((sum, size) => sum + size, 0)
  return links.length + 1 >= maxLength || grown > full / 2
}
