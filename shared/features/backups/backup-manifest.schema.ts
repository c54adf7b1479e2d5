import { instant, uid } from '@shared/core/schemas'
import { z } from 'zod'
import { bookName } from '../vault/vault.schema'

/** Kinds of the sources (R094). This version writes and reads `full`; the others stand on a parent. */
export const backupKinds = ['full', 'differential', 'incremental'] as const
export type BackupKind = (typeof backupKinds)[number]

/**
 * What a `.kebubak` file says of itself, in the clear, before its pages (docs/backup-format.md). Unknown keys are kept out of
 * the way, so that a later minor version may add facts.
 */
export const backupManifest = z.object({
  vaultId: uid,
  backupUid: uid,
  kind: z.enum(backupKinds),
  /** Backup whose pages this one builds on; null for a full one. */
  parentUid: uid.nullable(),
  /** This file's place when a backup is split over several files, 1 and up. */
  part: z.int().min(1),
  parts: z.int().min(1),
  bookName,
  createdAt: instant,
  appVersion: z.string().min(1).max(50),
  pageCipher: z.literal('chacha20'),
  schemaVersion: z.int().min(0),
  /** Bytes; the powers of two that SQLite knows. */
  pageSize: z.literal([512, 1024, 2048, 4096, 8192, 16384, 32768, 65536]),
  /** Pages of the whole database image. */
  pageCount: z.int().min(1).max(4294967294),
  rowCounts: z.record(z.string().max(100), z.int().min(0)),
  /** Hash of the last audit entry, empty while there is none. */
  auditHead: z.string().max(200),
})
export type BackupManifest = z.output<typeof backupManifest>
