import { z } from 'zod'
import { roles } from '@shared/core/permissions'
import { grantToken, instant, uid } from '@shared/core/schemas'

/** A password of one's own: at least 10 characters. Not trimmed, normalised to NFC so that two keyboards agree. */
export const newPassword = z
  .string()
  .transform((value) => value.normalize('NFC'))
  .refine((value) => [...value].length >= 10, { error: 'password-short|10' })
  .refine((value) => value.length <= 1024, { error: 'too-long|1024' })

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
export type VaultUser = z.output<typeof vaultUser>

export const vaultProblems = [
  'header-damaged',
  'header-missing',
  'header-unsupported',
  'database-damaged',
  'database-missing',
  'newer-schema',
  'read-only',
  'disk-full',
  'folder-missing',
  'in-use',
] as const
export type VaultProblem = (typeof vaultProblems)[number]

/**
 * What the window shows first. `none`: no book is known on this computer. `locked`: sign in. `open`: at work.
 * `problem`: the book cannot be opened and is left untouched.
 */
export const vaultState = z.strictObject({
  phase: z.enum(['none', 'locked', 'open', 'problem']),
  book: z.strictObject({ name: z.string(), folder: z.string() }).nullable(),
  users: z.array(vaultUser),
  session: vaultUser.nullable(),
  problem: z
    .strictObject({
      kind: z.enum(vaultProblems),
      /** An older copy of the header is at hand and whole. */
      previousHeader: z.boolean(),
    })
    .nullable(),
  lastBackupAt: instant.nullable(),
})
export type VaultState = z.output<typeof vaultState>
