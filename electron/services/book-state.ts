import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { backupFailure } from '@shared/features/backups/backup-schedule.schema'
import { instant, uid } from '@shared/core/schemas'
import { z } from 'zod'
import { bookFiles, writeAtomically } from '../vault/header-file'

const lastBackup = z.object({
  /** When it had been proven. */
  at: instant,
  folder: z.string(),
  fileName: z.string(),
  /** What the system calls the drive that it lies on; null for a folder of this computer. */
  drive: z.string().nullable(),
})

const stateSchema = z.object({
  /** The vault that the database beside it belongs to; a header of another one is refused. */
  vaultId: uid.nullable().default(null),
  /** Fingerprint of the data key that the database is under (`keyIdOf`), so that an old key is told from damage. */
  keyId: z.string().nullable().default(null),
  /** The last proven backup, known before anyone signs in and when the book cannot be opened. */
  lastBackup: lastBackup.nullable().default(null),
  /** How the last backup that was made by itself failed, kept over the lock that it was made before. */
  backupFailure: backupFailure.nullable().default(null).catch(null),
  /** End of the audit chain when the book was last closed: entries cut off at the end are found by it (R087). */
  auditHead: z.object({ id: z.number().int(), hash: z.string() }).nullable().default(null),
  /** When each person last unlocked the book, by uid; shown on the unlock screen. */
  unlocks: z.record(z.string(), instant).default({}),
})
export type BookState = z.output<typeof stateSchema>

/** Facts about a book that must be readable while it is locked. A damaged file means: nothing is known. */
export function readBookState(folder: string): BookState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(folder, bookFiles.state), 'utf8')))
  } catch {
    return stateSchema.parse({})
  }
}

/** Changes some of the facts. */
export function updateBookState(folder: string, change: Partial<BookState>): void {
  const next = stateSchema.parse({ ...readBookState(folder), ...change })
  writeAtomically(join(folder, bookFiles.state), Buffer.from(JSON.stringify(next)))
}
