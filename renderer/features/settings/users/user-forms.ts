import { z } from 'zod'
import { roles } from '@shared/core/permissions'
import { userName } from '@shared/features/users/users.schema'
import { newPassword } from '@shared/features/vault/vault.schema'
import { checkPersonal } from '@renderer/components/new-password-form'

/** Somebody new: neither their name nor that of the business may be in the first password (R093). */
export function makeUserForm(business: string) {
  return z
    .strictObject({ name: userName, role: z.enum(roles), password: newPassword })
    .superRefine(({ name, password }, context) =>
      checkPersonal(password, [name, business], context),
    )
}

export const renameForm = z.strictObject({ name: userName })

/** A new first password for somebody who is there already. */
export function makeResetForm(personal: readonly string[]) {
  return z
    .strictObject({ password: newPassword })
    .superRefine(({ password }, context) => checkPersonal(password, personal, context))
}
