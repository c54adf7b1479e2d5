import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@shared/core/errors'

const pageBytes = 4096
const blockBytes = 256 * pageBytes

/** Reads like `readSync`; a test puts a disk with bad sectors in its place. */
export type ReadAt = (file: number, into: Buffer, length: number, position: number) => number

const readFromDisk: ReadAt = (file, into, length, position) =>
  readSync(file, into, 0, length, position)

type CopyOptions = {
  read?: ReadAt
  /** Bytes copied so far. */
  report?: (bytes: number) => void
  signal?: AbortSignal
}

/**
 * Copies a file from a disk that may be failing, and flushes the copy: what cannot be read becomes zeros, page by page. The source is
 * opened for reading only.
 * @param to must not exist
 * @returns number of pages of 4096 bytes that could not be read
 * @throws AppError `core.cancelled`; the copy is then left to the caller
 */
export async function copyReadable(
  from: string,
  to: string,
  options: CopyOptions = {},
): Promise<number> {
  const source = openSync(from, 'r')
  try {
    const target = openSync(to, 'wx', 0o600)
    try {
      const unreadable = await copyBlocks(source, target, options)
      fsyncSync(target)
      return unreadable
    } finally {
      closeSync(target)
    }
  } finally {
    closeSync(source)
  }
}

async function copyBlocks(
  source: number,
  target: number,
  { read = readFromDisk, report, signal }: CopyOptions,
): Promise<number> {
  const { size } = fstatSync(source)
  const block = Buffer.alloc(blockBytes)
  let unreadable = 0
  for (let at = 0; at < size; at += blockBytes) {
    if (signal?.aborted) throw new AppError('core.cancelled')
    const bytes = block.subarray(0, Math.min(blockBytes, size - at))
    if (!fill(source, bytes, at, read)) unreadable += fillByPage(source, bytes, at, read)
    for (let done = 0; done < bytes.length;)
      done += writeSync(target, bytes, done, bytes.length - done, at + done)
    report?.(at + bytes.length)
    // So that a cancel can come through.
    await nextTurn()
  }
  return unreadable
}

function fillByPage(source: number, bytes: Buffer, at: number, read: ReadAt): number {
  let unreadable = 0
  for (let offset = 0; offset < bytes.length; offset += pageBytes) {
    const page = bytes.subarray(offset, offset + pageBytes)
    if (fill(source, page, at + offset, read)) continue
    page.fill(0)
    unreadable += 1
  }
  return unreadable
}

/** False when not all of it can be read. */
function fill(source: number, into: Buffer, position: number, read: ReadAt): boolean {
  try {
    for (let done = 0; done < into.length;) {
      const count = read(source, into.subarray(done), into.length - done, position + done)
      if (count === 0) return false
      done += count
    }
    return true
  } catch {
    return false
  }
}
