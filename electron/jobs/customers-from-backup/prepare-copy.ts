import { join } from 'node:path'
import { compareAll, type RestoreCounts } from '@db/customer-copies/compare-all'
import { connectToBook, connectToCopy } from '@db/customer-copies/connect-for-copies'
import type { ReadHandle } from '@db/handles'
import { throwIfCancelled } from '../backup/errors'
import { type BackupKeys, extractBackup } from '../backup/extract-backup'
import { diskFileSystem, type FileSystem } from '../backup/file-system'
import { makeOwnFolder, removeOwnFolder } from '../backup/own-folder'
import type { JobReport } from '@shared/features/jobs/jobs.contract'

export type PrepareInput = {
  path: string
  /** Folder on the computer's own disk that takes the temporary, encrypted copy. */
  workFolder: string
  /** Of the backup; overwritten with zeros here. */
  keys: BackupKeys
  /** The open book, which is only read; its key is overwritten with zeros here. */
  bookPath: string
  bookKey: Uint8Array
}

export type PreparedCopy = { folder: string; createdAt: number; counts: RestoreCounts }

/**
 * Merges and proves a backup into a temporary copy, brings the copy (never the backup) to the schema of this program and compares
 * its customers with those of the open book. On any failure nothing is left behind.
 * @throws AppError as `extractBackup`; `vault.newer-schema`, `core.cancelled`
 */
export async function prepareCopy(
  input: PrepareInput,
  report: (progress: JobReport) => void,
  signal: AbortSignal,
  fileSystem: FileSystem = diskFileSystem,
): Promise<PreparedCopy> {
  const { path, keys, workFolder } = input
  const copyKey = Buffer.from(keys.pageKey)
  const bookKey = Buffer.from(input.bookKey)
  const folder = await makeOwnFolder(workFolder, 'customers', fileSystem)
  try {
    const { manifest } = await extractBackup({
      ...{ path, into: folder, keys, signal, fileSystem, durable: false },
      report: (progress) => report({ ...progress, unit: 'bytes' }),
    })
    const copy = connectToCopy({ path: join(folder, 'book.db'), key: copyKey })
    try {
      const counts = await compareWith(input.bookPath, bookKey, copy, async (done, total) => {
        throwIfCancelled(signal)
        report({ phase: 'checking', done, total, unit: 'rows' })
        await new Promise(setImmediate)
      })
      return { folder, createdAt: manifest.createdAt, counts }
    } finally {
      copy.raw.close()
    }
  } catch (error) {
    await removeOwnFolder(folder, fileSystem)
    throw error
  } finally {
    copyKey.fill(0)
    bookKey.fill(0)
    input.bookKey.fill(0)
  }
}

async function compareWith(
  path: string,
  key: Buffer,
  copy: ReadHandle,
  turn: (done: number, total: number) => Promise<void>,
): Promise<RestoreCounts> {
  const book = connectToBook({ path, key })
  try {
    // One moment of the book, whatever is written meanwhile.
    book.raw.exec('BEGIN')
    return await compareAll(copy, book, turn)
  } finally {
    book.raw.close()
  }
}
