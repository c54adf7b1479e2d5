export const vaultErrorCodes = [
  'vault.wrong-password',
  'vault.too-many-tries',
  /** The password was given by the owner: a new one must be set to get in. */
  'vault.must-change-password',
  'vault.same-password',
  'vault.wrong-recovery-key',
  'vault.recovery-key-typo',
  'vault.recovery-confirm-mismatch',
  'vault.header-damaged',
  'vault.header-missing',
  'vault.header-unsupported',
  /** The header belongs to another book. */
  'vault.header-foreign',
  /** The header is older than the book: somebody put an old one back. */
  'vault.header-rolled-back',
  'vault.no-header-copy',
  'vault.database-damaged',
  'vault.database-missing',
  'vault.newer-schema',
  'vault.folder-network',
  'vault.folder-sync',
  'vault.folder-not-writable',
  'vault.folder-missing',
  'vault.book-exists',
  'vault.in-use',
  'vault.no-draft',
  'vault.grant-gone',
  /** This computer has no safe place for a key (safeStorage works in plain text only). */
  'vault.no-keystore',
  /** The key kept on this computer does not open the book any more. */
  'vault.device-key-gone',
  'vault.rotation-failed',
  /** First page or schema are damaged: no row can be told from another. */
  'vault.beyond-salvage',
  /** What was salvaged did not pass its check; nothing was put in place. */
  'vault.salvage-failed',
] as const
export type VaultErrorCode = (typeof vaultErrorCodes)[number]
