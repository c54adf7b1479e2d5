import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { grantToken, jobId, none, uid } from '@shared/core/schemas'
import { vaultState } from '../vault/vault.schema'
import { backupSummary } from './backups.contract'
import { backupPlace, keptBook, listedBackup, unreadableFile } from './restore.schema'

const open = { home: 'main', permission: 'public' } as const

/** Finding a backup and taking a restore back; while nobody is signed in too, since a restore may be the only way in. */
export const restoreContract = {
  /** Plugged-in drives and the folder of the last backup, when they are there now. */
  'backups.listPlaces': query({
    ...open,
    input: none,
    output: z.strictObject({ places: z.array(backupPlace) }),
  }),
  /** Native folder dialog; null when the person cancels. */
  'backups.choosePlace': command({
    ...open,
    input: none,
    output: backupPlace.nullable(),
    invalidates: [],
  }),
  /** Every backup of a place and the folders directly in it, newest first, by manifests alone. Progress and cancel by `jobId`. */
  'backups.listFiles': command({
    ...open,
    input: z.strictObject({ jobId, place: grantToken }),
    output: z.strictObject({
      backups: z.array(listedBackup),
      unreadable: z.array(unreadableFile),
      /** Files beyond the most that one look reads. */
      unread: z.number().int(),
      /** The book of this computer. */
      vaultId: uid.nullable(),
    }),
    invalidates: [],
  }),
  /** A look at one file of such a list. */
  'backups.inspectFile': command({
    ...open,
    input: z.strictObject({ file: grantToken }),
    output: backupSummary,
    invalidates: [],
  }),
  /** Rows of every table of the open book, to be held beside those of a backup. */
  'backups.countRows': query({
    home: 'data',
    permission: 'vault.manage',
    input: none,
    output: z.strictObject({ rowCounts: z.record(z.string(), z.number().int()) }),
  }),
  /** Books that had to make room for a restored one beside the book of this computer. */
  'backups.listKept': query({
    ...open,
    input: none,
    output: z.strictObject({ kept: z.array(keptBook) }),
  }),
  /** Lets a kept book and the one in its place swap places; the book is locked afterwards. */
  'backups.takeBack': command({
    ...open,
    input: z.strictObject({ kept: grantToken }),
    output: z.strictObject({ state: vaultState, keptFolder: z.string().nullable() }),
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
  /** Shows a kept book in the file manager. */
  'backups.showKept': command({
    ...open,
    input: z.strictObject({ kept: grantToken }),
    output: none,
    invalidates: [],
  }),
  /** Name of a book that got its place back after a power cut in a restore; asked once at the start. */
  'backups.takeNotice': command({
    ...open,
    input: none,
    output: z.strictObject({ putBack: z.string().nullable() }),
    invalidates: [],
  }),
} as const
