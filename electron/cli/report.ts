import { join } from 'node:path'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import type { JobProgress } from '@shared/features/jobs/jobs.contract'
import type { Command } from './arguments'
import { exitCodes, type Failure } from './exit-codes'
import type { Verified } from './run-verify'
import type { Words } from './words'

export type Result = BackupRecord | Verified | Failure
type Reported = { exitCode: number; text: string; line: Record<string, unknown> }

/** What a command ends with: exit code, a sentence for people, a line of JSON for programs. */
export function reportOf(command: Command, result: Result, words: Words): Reported {
  if ('exit' in result) return reportFailure(command, result, words)
  const exitCode = exitCodes.done
  if ('rowCounts' in result) {
    const path = command.name === 'verify' ? command.file : ''
    const customers = result.rowCounts.customer ?? 0
    const line = { ok: true, command: 'verify', file: path, rows: result.rowCounts }
    return { exitCode, text: words.verified({ path, customers }), line }
  }
  const { kind, folder, fileName, bytes, customers, provenAt } = result
  const path = join(folder, fileName)
  return {
    exitCode,
    text: words.proven({ kind, path, size: sizeOf(bytes), customers }),
    line: { ok: true, command: 'backup', file: path, kind, bytes, customers, provenAt },
  }
}

function reportFailure({ name }: Command, failure: Failure, words: Words): Reported {
  const { exit, error, seconds } = failure
  const exitCode = exitCodes[exit]
  const line = { ok: false, command: name, exitCode, error }
  if (seconds !== undefined && seconds > 0)
    return { exitCode, text: words.wait(seconds), line: { ...line, seconds } }
  return { exitCode, text: words.exact[error] ?? words.failure[exit], line }
}

/** One line that is written over itself; empty for a phase without a number. */
export function progressLine({ phase, done, total }: JobProgress, words: Words): string {
  const names: Partial<Record<string, string>> = words.progress
  const name = names[phase]
  if (name === undefined || !total) return ''
  return `${name} ${Math.floor((100 * done) / total)}%`
}

function sizeOf(bytes: number): string {
  const mib = bytes / (1024 * 1024)
  return mib < 1024 ? `${mib.toFixed(1)} MB` : `${(mib / 1024).toFixed(2)} GB`
}
