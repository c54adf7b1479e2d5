import { dirname, join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { createByteReader } from './byte-reader'
import { checkBook } from './check-book'
import { sourceError, throwIfCancelled, writeError } from './errors'
import type { FileSystem, OpenFile } from './file-system'
import { type Front, readFront } from './front'
import { type Report, throttled } from './progress'
import { readPages } from './read-pages'

export type BackupKeys = {
  /** 32 bytes each; overwritten with zeros by whoever takes them. */
  pageKey: Uint8Array
  macKey: Uint8Array
}

type Options = {
  path: string
  /** Temporary folder of ours that gets `book.db`. */
  into: string
  keys: BackupKeys
  report: Report
  signal: AbortSignal
  fileSystem: FileSystem
}

/**
 * Reads a whole backup through a fresh descriptor, checks every hash and the seal, writes the encrypted pages to
 * `<into>/book.db`, flushes it, and opens, checks and counts it.
 * @throws AppError `backups.damaged`, `backups.not-a-backup`, `backups.newer-format`, `vault.newer-schema`,
 * `core.file-not-readable`, `core.disk-full`, `core.cancelled`
 */
export async function extractBackup(options: Options): Promise<Front> {
  const { path, fileSystem, keys, signal } = options
  const database = join(options.into, 'book.db')
  const report = throttled(options.report)
  try {
    const file = await fileSystem.openRead(path).catch((error: unknown) => {
      throw sourceError(error)
    })
    const front = await copyOut({ ...options, report }, file, database).finally(() => file.close())
    throwIfCancelled(signal)
    const bytes = front.manifest.pageCount * front.manifest.pageSize
    report({ phase: 'checking', done: bytes, total: bytes })
    await turn()
    checkBook(database, Buffer.from(keys.pageKey), front.manifest)
    throwIfCancelled(signal)
    return front
  } finally {
    keys.pageKey.fill(0)
    keys.macKey.fill(0)
  }
}

/** Lets the report leave the process before the database is checked in one long call. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

async function copyOut(options: Options, source: OpenFile, database: string): Promise<Front> {
  const { fileSystem, keys, report, signal } = options
  const size = await source.size().catch((error: unknown) => Promise.reject(sourceError(error)))
  const reader = createByteReader(source)
  const front = await readFront(reader, size)
  const { manifest } = front
  await assertRoom(dirname(database), manifest.pageCount * manifest.pageSize, size, fileSystem)
  const output = await createOutput(database, fileSystem)
  const macKey = Buffer.from(keys.macKey.buffer, keys.macKey.byteOffset, keys.macKey.length)
  try {
    await readPages({ reader, manifest, size, macKey, report, signal, onPages: output.write })
    await output.finish()
  } catch (error) {
    await output.abandon()
    throw error
  }
  return front
}

/** The manifest may ask for no more than its own file holds, so a lie cannot fill the disk. */
async function assertRoom(
  folder: string,
  needed: number,
  size: number,
  fileSystem: FileSystem,
): Promise<void> {
  if (needed > size) throw new AppError('backups.damaged', 'fewer pages than announced')
  const free = await fileSystem.freeBytes(folder)
  if (free !== null && free < needed)
    throw new AppError('core.disk-full', 'no room', { needed, free })
}

async function createOutput(path: string, fileSystem: FileSystem) {
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw writeError(error, 'core.disk-full')
    }
  }
  const file = await guarded(fileSystem.create(path))
  return {
    write: (pages: Buffer, position: number) => guarded(file.write(pages, position)),
    finish: async () => {
      await guarded(file.sync())
      await guarded(file.close())
    },
    abandon: () => file.close().catch(() => undefined),
  }
}
