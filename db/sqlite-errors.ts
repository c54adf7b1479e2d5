import { AppError } from '@shared/core/errors'

/** SQLite's own error code such as SQLITE_BUSY, or null for anything else. */
export function findSqliteCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null
}

/**
 * Names what stands behind a failed open. The key was proven by the vault header before, so a file that does not
 * decrypt is damaged; it is never reported as a wrong password. Unknown errors are handed back as they are.
 */
export function toOpenError(error: unknown): unknown {
  const code = findSqliteCode(error)
  if (code === null) return error
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new AppError('vault.database-damaged', code)
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_SHMSIZE')
    return new AppError('core.disk-full', code)
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new AppError('core.read-only', code)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('vault.in-use', code)
  return error
}
