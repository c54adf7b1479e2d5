import { freemem } from 'node:os'
import { connect } from '@db/connect'
import { assertKnownSchema } from '@db/migrations'
import { readBookFacts } from '@db/snapshot'
import { AppError } from '@shared/core/errors'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { damaged } from './errors'

/**
 * Opens an extracted database read-only and compares it with the manifest: integrity of every page and index, foreign keys,
 * rows of each table, audit head.
 * @param key page key, overwritten with zeros here
 * @throws AppError `backups.damaged`, `vault.newer-schema`
 */
export function checkBook(path: string, key: Buffer, manifest: BackupManifest): void {
  const raw = openForCheck(path, key)
  try {
    assertKnownSchema(raw)
    raw.pragma(`cache_size = -${cacheKib(manifest)}`)
    raw.exec('BEGIN')
    if (raw.pragma('integrity_check(1)', { simple: true }) !== 'ok')
      throw damaged('integrity check')
    const broken = raw.pragma('foreign_key_check')
    if (!Array.isArray(broken) || broken.length > 0) throw damaged('foreign keys')
    compareFacts(readBookFacts(raw), manifest)
  } catch (error) {
    throw error instanceof AppError ? error : damaged('database does not read')
  } finally {
    raw.close()
  }
}

/**
 * The check reads every page more than once; kept in memory, it is decrypted once, which halves its time. A quarter of what is free,
 * at most 2 GiB.
 */
function cacheKib({ pageSize, pageCount }: BackupManifest): number {
  const bytes = Math.min(pageSize * pageCount * 1.1, freemem() / 4, 2 ** 31)
  return Math.max(64 * 1024, Math.ceil(bytes / 1024))
}

function openForCheck(path: string, key: Buffer) {
  try {
    return connect({ path, key, readonly: true })
  } catch {
    throw damaged('database does not open')
  }
}

function compareFacts(found: ReturnType<typeof readBookFacts>, manifest: BackupManifest): void {
  const tables = new Set([...Object.keys(found.rowCounts), ...Object.keys(manifest.rowCounts)])
  const differing = [...tables].filter((name) => found.rowCounts[name] !== manifest.rowCounts[name])
  if (differing.length > 0) throw damaged('row counts differ')
  if (found.auditHead !== manifest.auditHead) throw damaged('audit head differs')
  if (found.schemaVersion !== manifest.schemaVersion) throw damaged('schema version differs')
  if (found.pageSize !== manifest.pageSize || found.pageCount !== manifest.pageCount)
    throw damaged('page count differs')
}
