import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { grantToken, none, requiredText, uid } from '@shared/core/schemas'
import { bookName, grantedFolder, newPassword, typedPassword, vaultState } from './vault.schema'

const base = { home: 'main', permission: 'public' } as const
const changed = ['vault'] as const

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
    /** Eight groups of four characters (Crockford Base32 with check digits). */
    output: z.strictObject({ recoveryKey: z.array(z.string().length(4)).length(8) }),
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
    input: z.strictObject({
      answers: z
        .array(z.strictObject({ group: z.number().int().min(1).max(8), text: z.string().max(20) }))
        .length(3),
    }),
    output: vaultState,
    invalidates: changed,
  }),
  /** Drops the half-made book and its keys from memory. */
  'vault.cancelCreation': command({ ...base, input: none, output: none, invalidates: [] }),
  'vault.unlock': command({
    ...base,
    input: z.strictObject({ userUid: uid, password: typedPassword }),
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
  /** Puts the kept previous header in place of a damaged one (the damaged file is kept aside). */
  'vault.usePreviousHeader': command({
    ...base,
    input: none,
    output: vaultState,
    invalidates: changed,
  }),
} as const
