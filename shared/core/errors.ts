import type { AttachmentErrorCode } from '../features/attachments/attachments.errors'
import type { AutomationErrorCode } from '../features/automation/automation.errors'
import type { BackupErrorCode } from '../features/backups/backups.errors'
import type { CalendarErrorCode } from '../features/calendar/calendar.errors'
import type { ContactErrorCode } from '../features/contacts/contacts.errors'
import type { CustomFieldErrorCode } from '../features/custom-fields/custom-fields.errors'
import type { CustomerErrorCode } from '../features/customers/customers.errors'
import type { DuplicateErrorCode } from '../features/duplicates/duplicates.errors'
import type { HistoryErrorCode } from '../features/history/history.errors'
import type { HolidayErrorCode } from '../features/holidays/holidays.errors'
import type { ImportErrorCode } from '../features/imports/imports.errors'
import type { PhraseErrorCode } from '../features/phrases/phrases.errors'
import type { QualityErrorCode } from '../features/quality/quality.errors'
import type { CustomerRestoreErrorCode } from '../features/restores/customer-restores.errors'
import type { ServiceCaseErrorCode } from '../features/service-cases/service-cases.errors'
import type { TagErrorCode } from '../features/tags/tags.errors'
import type { TaskErrorCode } from '../features/tasks/tasks.errors'
import type { UserErrorCode } from '../features/users/users.errors'
import type { VaultErrorCode } from '../features/vault/vault.errors'

/** Codes that any route may answer with. */
export const coreErrorCodes = [
  'core.invalid-input',
  'core.forbidden',
  'core.locked',
  'core.unknown-route',
  'core.not-found',
  'core.cancelled',
  'core.disk-full',
  'core.read-only',
  'core.process-gone',
  'core.timeout',
  'core.file-not-readable',
  'core.unexpected',
] as const

export type CoreErrorCode = (typeof coreErrorCodes)[number]

/** The closed list of everything that can go wrong by name; each has a sentence in both languages. */
export type ErrorCode =
  | CoreErrorCode
  | AttachmentErrorCode
  | AutomationErrorCode
  | BackupErrorCode
  | CalendarErrorCode
  | ContactErrorCode
  | CustomFieldErrorCode
  | CustomerErrorCode
  | CustomerRestoreErrorCode
  | DuplicateErrorCode
  | HistoryErrorCode
  | HolidayErrorCode
  | ImportErrorCode
  | PhraseErrorCode
  | QualityErrorCode
  | ServiceCaseErrorCode
  | TagErrorCode
  | TaskErrorCode
  | UserErrorCode
  | VaultErrorCode

/** Facts for the sentence shown to the person: counts, field names, dates. Never keys, passwords or personal data. */
export type ErrorDetails = Record<string, string | number | boolean | string[]>

/**
 * The only error class of the program. `message` is for engineers and logs and holds no personal data;
 * what a person reads is chosen by `code` in the renderer's locales.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string = code, details: ErrorDetails = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** What crosses a process border in place of an exception. */
export type ErrorShape = { code: ErrorCode; message: string; details: ErrorDetails }

/**
 * Turns anything thrown into the shape that may leave a process. An unknown error keeps neither its message
 * nor its stack, because a native message may quote SQL, a path or a value.
 */
export function toErrorShape(error: unknown): ErrorShape {
  if (error instanceof AppError)
    return { code: error.code, message: error.message, details: error.details }
  const native = nativeCode(error)
  if (native === 'SQLITE_FULL' || native === 'ENOSPC')
    return { code: 'core.disk-full', message: native, details: {} }
  if (
    native === 'SQLITE_READONLY' ||
    native === 'EROFS' ||
    native === 'EACCES' ||
    native === 'EPERM'
  )
    return { code: 'core.read-only', message: native, details: {} }
  // Every page is authenticated, so one that does not decrypt later on is damage, as at opening.
  if (native?.startsWith('SQLITE_CORRUPT') || native === 'SQLITE_NOTADB')
    return { code: 'vault.database-damaged', message: native, details: {} }
  return { code: 'core.unexpected', message: native ?? 'unexpected error', details: {} }
}

/** Rebuilds the exception on the other side of a process border. */
export function fromErrorShape(shape: ErrorShape): AppError {
  return new AppError(shape.code, shape.message, shape.details)
}

function nativeCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}
