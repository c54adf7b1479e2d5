import { daysBetween } from '@shared/core/dates'
import { type BackupKind, maxChainLength } from './backup-manifest.schema'

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

/** Links on top of a full backup from which on the next one stands on the full one again. */
const linksUntilDifferential = 7

/**
 * Which kind the next backup is when nobody chose one: full without a chain, or when the chain is too long; differential once seven
 * links stand on the full one, so that a restore never needs more than a handful of files and the links between become free for the
 * rotation; else incremental. A differential one holds each changed page once, so it is no larger than those links together, which
 * stay under half of the full one.
 * @param bytes of each backup of the newest chain, the full one first
 */
export function nextBackupKind(bytes: number[]): BackupKind {
  if (bytes.length === 0 || isChainTooLong(bytes, maxChainLength)) return 'full'
  return bytes.length - 1 >= linksUntilDifferential ? 'differential' : 'incremental'
}

/**
 * About how many bytes the next backup takes in a folder: for a full one at most these; for a link twice the largest one of its chain,
 * or a twentieth of the full one while there is none, and the list of hashes; for a differential one all links together. A guess on
 * the small side: the exact number is known, and room is asked for, before the first byte is written.
 * @param fullBytes that a full backup takes now
 * @param chain bytes of each backup of the newest chain there, the full one first
 */
export function estimateNextBackupBytes(fullBytes: number, chain: number[]): number {
  const kind = nextBackupKind(chain)
  if (kind === 'full') return fullBytes
  const links = chain.slice(1)
  const changes =
    kind === 'differential'
      ? links.reduce((sum, bytes) => sum + bytes, 0)
      : 2 * Math.max(fullBytes / 40, ...links)
  return Math.min(fullBytes, Math.ceil(changes + fullBytes / 200) + 64 * 1024)
}
