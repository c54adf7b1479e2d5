import { z } from 'zod'
import { instant } from '@shared/core/schemas'
import { scheduleFailureCode } from './backup-schedule.schema'

/**
 * How a rehearsal of a restore went (R094): a copy was made in a temporary folder, opened, checked, counted, its audit chain walked,
 * and taken away again.
 */
export const backupDrill = z.strictObject({
  at: instant,
  /** From the first page read to the last check. */
  durationMs: z.number().int().min(0),
  /** The backup that was rehearsed. */
  fileName: z.string(),
  backupAt: instant,
  /** Files that the restore needed. */
  files: z.number().int().min(0),
  /** Zero when it failed before they were counted. */
  customers: z.number().int().min(0),
  auditEntries: z.number().int().min(0),
  /** Whether the program began it by itself. */
  automatic: z.boolean(),
  /** Why the backup could not be restored; null: it passed. */
  failure: scheduleFailureCode.nullable(),
})
export type BackupDrill = z.output<typeof backupDrill>
