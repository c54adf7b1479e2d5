import { toErrorShape } from '@shared/core/errors'
import type { VaultProblem } from '@shared/features/vault/vault.schema'

/** What a task scheduler is told; these numbers never change their meaning (docs/command-line.md). */
export const exitCodes = {
  done: 0,
  unexpected: 1,
  usage: 2,
  signIn: 3,
  book: 4,
  inUse: 5,
  target: 6,
  damaged: 7,
  forbidden: 8,
  cancelled: 9,
} as const
export type ExitName = keyof typeof exitCodes
export type Failure = {
  exit: Exclude<ExitName, 'done'>
  /** For programs: an error code, or a word of the command line's own behind `cli.`. */
  error: string
  /** Seconds to wait after too many tries. */
  seconds?: number
}

const byCode: Partial<Record<string, Failure['exit']>> = {
  'core.forbidden': 'forbidden',
  'core.cancelled': 'cancelled',
  'core.locked': 'cancelled',
  'core.disk-full': 'target',
  'core.read-only': 'target',
  'core.file-not-readable': 'damaged',
  'core.not-found': 'target',
  'vault.in-use': 'inUse',
  'vault.wrong-password': 'signIn',
  'vault.too-many-tries': 'signIn',
  'vault.must-change-password': 'signIn',
  'vault.wrong-recovery-key': 'signIn',
  'vault.recovery-key-typo': 'signIn',
  'vault.no-keystore': 'signIn',
  'vault.device-key-gone': 'signIn',
  'backups.wrong-password': 'signIn',
  'backups.in-progress': 'inUse',
}

/** Beside the list: everything else about a vault is about the book, about backups it is the place or the file. */
function exitOf(code: string): Failure['exit'] {
  const known = byCode[code]
  if (known) return known
  if (code.startsWith('vault.')) return 'book'
  if (code.startsWith('backups.target-')) return 'target'
  return code.startsWith('backups.') ? 'damaged' : 'unexpected'
}

/** What anything thrown means for the caller. */
export function failureOf(error: unknown): Failure {
  const { code, details } = toErrorShape(error)
  const { seconds } = details
  const failure = { exit: exitOf(code), error: code }
  return typeof seconds === 'number' ? { ...failure, seconds } : failure
}

/** What keeps a book from opening. */
export function failureOfProblem(problem: VaultProblem): Failure {
  return { exit: problem === 'in-use' ? 'inUse' : 'book', error: `vault.${problem}` }
}
