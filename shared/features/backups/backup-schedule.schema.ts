import { z } from 'zod'
import { coreErrorCodes } from '@shared/core/errors'
import { instant, jobId } from '@shared/core/schemas'
import { backupErrorCodes } from './backups.errors'

/** When backups are made by themselves, and whether old ones are taken away; kept in the book, so that they are the same on every computer. */
export const backupSchedule = z.strictObject({
  /** Once a day, at the first chance, to the last place or a known drive. */
  daily: z.boolean().default(true),
  /** When a drive comes that has backups of this book. */
  onDrive: z.boolean().default(true),
  /** When somebody locks the book or quits, to the last place or a known drive, when something changed since the last one. */
  onLock: z.boolean().default(true),
  /** Remove old backups of this book by `planRotation` after each proven one. */
  rotate: z.boolean().default(true),
})
export type BackupSchedule = z.output<typeof backupSchedule>

export const scheduleFailureCode = z.enum([...coreErrorCodes, ...backupErrorCodes])

/** The last backup that was made by itself, when it failed. */
export const backupFailure = z.strictObject({ at: instant, code: scheduleFailureCode })
export type BackupFailure = z.output<typeof backupFailure>

/** What backups and rehearsals that are made by themselves do now, and how the last backup failed. */
export const backupScheduleState = z.strictObject({
  /** The one that runs now, for its progress. */
  jobId: jobId.nullable(),
  /** The book locks, or the program ends, as soon as that one is done or cancelled. */
  leaving: z.boolean(),
  failure: backupFailure.nullable(),
  /** The rehearsal of a restore that runs now. */
  drillJobId: jobId.nullable(),
})
export type BackupScheduleState = z.output<typeof backupScheduleState>
