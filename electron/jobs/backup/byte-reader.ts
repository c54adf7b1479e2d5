import { createHash } from 'node:crypto'
import { damaged, sourceError } from './errors'
import type { OpenFile } from './file-system'

/**
 * Reads a file from front to back and keeps the running SHA-256 of all that was read.
 * @param start byte to begin at
 */
export function createByteReader(file: OpenFile, start = 0) {
  const digest = createHash('sha256')
  let position = start

  /** Reads without counting it as read. @throws AppError `backups.damaged` when the file ends before */
  async function peekAt(offset: number, into: Buffer): Promise<Buffer> {
    let done = 0
    while (done < into.length) {
      const read = await file
        .read(into, done, into.length - done, offset + done)
        .catch((error: unknown) => Promise.reject(sourceError(error)))
      if (read === 0) throw damaged('file ends early')
      done += read
    }
    return into
  }

  return {
    peekAt,
    /** The next bytes; `into` may be a part of a buffer that is used again and again. */
    async read(into: Buffer): Promise<Buffer> {
      await peekAt(position, into)
      digest.update(into)
      position += into.length
      return into
    },
    position: () => position,
    digestSoFar: () => digest.copy().digest(),
  }
}

export type ByteReader = ReturnType<typeof createByteReader>
