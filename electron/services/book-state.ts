import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { instant } from '@shared/core/schemas'
import { z } from 'zod'
import { bookFiles, writeAtomically } from '../vault/header-file'

const stateSchema = z.object({
  /** When the last backup had been proven; shown before anyone signs in. */
  lastBackupAt: instant.nullable().default(null),
})
export type BookState = z.output<typeof stateSchema>

/** Facts about a book that must be readable while it is locked. A damaged file means: nothing is known. */
export function readBookState(folder: string): BookState {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(join(folder, bookFiles.state), 'utf8')))
  } catch {
    return stateSchema.parse({})
  }
}

/** Changes some of the facts. */
export function updateBookState(folder: string, change: Partial<BookState>): void {
  const next = stateSchema.parse({ ...readBookState(folder), ...change })
  writeAtomically(join(folder, bookFiles.state), Buffer.from(JSON.stringify(next)))
}
