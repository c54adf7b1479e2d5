import { grantToken, instant, uid } from '@shared/core/schemas'
import { z } from 'zod'
import { backupKinds } from './backup-manifest.schema'

/** Where backups may lie: a plugged-in drive, the folder of the last one, or one that the person chose. */
export const backupPlace = z.strictObject({
  token: grantToken,
  /** For the eye only. */
  path: z.string(),
  kind: z.enum(['drive', 'last', 'chosen']),
  /** What the system calls the drive; null for a folder. */
  label: z.string().nullable(),
})
export type BackupPlace = z.output<typeof backupPlace>

/**
 * Why a file with the right ending is no backup that could be read: changed or cut off; something else; written by a later
 * program; not readable at all just now.
 */
export const unreadableReasons = ['damaged', 'foreign', 'newer', 'unreadable'] as const
export type UnreadableReason = (typeof unreadableReasons)[number]

/** What the manifest of a backup says, for a list. */
export const backupFacts = z.strictObject({
  uid,
  vaultId: uid,
  bookName: z.string(),
  kind: z.enum(backupKinds),
  createdAt: instant,
  customers: z.number().int(),
  /** Names of the files that it needs and that are not beside it. */
  missing: z.array(z.string()),
})
export type BackupFacts = z.output<typeof backupFacts>

const file = { token: grantToken, fileName: z.string(), folder: z.string() }

/** A backup that lies in a place. */
export const listedBackup = z.strictObject({
  ...file,
  /** Of all its parts. */
  bytes: z.number().int(),
  facts: backupFacts,
  /** When this computer last proved it; null: nothing is known of it. */
  provenAt: instant.nullable(),
})
export type ListedBackup = z.output<typeof listedBackup>

/** A file that looks like a backup by its name and does not read. */
export const unreadableFile = z.strictObject({ ...file, reason: z.enum(unreadableReasons) })
export type UnreadableFile = z.output<typeof unreadableFile>

/** A book that had to make room for a restored one, and stands beside it. */
export const keptBook = z.strictObject({
  token: grantToken,
  bookName: z.string(),
  folderName: z.string(),
  /** For the eye only. */
  path: z.string(),
  keptAt: instant,
  bytes: z.number().int(),
})
export type KeptBook = z.output<typeof keptBook>
