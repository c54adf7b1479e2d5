export const customerRestoreErrorCodes = [
  /** The keys of the open book do not open this backup: it needs a password of its day. */
  'customer-restores.password-needed',
  /** No backup is open for taking customers from it; it was closed meanwhile. */
  'customer-restores.gone',
  /** One of the chosen customers was erased and must not come back. */
  'customer-restores.erased',
] as const
export type CustomerRestoreErrorCode = (typeof customerRestoreErrorCodes)[number]
