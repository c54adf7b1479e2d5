import { z } from 'zod'
import { checkNewPassword } from '@shared/core/password-strength'
import { newPassword } from '@shared/features/vault/vault.schema'

/** Two entries of a new password that have to agree; spread into the object of a form. */
export const passwordPair = { password: newPassword, repeated: z.string() }

/** Refuses a password that holds something of the person or the business (R093). For `superRefine`. */
export function checkPersonal(
  password: string,
  personal: readonly string[],
  context: z.RefinementCtx,
): void {
  if (checkNewPassword(password, personal) === 'password-personal')
    context.addIssue({ code: 'custom', path: ['password'], message: 'password-personal' })
}

/** The same, and both entries have to agree. */
export function checkPair(
  { password, repeated }: { password: string; repeated: string },
  personal: readonly string[],
  context: z.RefinementCtx,
): void {
  checkPersonal(password, personal, context)
  if (password !== repeated.normalize('NFC'))
    context.addIssue({ code: 'custom', path: ['repeated'], message: 'password-mismatch' })
}

/** A form of nothing but a new password, typed twice. */
export function makePairForm(personal: readonly string[]) {
  return z
    .strictObject(passwordPair)
    .superRefine((value, context) => checkPair(value, personal, context))
}
