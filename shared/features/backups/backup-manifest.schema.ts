import { instant, uid } from '@shared/core/schemas'
import { z } from 'zod'
import { bookName } from '../vault/vault.schema'

/** Kinds of the sources (R094): all pages, those that differ from the last full one, those that differ from the last of any kind. */
export const backupKinds = ['full', 'differential', 'incremental'] as const
export type BackupKind = (typeof backupKinds)[number]

/** The most files that one restore may need, the full one among them. */
export const maxChainLength = 30

/** The most files that one backup may be split into. */
export const maxParts = 99_999

const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/)

/** Where a link of the chain was when it was built on; a name in the same folder, never a path. */
const ancestor = z.object({
  uid,
  fileName: z
    .string()
    .max(255)
    .regex(/^[^\\/\0]+\.kebubak$/),
})
export type BackupAncestor = z.output<typeof ancestor>

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
  /** SHA-256 of the parent's list of page hashes, so that no other file can stand in its place; null for a full one. */
  parentHashes: sha256Hex.nullable().default(null),
  /** Every backup that this one needs, the full one first and the parent last; empty for a full one. */
  ancestors: z
    .array(ancestor)
    .max(maxChainLength - 1)
    .default([]),
  /** Pages in a link, all parts together; null in full ones and in files of format 1.1, which list the hashes of all pages. */
  changedPages: z.int().min(0).nullable().default(null),
  /** Fingerprint of the key of the seal: a chain does not go on across a new data key. Null in files of format 1.0. */
  keyId: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable()
    .default(null),
  /** This file's place when a backup is split over several files, 1 and up. */
  part: z.int().min(1),
  parts: z.int().min(1).max(maxParts),
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
