import { createHash } from 'node:crypto'
import type { OpenFile } from './file-system'
import {
  encodeRecordHeader,
  encodeTail,
  flagChecked,
  flagRequired,
  type RecordType,
  tailBytes,
} from './format'

/** Flushing every so often, beside the writing, keeps a slow drive's progress true and the last flush short. */
const flushEvery = 16 * 1024 * 1024

/** Appends records to a file and keeps the running SHA-256 of all that was written. */
export function createByteWriter(file: OpenFile) {
  const digest = createHash('sha256')
  let position = 0
  let flushed = 0
  let flushing = Promise.resolve()

  async function append(bytes: Buffer): Promise<void> {
    const writing = file.write(bytes, position)
    // While the disk is busy; a failed write is noticed right behind.
    digest.update(bytes)
    await writing
    position += bytes.length
    if (position - flushed < flushEvery) return
    await flushing
    flushed = position
    flushing = file.sync()
    flushing.catch(() => undefined)
  }

  return {
    append,
    /** Bytes written so far. */
    position: () => position,
    /** SHA-256 of all bytes so far. */
    digestSoFar: () => digest.copy().digest(),
    /** A small record with its own check behind it. */
    async checkedRecord(type: RecordType, payload: Buffer): Promise<void> {
      const flags = flagRequired | flagChecked
      const bytes = Buffer.concat([encodeRecordHeader(type, flags, payload.length), payload])
      await append(Buffer.concat([bytes, createHash('sha256').update(bytes).digest()]))
    },
    /** The end of the file. */
    async tail(): Promise<void> {
      const tail = encodeTail(digest.digest(), position + tailBytes)
      await flushing
      await file.write(tail, position)
      position += tail.length
    },
  }
}

export type ByteWriter = ReturnType<typeof createByteWriter>
