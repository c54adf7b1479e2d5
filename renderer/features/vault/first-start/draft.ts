import { z } from 'zod'
import { requiredText } from '@shared/core/schemas'
import { bookName, newPassword, type GrantedFolder } from '@shared/features/vault/vault.schema'

export const steps = ['book', 'owner', 'key', 'confirm', 'backup'] as const
export type Step = (typeof steps)[number]

/** What the first steps gathered; the password is never kept here. */
export type Draft = { bookName: string; folder: GrantedFolder | null; ownerName: string }

export const bookForm = z.strictObject({ bookName })

/** Two entries of a new password that have to agree; used with other fields around it. */
export const passwordPair = { password: newPassword, repeated: z.string() }

export const ownerForm = z
  .strictObject({ ownerName: requiredText(50), ...passwordPair })
  .refine(({ password, repeated }) => password === repeated.normalize('NFC'), {
    path: ['repeated'],
    error: 'password-mismatch',
  })

/**
 * Three different group numbers 1–8 to type back, ascending.
 * @param random 0 ≤ x < 1
 */
export function pickGroups(random: () => number): number[] {
  const left = [1, 2, 3, 4, 5, 6, 7, 8]
  const picked = [0, 1, 2].flatMap(() => left.splice(Math.floor(random() * left.length), 1))
  return picked.sort((a, b) => a - b)
}
