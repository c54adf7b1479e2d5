import { AppError, type ErrorCode, toErrorShape } from '@shared/core/errors'
import type { VaultProblem } from '@shared/features/vault/vault.schema'

const problems: Partial<Record<ErrorCode, VaultProblem>> = {
  'vault.header-damaged': 'header-damaged',
  'vault.header-missing': 'header-missing',
  'vault.header-unsupported': 'header-unsupported',
  'vault.header-foreign': 'header-foreign',
  'vault.header-rolled-back': 'header-rolled-back',
  'vault.database-damaged': 'database-damaged',
  'vault.database-missing': 'database-missing',
  'vault.newer-schema': 'newer-schema',
  'vault.folder-missing': 'folder-missing',
  'vault.in-use': 'in-use',
  'core.read-only': 'read-only',
  'core.disk-full': 'disk-full',
}

/** The screen for an error that keeps a book from opening, or null for one that is answered in place. */
export function problemOf(error: unknown): VaultProblem | null {
  const code = error instanceof AppError ? error.code : toErrorShape(error).code
  return problems[code] ?? null
}

/** True for an error that has a screen of its own. */
export function isProblem(error: unknown): boolean {
  return problemOf(error) !== null
}
