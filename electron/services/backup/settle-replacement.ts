import { existsSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { isPreparedFolder, ownNames } from '../../jobs/backup/own-folder'
import { isReplacing, journalName, type ReplacementJournal } from '../../jobs/backup/replacement'
import { syncFolder } from '../../vault/header-file'

/** A name in the same folder, never a path. */
const folderName = z.string().regex(/^[^/\\\0]+$/)
const journalSchema = z.object({
  book: folderName.regex(/\.kebu$/),
  kept: folderName.regex(/\.kebu$/),
  incoming: folderName,
})

let putBack: string | null = null

/**
 * Ends a replacement of a book that a power cut stopped between its two renames: the book that had the place gets its name
 * back, and a copy that was prepared for it is taken away. Only what the journal names is touched; without one, nothing is.
 * @param folder the one that holds the books
 */
export function settleReplacement(folder: string): void {
  const path = join(folder, journalName)
  if (isReplacing() || !existsSync(path)) return
  try {
    const journal = findJournal(path)
    if (journal) settle(folder, journal)
    rmSync(path, { force: true })
    syncFolder(folder)
  } catch {
    // A folder that cannot be written to now: the journal stays for the next look.
  }
}

/** Name of a book that was put back since this was last asked, to say so once; null when there was none. */
export function takePutBack(): string | null {
  const name = putBack
  putBack = null
  return name
}

function settle(folder: string, { book, kept, incoming }: ReplacementJournal): void {
  const place = join(folder, book)
  if (!existsSync(place) && existsSync(join(folder, kept))) {
    renameSync(join(folder, kept), place)
    syncFolder(folder)
    putBack = basename(book, '.kebu')
  }
  if (existsSync(place) && isPreparedFolder(incoming)) removePrepared(join(folder, incoming))
}

/** One that was cut off while it was written names nothing that was done: the renames come after it. */
function findJournal(path: string): ReplacementJournal | null {
  try {
    return journalSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return null
  }
}

function removePrepared(folder: string): void {
  try {
    for (const name of ownNames) rmSync(join(folder, name), { force: true })
    rmdirSync(folder)
  } catch {
    // The next restore into this folder tries again.
  }
}
