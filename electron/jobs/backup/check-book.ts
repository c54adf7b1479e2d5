import { availableParallelism, freemem } from 'node:os'
import { assertKnownSchema } from '@db/migrations'
import { readBookFacts } from '@db/snapshot'
import { AppError } from '@shared/core/errors'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { openForCheck, runStep, shareSteps } from './check-steps'
import { runOnThreads, ThreadBroken } from './check-threads'
import { damaged } from './errors'

type Options = {
  /** Of the extracted database. */
  path: string
  /** Page key, overwritten with zeros here. */
  key: Buffer
  manifest: BackupManifest
  signal: AbortSignal
  /** By default two for a book that is worth starting them, where there is a processor for each. */
  threads?: number
}

let script: string | null = null

/** Names the script of a checking thread; a process that names none checks without threads. */
export function useCheckThreads(path: string | null): void {
  script = path
}

/** Starting two threads costs a tenth of a second, as much as checking so much. */
const threadsFromBytes = 32 * 1024 * 1024

/**
 * Opens an extracted database read-only and compares it with the manifest: integrity of every page and index, foreign keys,
 * rows of each table, audit head. A large one is checked on two threads, of which one looks at the whole structure while the other
 * seeks the rows of the largest table in its indexes; a thread that breaks down makes the check begin anew without.
 * @throws AppError `backups.damaged`, `vault.newer-schema`, `core.cancelled`
 */
export async function checkBook(options: Options): Promise<void> {
  const { path, key, manifest } = options
  const threads = script === null ? 1 : (options.threads ?? defaultThreads(manifest))
  try {
    const cacheKib = cacheKibOf(manifest, threads)
    const raw = openForCheck(path, Buffer.from(key), cacheKib)
    try {
      assertKnownSchema(raw)
      compareFacts(readBookFacts(raw), manifest)
      const steps = shareSteps(raw, manifest.rowCounts)
      if (script === null || threads < 2) return runStep(raw, { kind: 'everything' })
      await runOnThreads({ ...options, script, threads, steps, cacheKib })
    } catch (error) {
      if (error instanceof ThreadBroken) return runStep(raw, { kind: 'everything' })
      throw error
    } finally {
      raw.close()
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged('database does not read')
  } finally {
    key.fill(0)
  }
}

function bytesOf({ pageSize, pageCount }: BackupManifest): number {
  return pageSize * pageCount
}

function defaultThreads(manifest: BackupManifest): number {
  return bytesOf(manifest) < threadsFromBytes ? 1 : Math.min(2, availableParallelism())
}

/**
 * What is read in no order, the indexes and the parents of foreign keys, is about a fifth of a book. Keeping all of it in memory would
 * spare decrypting the rest once more, which costs less than fresh memory for it. Of what is free an eighth, at most 1 GiB.
 */
function cacheKibOf(manifest: BackupManifest, threads: number): number {
  const bytes = Math.min(bytesOf(manifest) / 5, freemem() / 4 / threads, 2 ** 30)
  return Math.max(64 * 1024, Math.ceil(bytes / 1024))
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
