export const backupErrorCodes = [
  'backups.not-a-backup',
  'backups.newer-format',
  'backups.damaged',
  'backups.chain-incomplete',
  'backups.wrong-password',
  'backups.proof-failed',
  'backups.target-exists',
  'backups.target-too-small',
  'backups.target-gone',
  'backups.in-progress',
] as const
export type BackupErrorCode = (typeof backupErrorCodes)[number]
