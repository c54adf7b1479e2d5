import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AuditHead as ChainEnd } from '@db/audit'
import type { HighWater } from '@db/missing-changes'
import { z } from 'zod'
import { bookFiles } from '../vault/header-file'

/** One write of this many bytes replaces the mark: what is shorter is filled up, so that no end of an older one stays. */
const markBytes = 512

const head = z.object({ id: z.number().int(), hash: z.string() })
const markSchema = z.object({
  /** Ends of the chain that `state.json` may hold while this mark goes on from them. */
  bases: z.array(head),
  head,
  commandId: z.number().int(),
  at: z.number(),
})

const pathOf = (databasePath: string) => join(dirname(databasePath), bookFiles.mark)

/**
 * The mark that an unclean end left behind, when it goes on from the end of the chain that main knows; null otherwise. A database that was
 * restored or copied anew comes with another end or none, so that its mark of before means nothing.
 */
export function findMark(databasePath: string, known: ChainEnd | null): HighWater | null {
  if (known === null) return null
  try {
    const mark = markSchema.parse(JSON.parse(readFileSync(pathOf(databasePath), 'utf8')))
    const follows = mark.bases.some(({ id, hash }) => id === known.id && hash === known.hash)
    return follows ? { head: mark.head, commandId: mark.commandId, at: mark.at } : null
  } catch {
    return null
  }
}

/**
 * Keeps a mark beside the database of how far it has got, so that a WAL that is lost or cut is noticed, and counted. Written after each
 * commit without fsync: it costs some microseconds, outlives a killed process, and after a power cut it may be older than the book but
 * never newer. A mark that cannot be written is done without.
 * @param ends of the chain that `state.json` may hold while the book is open
 */
export function createMarkWriter(databasePath: string, ends: readonly (ChainEnd | null)[]) {
  const path = pathOf(databasePath)
  const bases = ends.filter((end) => end !== null)
  let file: number | null = null
  return {
    write(water: HighWater): void {
      try {
        file ??= openSync(path, 'w', 0o600)
        const bytes = Buffer.from(JSON.stringify({ bases, ...water }).padEnd(markBytes))
        writeSync(file, bytes, 0, bytes.length, 0)
      } catch {
        // The book itself is well; only a later loss would go uncounted.
      }
    },
    /** The book was closed: what it holds is in its file. */
    end(): void {
      try {
        if (file !== null) closeSync(file)
        rmSync(path, { force: true })
      } catch {
        // A mark that stays agrees with the book.
      }
      file = null
    },
  }
}

export type MarkWriter = ReturnType<typeof createMarkWriter>
