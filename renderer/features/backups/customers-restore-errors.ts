import type { ErrorCode } from '@shared/core/errors'

/** Refusals that another password may cure. */
export const secretErrors: readonly ErrorCode[] = [
  'customer-restores.password-needed',
  'backups.wrong-password',
  'vault.wrong-recovery-key',
  'vault.recovery-key-typo',
  'core.cancelled',
]
