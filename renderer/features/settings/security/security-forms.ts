import { z } from 'zod'
import { typedPassword } from '@shared/features/vault/vault.schema'
import { checkPair, passwordPair } from '@renderer/components/new-password-form'
import { typedRecoveryKey } from '@renderer/components/recovery-key-form'

/** One's password to show that it is oneself. */
export const secretForm = z.strictObject({ password: typedPassword })

export const proveForm = z.strictObject({ recoveryKey: typedRecoveryKey })

/** The old password, and a new one twice that holds nothing of the person. */
export function makeChangeForm(personal: readonly string[]) {
  return z
    .strictObject({ current: typedPassword, ...passwordPair })
    .superRefine((value, context) => checkPair(value, personal, context))
}
