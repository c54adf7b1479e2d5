import { z } from 'zod'
import { command, query, topics as everything } from '@shared/core/contract'
import { roles } from '@shared/core/permissions'
import { grantToken, instant, jobId, none, requiredText, uid } from '@shared/core/schemas'
import { backupSummary } from '../backups/backups.contract'
import { salvageReport } from './salvage.schema'
import {
  bookName,
  grantedFolder,
  headerCopySources,
  newPassword,
  typedPassword,
  vaultState,
} from './vault.schema'

const base = { home: 'main', permission: 'public' } as const
const changed = ['vault'] as const
const manage = { home: 'main', permission: 'vault.manage' } as const
/** Eight groups of four characters (Crockford Base32 with check digits). */
const recoveryGroups = z.array(z.string().length(4)).length(8)
const answers = z
  .array(z.strictObject({ group: z.number().int().min(1).max(8), text: z.string().max(20) }))
  .length(3)

export const vaultContract = {
  'vault.getState': query({ ...base, input: none, output: vaultState }),
  /** The folder proposed for a new book on this platform. */
  'vault.suggestFolder': query({ ...base, input: none, output: grantedFolder }),
  /** Native folder dialog; null when the person cancels. */
  'vault.chooseFolder': command({
    ...base,
    input: none,
    output: grantedFolder.nullable(),
    invalidates: [],
  }),
  /** First half of making a book: keys and recovery key in memory only; nothing is written yet. */
  'vault.startCreation': command({
    ...base,
    input: z.strictObject({
      bookName,
      folder: grantToken,
      ownerName: requiredText(50),
      password: newPassword,
    }),
    output: z.strictObject({ recoveryKey: recoveryGroups }),
    invalidates: [],
  }),
  /** Native save dialog for the recovery key as a text file; false when the person cancels. */
  'vault.saveRecoveryKey': command({
    ...base,
    input: none,
    output: z.strictObject({ saved: z.boolean() }),
    invalidates: [],
  }),
  /** Prints the recovery card; false when the person cancels or there is no printer. */
  'vault.printRecoveryKey': command({
    ...base,
    input: none,
    output: z.strictObject({ printed: z.boolean() }),
    invalidates: [],
  }),
  /** Copies the recovery key; the clipboard is cleared after 60 s if it still holds it. */
  'vault.copyRecoveryKey': command({
    ...base,
    input: none,
    output: none,
    invalidates: [],
  }),
  /** Second half: three groups typed back (group numbers 1–8); writes the book and opens it. */
  'vault.finishCreation': command({
    ...base,
    input: z.strictObject({ answers }),
    output: vaultState,
    invalidates: changed,
  }),
  /** Drops the half-made book and its keys from memory. */
  'vault.cancelCreation': command({ ...base, input: none, output: none, invalidates: [] }),
  /** `newPassword` replaces a password that the owner gave (see `vault.must-change-password`). */
  'vault.unlock': command({
    ...base,
    input: z.strictObject({
      userUid: uid,
      password: typedPassword,
      newPassword: newPassword.optional(),
    }),
    output: vaultState,
    invalidates: changed,
  }),
  /** Opens with the recovery key and gives the owner a new password (R094: a written way back). */
  'vault.unlockWithRecoveryKey': command({
    ...base,
    input: z.strictObject({ recoveryKey: z.string().max(100), newPassword }),
    output: vaultState,
    invalidates: changed,
  }),
  'vault.lock': command({ ...base, input: none, output: vaultState, invalidates: changed }),
  /** Dialog for another book folder; answers the new state, or null when the person cancels. */
  'vault.openOther': command({
    ...base,
    input: none,
    output: vaultState.nullable(),
    invalidates: changed,
  }),
  /** Looks at the book again, after the person plugged the drive in or freed space. */
  'vault.retry': command({ ...base, input: none, output: vaultState, invalidates: changed }),
  /** Where a book lies now whose folder is gone: beside its old place, or on a drive; null when it is not found. */
  'vault.findMoved': query({
    ...base,
    input: none,
    output: z.strictObject({ path: z.string() }).nullable(),
  }),
  /** Works with the folder that `findMoved` has found. */
  'vault.useMoved': command({ ...base, input: none, output: vaultState, invalidates: changed }),
  /** Takes changes again after somebody made room; answers `core.disk-full` while there is none. */
  'vault.tryWriting': command({
    home: 'main',
    permission: 'self',
    input: none,
    output: vaultState,
    invalidates: changed,
  }),
  /** What was found at opening has been read. */
  'vault.dismissFindings': command({
    home: 'main',
    permission: 'self',
    input: none,
    output: vaultState,
    invalidates: changed,
  }),
  /** Puts a kept copy in place of a header that is lost or damaged (what was there is kept aside). */
  'vault.useHeaderCopy': command({
    ...base,
    input: z.strictObject({ source: z.enum(headerCopySources) }),
    output: vaultState,
    invalidates: changed,
  }),
  /** The same with the header inside a backup of this book; dialog for the file, null when the person cancels. */
  'vault.useBackupHeader': command({
    ...base,
    input: none,
    output: vaultState.nullable(),
    invalidates: changed,
  }),
  /**
   * Opens the book only to look (R094): nothing is written into its folder, not even the audit trail, and every command is refused.
   * For a damaged database, a place that cannot be written to, a full disk.
   */
  'vault.lookInside': command({
    ...base,
    input: z.strictObject({ userUid: uid, password: typedPassword }),
    output: vaultState,
    invalidates: changed,
  }),
  /**
   * An owner lets a new database be made of what can be read in a damaged one; the damaged files are copied aside first (R094).
   * Answers when it is proven and open. `report` is null when something else keeps the book from opening by now.
   */
  'vault.salvage': command({
    ...base,
    input: z.strictObject({ jobId, userUid: uid, password: typedPassword }),
    output: z.strictObject({ state: vaultState, report: salvageReport.nullable() }),
    invalidates: [...everything],
  }),
  /** The newest proven backup that is known outside of the book; null where none is. */
  'vault.findLastBackup': query({
    ...base,
    input: none,
    output: z
      .strictObject({
        at: instant,
        /** What the system calls the drive that it lies on; null for a folder of this computer. */
        drive: z.string().nullable(),
        fileName: z.string(),
        /** Null while the file is not there: drive not plugged in, moved or deleted. */
        backup: backupSummary.nullable(),
      })
      .nullable(),
  }),
  /** First half of a new recovery key: in memory only. `saveRecoveryKey` and its sisters then speak of the new one. */
  'vault.startReissue': command({
    ...manage,
    input: z.strictObject({ password: typedPassword }),
    output: z.strictObject({ recoveryKey: recoveryGroups }),
    invalidates: [],
  }),
  /** Second half: three groups typed back; from here on the old recovery key opens nothing. */
  'vault.finishReissue': command({
    ...manage,
    input: z.strictObject({ answers }),
    output: vaultState,
    invalidates: ['vault', 'audit'],
  }),
  'vault.cancelReissue': command({ ...manage, input: none, output: none, invalidates: [] }),
  /** Proves that the recovery key is still at hand. Changes nothing but the date. */
  'vault.proveRecoveryKey': command({
    ...manage,
    input: z.strictObject({ recoveryKey: z.string().max(100) }),
    output: vaultState,
    invalidates: ['vault', 'audit'],
  }),
  /** A proven backup, then a new data key for the whole book. Progress by `jobId`; not to be cancelled once it writes. */
  'vault.rotateKey': command({
    ...manage,
    input: z.strictObject({ jobId, password: typedPassword, target: grantToken }),
    output: vaultState,
    invalidates: ['vault', 'audit', 'backups'],
  }),
  /** Whether this computer can keep a key, and keeps one for the person who is signed in. */
  'vault.getDevice': query({
    home: 'main',
    permission: 'self',
    input: none,
    output: z.strictObject({ available: z.boolean(), remembered: z.boolean() }),
  }),
  'vault.rememberDevice': command({
    home: 'main',
    permission: 'self',
    input: z.strictObject({ password: typedPassword }),
    output: none,
    invalidates: ['vault', 'audit'],
  }),
  'vault.forgetDevice': command({
    home: 'main',
    permission: 'self',
    input: none,
    output: none,
    invalidates: ['vault', 'audit'],
  }),
  /** Opens with the key that this computer keeps. */
  'vault.unlockWithDevice': command({
    ...base,
    input: z.strictObject({ userUid: uid }),
    output: vaultState,
    invalidates: changed,
  }),
  /** 以这个角色看一遍: the owner sees the program as a role does, until `endPreview`. */
  'vault.startPreview': command({
    ...manage,
    input: z.strictObject({ role: z.enum(roles) }),
    output: vaultState,
    invalidates: [...everything],
  }),
  'vault.endPreview': command({
    home: 'main',
    permission: 'self',
    input: none,
    output: vaultState,
    invalidates: [...everything],
  }),
} as const
