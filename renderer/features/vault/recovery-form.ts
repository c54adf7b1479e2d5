import { z } from 'zod'
import { checkPair, passwordPair } from '@renderer/components/new-password-form'
import { typedRecoveryKey } from '@renderer/components/recovery-key-form'

/** What the recovery screen asks for: the key, and a new password twice. */
export function makeRecoveryForm(personal: readonly string[]) {
  return z
    .strictObject({ recoveryKey: typedRecoveryKey, ...passwordPair })
    .superRefine((value, context) => checkPair(value, personal, context))
}
