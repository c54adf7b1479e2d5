import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { verifyAuditChain } from '@db/audit-chain'
import { openBook } from '@db/open'
import { AppError } from '@shared/core/errors'
import { parseHeader } from '../../vault/header'
import { wipe } from '../../vault/keys'
import { copySecret } from '../../vault/secret-memory'
import { getChain } from '../backup/chain'
import { damaged } from '../backup/errors'
import { diskFileSystem, type FileSystem } from '../backup/file-system'
import { inspectBackup } from '../backup/inspect-backup'
import { removeOwnFolder } from '../backup/own-folder'
import type { Report } from '../backup/progress'
import { restoreBackup, type RestoreInput } from '../backup/restore-backup'

/** `folder` takes the copy for as long as it is looked at. */
export type RehearsalInput = RestoreInput & {
  /** 32 bytes; overwritten with zeros here. */
  auditKey: Uint8Array
}

export type Rehearsal = {
  files: number
  customers: number
  auditEntries: number
}

/**
 * Does what a restore does, up to a book that opens, in a temporary folder that is taken away again: pages, integrity, foreign keys,
 * rows and audit head as in the manifest, the header, and the whole audit chain (R094).
 * @throws AppError as `restoreBackup`; `backups.damaged` also for a header or an audit chain that does not hold
 */
export async function rehearseRestore(
  { path, folder, keys, auditKey }: RehearsalInput,
  report: Report,
  signal: AbortSignal,
  fileSystem: FileSystem = diskFileSystem,
): Promise<Rehearsal> {
  const pageKey = copySecret(keys.pageKey)
  const trailKey = copySecret(auditKey)
  auditKey.fill(0)
  try {
    const { length: files } = await getChain(path, fileSystem)
    const { manifest } = await inspectBackup(path, fileSystem)
    const prepared = await restoreBackup({ path, folder, keys }, report, signal, fileSystem)
    try {
      await assertHeader(join(prepared.preparedFolder, 'vault.json'))
      const database = join(prepared.preparedFolder, 'book.db')
      const auditEntries = await walkTrail(database, pageKey, trailKey)
      return { files, customers: manifest.rowCounts.customer ?? 0, auditEntries }
    } finally {
      await removeOwnFolder(prepared.preparedFolder, fileSystem)
    }
  } finally {
    keys.pageKey.fill(0)
    keys.macKey.fill(0)
    wipe(pageKey, trailKey)
  }
}

async function assertHeader(path: string): Promise<void> {
  try {
    parseHeader(await readFile(path))
  } catch {
    throw damaged('header of the copy')
  }
}

/** A missing end that the trail itself tells of is true of the book too; entries that do not follow are not. */
async function walkTrail(path: string, key: Buffer, auditKey: Buffer): Promise<number> {
  const book = openCopy(path, key)
  try {
    const verdict = await verifyAuditChain(book.read, auditKey, null)
    if (verdict.result === 'entry-changed') throw damaged('audit chain')
    return verdict.entries
  } finally {
    book.close()
  }
}

function openCopy(path: string, key: Buffer) {
  try {
    return openBook({ path, key, mode: 'open', readonly: true })
  } catch (error) {
    if (error instanceof AppError && error.code === 'vault.newer-schema') throw error
    throw damaged('the copy does not open')
  }
}
