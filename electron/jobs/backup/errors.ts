import { AppError, type ErrorCode } from '@shared/core/errors'
import { errorCode } from './file-system'

/** Why a file is refused, for engineers; the person reads that it is damaged or incomplete. */
export function damaged(reason: string): AppError {
  return new AppError('backups.damaged', reason)
}

/** A backup whose parents are not beside it. @param missing their file names, as they were called when they were built on */
export function chainIncomplete(missing: string[]): AppError {
  return new AppError('backups.chain-incomplete', 'links are missing', {
    missing: missing.length,
    fileNames: missing,
  })
}

const refusals: Record<string, ErrorCode> = {
  EROFS: 'core.read-only',
  EACCES: 'core.read-only',
  EPERM: 'core.read-only',
  EEXIST: 'backups.target-exists',
}

/**
 * What a failing write means; anything unknown is a drive that is not there any more.
 * @param full the code for a disk without room: the chosen drive's or the computer's own
 */
export function writeError(
  error: unknown,
  full: 'backups.target-too-small' | 'core.disk-full',
): AppError {
  if (error instanceof AppError) return error
  const code = errorCode(error)
  const noRoom = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)
  return new AppError(noRoom ? full : (refusals[code] ?? 'backups.target-gone'), `write: ${code}`)
}

/** What a failing read of a chosen file means. */
export function sourceError(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('core.file-not-readable', `read: ${errorCode(error)}`)
}

/** @throws AppError `core.cancelled` once the person has cancelled */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('core.cancelled')
}
