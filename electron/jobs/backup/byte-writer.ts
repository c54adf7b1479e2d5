import { createHash } from 'node:crypto'
import { errorCode, fatFileBytes, type OpenFile } from './file-system'
import {
  encodeRecordHeader,
  encodeTail,
  flagChecked,
  flagRequired,
  type RecordType,
  runHeaderBytes,
  tailBytes,
} from './format'

/** Flushing every so often, beside the writing, keeps a slow drive's progress true and the last flush short. */
const flushEvery = 16 * 1024 * 1024

/** A place that takes no longer file; `fits` bytes went in. */
export class FileTooLong extends Error {
  readonly fits: number

  constructor(fits: number) {
    super('file too long for this place')
    this.fits = fits
  }
}

/** Appends records to a file and keeps the running SHA-256 of all that was written. */
export function createByteWriter(file: OpenFile) {
  const digest = createHash('sha256')
  let position = 0
  let flushed = 0
  let flushing = Promise.resolve()

  async function write(bytes: Buffer): Promise<void> {
    try {
      await file.write(bytes, position)
    } catch (error) {
      throw isTooLong(error, position + bytes.length) ? new FileTooLong(position) : error
    }
  }

  async function append(bytes: Buffer): Promise<void> {
    const writing = write(bytes)
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
    /** A run of pages. @param first number of the first page, from 0 */
    async run(first: number, count: number, pages: Buffer): Promise<void> {
      const place = Buffer.alloc(runHeaderBytes)
      place.writeUInt32LE(first + 1, 0)
      place.writeUInt32LE(count, 4)
      const header = encodeRecordHeader('PAGE', flagRequired, runHeaderBytes + pages.length)
      await append(Buffer.concat([header, place]))
      await append(pages)
    },
    /** The end of the file. @returns the digest in it */
    async tail(): Promise<Buffer> {
      const whole = digest.digest()
      const tail = encodeTail(whole, position + tailBytes)
      await flushing
      await write(tail)
      position += tail.length
      return whole
    },
  }
}

export type ByteWriter = ReturnType<typeof createByteWriter>

/** Windows calls a FAT drive full when a file would pass its limit. */
function isTooLong(error: unknown, end: number): boolean {
  const code = errorCode(error)
  return code === 'EFBIG' || (code === 'ENOSPC' && end > fatFileBytes)
}
