import { join } from 'node:path'
import { copySecret } from '../../vault/secret-memory'
import { getChain } from './chain'
import { checkBook } from './check-book'
import { throwIfCancelled } from './errors'
import type { FileSystem } from './file-system'
import type { Front } from './front'
import { mergeChain } from './merge-chain'
import { throttled } from '../throttled'
import type { Report } from './progress'

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
  /** Whether the copy must outlive a power cut, as by default; one that is thrown away after its check need not. */
  durable?: boolean
}

/**
 * Reads a whole backup and all that it is built on through fresh descriptors, checks every hash and seal, writes the encrypted
 * pages to `<into>/book.db`, and opens, checks and counts it.
 * @returns the front of the asked file
 * @throws AppError `backups.damaged`, `backups.chain-incomplete`, `backups.not-a-backup`, `backups.newer-format`,
 * `vault.newer-schema`, `core.file-not-readable`, `core.disk-full`, `core.cancelled`
 */
export async function extractBackup(options: Options): Promise<Front> {
  const { fileSystem, keys, signal, durable = true } = options
  const database = join(options.into, 'book.db')
  const report = throttled(options.report)
  try {
    const links = await getChain(options.path, fileSystem)
    const macKey = Buffer.from(keys.macKey.buffer, keys.macKey.byteOffset, keys.macKey.length)
    const front = await mergeChain({
      ...{ links, database, macKey, report, signal, fileSystem, durable },
    })
    throwIfCancelled(signal)
    const bytes = front.manifest.pageCount * front.manifest.pageSize
    const reportCheck = (share: number) =>
      report({ phase: 'checking', done: Math.round(share * bytes), total: bytes })
    reportCheck(0)
    await turn()
    const key = copySecret(keys.pageKey)
    await checkBook({
      ...{ path: database, key, manifest: front.manifest, signal, onShare: reportCheck },
    })
    reportCheck(1)
    throwIfCancelled(signal)
    return front
  } finally {
    keys.pageKey.fill(0)
    keys.macKey.fill(0)
  }
}

/** Lets the report leave the process before the database is checked in long calls. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
