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

/** Flushing every so often keeps a slow drive's progress true, and the last flush short. */
const flushEvery = 16 * 1024 * 1024

/** Appends records to a file and keeps the running SHA-256 of all that was written. */
export function createByteWriter(file: OpenFile) {
  const digest = createHash('sha256')
  let position = 0
  let flushed = 0

  async function append(bytes: Buffer): Promise<void> {
    await file.write(bytes, position)
    digest.update(bytes)
    position += bytes.length
    if (position - flushed < flushEvery) return
    await file.sync()
    flushed = position
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
      await file.write(tail, position)
      position += tail.length
    },
  }
}

export type ByteWriter = ReturnType<typeof createByteWriter>
