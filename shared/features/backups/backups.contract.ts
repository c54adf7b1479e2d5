import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { grantToken, instant, jobId, none, rowId, uid } from '@shared/core/schemas'
import { backupDrill } from './backup-drill.schema'
import { backupSchedule, backupScheduleState } from './backup-schedule.schema'
import { grantedFolder, vaultState, vaultUser } from '../vault/vault.schema'

export const backupRecord = z.strictObject({
  id: rowId,
  uid,
  fileName: z.string(),
  folder: z.string(),
  kind: z.enum(['full', 'differential', 'incremental']),
  bytes: z.number().int(),
  customers: z.number().int(),
  /** Backup that it is built on; null for a full one. */
  parentUid: uid.nullable(),
  /** Whether all the files that a restore needs were in their folder just now; false also while its drive is away. */
  chainComplete: z.boolean(),
  /** Its own file just now: in its folder, on a drive that is away, or not among the others that are there. */
  presence: z.enum(['there', 'away', 'gone']),
  /** When it had been opened, checked and counted. */
  provenAt: instant,
  startedAt: instant,
})
export type BackupRecord = z.output<typeof backupRecord>

export const backupTarget = grantedFolder.extend({
  sameDisk: z.boolean(),
  /** Bytes that may still be written there, and of the whole drive; null where the system does not say. */
  freeBytes: z.number().int().nullable(),
  totalBytes: z.number().int().nullable(),
  /** About how many bytes the next backup of the open book takes there (`estimateNextBackupBytes`). */
  neededBytes: z.number().int(),
})
export type BackupTarget = z.output<typeof backupTarget>

/** A plugged-in drive as the place of a backup: its top, or the folder of its last one. */
export const backupDrive = backupTarget.extend({
  /** What the system calls it. */
  label: z.string(),
  /** When the newest backup of this book that lies there was made; null: it never had one. */
  lastBackupAt: instant.nullable(),
  /** The top of the drive, to let go of it. */
  drive: grantToken,
})
export type BackupDrive = z.output<typeof backupDrive>

/** `by-hand`: this system has no tool that the program could ask. `refused`: a file of the drive is still open. */
export const ejectResult = z.enum(['ejected', 'refused', 'by-hand'])
export type EjectResult = z.output<typeof ejectResult>

/** What a backup file says of itself before anyone typed a password. */
export const backupSummary = z.strictObject({
  token: grantToken,
  fileName: z.string(),
  bytes: z.number().int(),
  bookName: z.string(),
  createdAt: instant,
  appVersion: z.string(),
  rowCounts: z.record(z.string(), z.number().int()),
  users: z.array(vaultUser),
  kind: z.enum(['full', 'differential', 'incremental']),
  /** Names of the files that it needs and that are not beside it. */
  missing: z.array(z.string()),
})
export type BackupSummary = z.output<typeof backupSummary>

