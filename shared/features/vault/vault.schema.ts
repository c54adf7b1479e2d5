import { z } from 'zod'
import { checkNewPassword } from '@shared/core/password-strength'
import { roles } from '@shared/core/permissions'
import { grantToken, instant, uid } from '@shared/core/schemas'
import { bookFinding, readOnlyReasons } from './book-condition.schema'

/**
 * A password of one's own (X1): at least 10 characters, neither well known nor too regular. Not trimmed, normalised to NFC so
 * that two keyboards agree. What it may not share with the person is asked of `checkNewPassword`.
 */
export const newPassword = z
  .string()
  .transform((value) => value.normalize('NFC'))
  .superRefine((value, context) => {
    const message = newPasswordError(value)
    if (message !== null) context.addIssue({ code: 'custom', message })
  })

function newPasswordError(value: string): string | null {
  if ([...value].length < 10) return 'password-short|10'
  if (value.length > 1024) return 'too-long|1024'
  return checkNewPassword(value, [])
}

export const typedPassword = z
  .string()
  .min(1, { error: 'required' })
  .max(1024)
  .transform((value) => value.normalize('NFC'))

/** Name of the business; becomes the folder `<name>.kebu`, so characters that no disk takes are refused (FAT32 rules). */
export const bookName = z
  .string()
  .transform((value) => value.normalize('NFC').trim())
  .refine((value) => value.length > 0, { error: 'required' })
  .refine((value) => [...value].length <= 60, { error: 'too-long|60' })
  .refine((value) => !/[<>:"/\\|?*\p{Cc}]/u.test(value) && !/[. ]$/.test(value), {
    error: 'file-name',
  })
  .refine((value) => !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(value), { error: 'file-name' })

export const folderVerdicts = [
  'ok',
  'network',
  'sync',
  'not-writable',
  'missing',
  'book-exists',
] as const
export type FolderVerdict = (typeof folderVerdicts)[number]

/** A folder the person may use, with what speaks against it. `path` is for the eye only. */
export const grantedFolder = z.strictObject({
  token: grantToken,
  path: z.string(),
  verdict: z.enum(folderVerdicts),
  /** Name of the sync service or network file system, when that is the reason. */
  service: z.string().nullable(),
})
export type GrantedFolder = z.output<typeof grantedFolder>

export const vaultUser = z.strictObject({
  uid,
  name: z.string(),
  role: z.enum(roles),
})
/** One who may sign in, as the unlock screen shows them. */
export const signInUser = vaultUser.extend({
  lastUnlockAt: instant.nullable(),
  /** This computer remembers a key for this person. */
  remembered: z.boolean(),
})
export type SignInUser = z.output<typeof signInUser>
export type VaultUser = z.output<typeof vaultUser>

export const vaultProblems = [
  'header-damaged',
  'header-missing',
  'header-unsupported',
  'header-foreign',
  'header-rolled-back',
  'database-damaged',
  'database-missing',
  'newer-schema',
  'read-only',
  'disk-full',
  'folder-missing',
  'in-use',
] as const
export type VaultProblem = (typeof vaultProblems)[number]

/** `beside`: in the book's folder. `second`: on this computer, outside of it. */
export const headerCopySources = ['beside', 'second'] as const
export type HeaderCopySource = (typeof headerCopySources)[number]
export const headerCopy = z.strictObject({
  source: z.enum(headerCopySources),
  generation: z.number().int(),
  savedAt: instant,
})
export type HeaderCopy = z.output<typeof headerCopy>

/**
 * What the window shows first. `none`: no book is known on this computer. `locked`: sign in. `open`: at work.
 * `problem`: the book cannot be opened and is left untouched.
 */
export const vaultState = z.strictObject({
  phase: z.enum(['none', 'locked', 'open', 'problem']),
  book: z.strictObject({ name: z.string(), folder: z.string() }).nullable(),
  users: z.array(signInUser),
  session: vaultUser.nullable(),
  problem: z
    .strictObject({
      kind: z.enum(vaultProblems),
      /** Whole copies of the header that are at hand, newest first. */
      copies: z.array(headerCopy),
    })
    .nullable(),
  /** The last proven backup, and the drive that it lies on where that is known. */
  lastBackup: z.strictObject({ at: instant, drive: z.string().nullable() }).nullable(),
  /** When the recovery key was last proven to be at hand; null while the book is locked or for others than the owner. */
  recoveryProvenAt: instant.nullable(),
  /** The owner looks at the program as this role. */
  preview: z.enum(roles).nullable(),
  /** Why an open book can only be read; null for one that takes changes, or that is not open. */
  readOnly: z.enum(readOnlyReasons).nullable(),
  /** What was odd when the book was opened, until somebody has read it. */
  findings: z.array(bookFinding),
  /** The last session did not close the book: opening it reads all of it first. Known before anyone signs in. */
  needsCheck: z.boolean(),
})
export type VaultState = z.output<typeof vaultState>
