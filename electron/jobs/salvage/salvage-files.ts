import { existsSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { bookFiles } from '../../vault/header-file'

/** Names in the book folder while a salvage runs: what is being made, then what is proven and waits for its place. */
export const salvageFiles = {
  partial: 'book.salvaging.db',
  proven: 'book.salvaged.db',
  report: 'book.salvaged.json',
} as const

/** What is copied aside: the database with its log, and everything that its opening depends on. */
export const asideNames: readonly string[] = [
  bookFiles.database,
  `${bookFiles.database}-wal`,
  bookFiles.header,
  bookFiles.copiedHeader,
  bookFiles.state,
]

/** Takes away what an unfinished salvage made in the book folder. */
export function removePartial(folder: string): void {
  const partial = join(folder, salvageFiles.partial)
  for (const path of [partial, `${partial}.source`])
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
}

/** Takes away a proven copy that never got its place. */
export function removeProven(folder: string): void {
  for (const name of [salvageFiles.proven, salvageFiles.report])
    rmSync(join(folder, name), { force: true })
}

/** Takes away copies that were made aside; anything else in that folder makes it stay. */
export function removeAside(asideFolder: string): void {
  if (!existsSync(asideFolder)) return
  for (const name of asideNames) rmSync(join(asideFolder, name), { force: true })
  try {
    rmdirSync(asideFolder)
  } catch {
    // Somebody put a file of their own into it.
  }
}
