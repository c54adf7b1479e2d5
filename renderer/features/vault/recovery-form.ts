import { z } from 'zod'
import { newPassword } from '@shared/features/vault/vault.schema'

/** What the recovery screen asks for. Whether the key is right is for the vault to say. */
export const recoveryForm = z
  .strictObject({
    recoveryKey: z
      .string()
      .trim()
      .min(1, { error: 'required' })
      .max(100, { error: 'too-long|100' }),
    password: newPassword,
    repeated: z.string(),
  })
  .refine(({ password, repeated }) => password === repeated.normalize('NFC'), {
    path: ['repeated'],
    error: 'password-mismatch',
  })