export const backupsContract = {
  'backups.list': query({
    home: 'data',
    permission: 'backups.create',
    input: none,
    output: z.strictObject({ backups: z.array(backupRecord) }),
  }),
  /** The folder of the last backup when it is there now (drive plugged in), else null. */
  'backups.suggestTarget': query({
    home: 'main',
    permission: 'backups.create',
    input: none,
    output: backupTarget.nullable(),
  }),
  /** Native folder dialog; null when the person cancels. */
  'backups.chooseTarget': command({
    home: 'main',
    permission: 'backups.create',
    input: none,
    output: backupTarget.nullable(),
    invalidates: [],
  }),
  /**
   * Writes and proves one backup; answers when it is proven, with the kind that was made: `auto` is a link of the
   * proven chain in the folder (`nextBackupKind`), else full. Progress and cancel by `jobId` (chosen by the caller).
   */
  'backups.create': command({
    home: 'main',
    permission: 'backups.create',
    input: z.strictObject({
      jobId,
      target: grantToken,
      kind: z.enum(['auto', 'full', 'differential']).default('auto'),
    }),
    output: backupRecord,
    invalidates: ['backups', 'vault'],
  }),
  /** Native file dialog and a look at the manifest; null when the person cancels. */
  'backups.chooseFile': command({
    home: 'main',
    permission: 'public',
    input: none,
    output: backupSummary.nullable(),
    invalidates: [],
  }),
  /** A look at the file of a listed backup; null when it is not there now. */
  'backups.lookAt': command({
    home: 'main',
    permission: 'backups.create',
    input: z.strictObject({ id: rowId }),
    output: backupSummary.nullable(),
    invalidates: [],
  }),
  /** Where a restored book may stand: beside the book of this computer, else the folder proposed for new ones. */
  'backups.suggestFolder': query({
    home: 'main',
    permission: 'public',
    input: none,
    output: grantedFolder,
  }),
  /** Reads every page of a chosen backup, opens it with the password or recovery key, counts rows. Writes nothing outside a temporary place. */
  'backups.verify': command({
    home: 'main',
    permission: 'public',
    input: z.strictObject({
      jobId,
      file: grantToken,
      userUid: uid.nullable(),
      secret: z.string().min(1).max(1024),
    }),
    output: z.strictObject({ rowCounts: z.record(z.string(), z.number().int()) }),
    invalidates: [],
  }),
  /**
   * Restores a proven copy into `<folder>/<book name>.kebu` and signs the person in with the password of its day, or with
   * the recovery key when `userUid` is null. A book already there is kept beside it under a dated name.
   */
  'backups.restore': command({
    home: 'main',
    permission: 'public',
    input: z.strictObject({
      jobId,
      file: grantToken,
      folder: grantToken,
      userUid: uid.nullable(),
      secret: z.string().min(1).max(1024),
    }),
    output: z.strictObject({
      state: vaultState,
      keptFolder: z.string().nullable(),
      /** Customers of the backup that were erased since, and did not come back. */
      erased: z.number().int(),
    }),
    invalidates: [
      'vault',
      'customers',
      'follow-ups',
      'tags',
      'history',
      'imports',
      'backups',
      'attachments',
    ],
  }),
  /** Plugged-in drives, known ones first; asked again when `backups` is announced. */
  'backups.listDrives': query({
    home: 'main',
    permission: 'backups.create',
    input: none,
    output: z.strictObject({ drives: z.array(backupDrive) }),
  }),
  /** Lets go of a drive, so that it can be pulled out. */
  'backups.eject': command({
    home: 'main',
    permission: 'backups.create',
    input: z.strictObject({ drive: grantToken }),
    output: z.strictObject({ result: ejectResult }),
    invalidates: ['backups'],
  }),
  'backups.getSchedule': query({
    home: 'data',
    permission: 'backups.create',
    input: none,
    output: backupSchedule,
  }),
  'backups.setSchedule': command({
    home: 'data',
    permission: 'vault.manage',
    input: backupSchedule,
    output: backupSchedule,
    invalidates: ['backups', 'audit'],
  }),
  /** The last rehearsal of a restore, and when the next one is due; both null where there is nothing to rehearse yet. */
  'backups.getDrill': query({
    home: 'data',
    permission: 'backups.create',
    input: none,
    output: z.strictObject({ last: backupDrill.nullable(), dueAt: instant.nullable() }),
  }),
  /**
   * Rehearses a restore of the newest backup that is there, with the keys of the open book: nothing of the book is touched, the copy is
   * deleted. A backup that does not come back is an answer (`failure`), not an error.
   */
  'backups.drill': command({
    home: 'main',
    permission: 'backups.create',
    input: z.strictObject({ jobId }),
    output: backupDrill,
    invalidates: ['backups', 'audit'],
  }),
  /** What backups that are made by themselves do now, and how the last one failed. */
  'backups.getScheduleState': query({
    home: 'main',
    permission: 'backups.create',
    input: none,
    output: backupScheduleState,
  }),
} as const
