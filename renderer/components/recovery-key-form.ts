import { z } from 'zod'
import type { ErrorCode } from '@shared/core/errors'

/** A recovery key as typed. Whether it is right is for the vault to say. */
export const typedRecoveryKey = z
  .string()
  .trim()
  .min(1, { error: 'required' })
  .max(100, { error: 'too-long|100' })

/** Errors that speak of the key itself and so stand under its field, as messages of `forms.json`. */
const messages: Partial<Record<ErrorCode, string>> = {
  'vault.recovery-key-typo': 'recovery-typo',
  'vault.wrong-recovery-key': 'recovery-foreign',
}

/** The message for the field of the key, or null when the error is about something else. */
export function findKeyMessage(code: ErrorCode): string | null {
  return messages[code] ?? null
}
