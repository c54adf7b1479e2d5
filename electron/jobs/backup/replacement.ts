import { basename, dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { keptFolderName } from '@shared/features/backups/backup-files.rules'
import { failPoint } from '../../vault/fail-point'
import type { FileSystem } from './file-system'

/** Beside the books: names the folders of a replacement for as long as it is under way. */
export const journalName = '.kebu-replacing.json'

/** Names inside one folder, never paths. */
export type ReplacementJournal = { book: string; kept: string; incoming: string }

type Replacement = {
  /** A complete, closed book under another name, beside the place. */
  incoming: string
  bookFolder: string
  /** For the name of the book that has the place now. */
  bookName: string
  now: number
}

let running = 0

/** True while this program is between the first and the last step, when the book has no name for a moment. */
export function isReplacing(): boolean {
  return running > 0
}

/**
 * Puts one book in the place of another by two renames. The one that had the place is kept under a dated name, and put back when
 * the second rename fails. A journal beside them tells the next start of a power cut between the two.
 * @returns where the book went that had this place before; null when there was none
 */
export async function replaceBook(
  { incoming, bookFolder, bookName, now }: Replacement,
  fileSystem: FileSystem,
): Promise<string | null> {
  const folder = dirname(bookFolder)
  running += 1
  try {
    if (!(await fileSystem.exists(bookFolder))) {
      await fileSystem.rename(incoming, bookFolder)
      await flush(folder, fileSystem)
      return null
    }
    const kept = await findFreeName(folder, bookName, now, fileSystem)
    await withJournal({ bookFolder, kept, incoming }, fileSystem, async () => {
      await fileSystem.rename(bookFolder, kept)
      failPoint('replace:kept')
      try {
        await fileSystem.rename(incoming, bookFolder)
      } catch (error) {
        await fileSystem.rename(kept, bookFolder)
        throw error
      }
    })
    return kept
  } finally {
    running -= 1
  }
}

/** When not even the putting back works, the journal stays for the next start. */
async function withJournal(
  { bookFolder, kept, incoming }: { bookFolder: string; kept: string; incoming: string },
  fileSystem: FileSystem,
  work: () => Promise<void>,
): Promise<void> {
  const folder = dirname(bookFolder)
  const path = join(folder, journalName)
  const journal: ReplacementJournal = {
    book: basename(bookFolder),
    kept: basename(kept),
    incoming: basename(incoming),
  }
  try {
    await writeJournal(path, journal, fileSystem)
    await work()
  } finally {
    await flush(folder, fileSystem)
    if (await fileSystem.exists(bookFolder).catch(() => false))
      await fileSystem.unlink(path).catch(() => undefined)
  }
}

async function writeJournal(
  path: string,
  journal: ReplacementJournal,
  fileSystem: FileSystem,
): Promise<void> {
  const file = await fileSystem.create(path)
  try {
    await file.write(Buffer.from(JSON.stringify(journal)), 0)
    await file.sync()
  } finally {
    await file.close()
  }
  await flush(dirname(path), fileSystem)
}

/** Both books stand complete under some name at any moment: a folder that cannot be flushed is no failure. */
async function flush(folder: string, fileSystem: FileSystem): Promise<void> {
  await fileSystem.syncFolder(folder).catch(() => undefined)
}

async function findFreeName(
  folder: string,
  bookName: string,
  now: number,
  fileSystem: FileSystem,
): Promise<string> {
  for (let attempt = 1; attempt < 100; attempt++) {
    const kept = join(folder, keptFolderName(bookName, now, attempt))
    if (!(await fileSystem.exists(kept))) return kept
  }
  throw new AppError('backups.target-exists', 'no free name for the kept book')
}
