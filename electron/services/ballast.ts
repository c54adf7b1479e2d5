import { randomFill } from 'node:crypto'
import { open, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { toErrorShape } from '@shared/core/errors'
import { bookFiles } from '../vault/header-file'
import { createTurns } from './turns'

/** Enough for the database to finish what it began, note its end and move its WAL into the file. */
export const ballastBytes = 16 * 1024 * 1024
/** What must stay free beside it: ballast shall not itself fill the disk. */
const spareBytes = 4 * ballastBytes

/** The few calls on a disk; tests put a small one in its place. */
export type BallastDisk = {
  /** Bytes of a file; null when it is not there. */
  size(path: string): Promise<number | null>
  /** Bytes that an ordinary user may still write; null where the system does not say. */
  freeBytes(folder: string): Promise<number | null>
  /** Writes a new file, flushed to the disk. */
  write(path: string, bytes: Buffer): Promise<void>
  /** Also when it is not there. */
  remove(path: string): Promise<void>
}

/**
 * A file of the book that holds room and nothing else. When the disk is full it is thrown off, so that the book can be closed and
 * say so (R094).
 */
export function createBallast(folder: string, disk: BallastDisk = realDisk) {
  const path = join(folder, bookFiles.ballast)
  const inTurn = createTurns()

  async function keepNow(): Promise<boolean> {
    if ((await disk.size(path)) === ballastBytes) return true
    await disk.remove(path)
    const free = await disk.freeBytes(folder)
    if (free !== null && free < ballastBytes + spareBytes) return false
    try {
      await disk.write(path, await noise())
      return true
    } catch (error) {
      await disk.remove(path)
      throw error
    }
  }

  async function releaseNow(): Promise<boolean> {
    if ((await disk.size(path)) === null) return false
    await disk.remove(path)
    return true
  }

  return {
    /** Makes the file when it is not there and there is room for it; a failure is no harm. True when it is there. */
    keep: () => inTurn(() => keepNow().catch(() => false)),
    /** Throws the file off. True when that gave room. */
    release: () => inTurn(() => releaseNow().catch(() => false)),
    /**
     * To be told of what went wrong with a write: throws the file off when the disk was full.
     * @param error anything thrown, from this process or across a border
     * @returns true when there is room now, and what failed may be tried once more
     */
    async releaseWhenFull(error: unknown): Promise<boolean> {
      return toErrorShape(error).code === 'core.disk-full' && (await this.release())
    },
  }
}

export type Ballast = ReturnType<typeof createBallast>

/** Noise, because a file system that compresses would keep no room for zeros. */
function noise(): Promise<Buffer> {
  return promisify(randomFill)(Buffer.alloc(ballastBytes)) as Promise<Buffer>
}

const realDisk: BallastDisk = {
  size: async (path) => (await stat(path).catch(ignoreMissing))?.size ?? null,
  freeBytes: async (folder) => {
    const found = await statfs(folder).catch(() => null)
    return found && found.bavail * found.bsize
  },
  write: async (path, bytes) => {
    const file = await open(path, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
  },
  remove: (path) => rm(path, { force: true }),
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}
