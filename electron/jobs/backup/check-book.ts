import { availableParallelism, freemem } from 'node:os'
import { assertKnownSchema } from '@db/migrations'
import { AppError } from '@shared/core/errors'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { type CheckStep, openForCheck, runStep, shareOfSteps, shareSteps } from './check-steps'
import { runOnThreads, ThreadBroken } from './check-threads'
import { damaged } from './errors'

type Options = {
  /** Of the extracted database. */
  path: string
  /** Page key, overwritten with zeros here. */
  key: Buffer
  manifest: BackupManifest
  signal: AbortSignal
  /** Told how much of the check is done, 0 to 1, as steps pass; one thread has one step. */
  onShare?: (done: number) => void
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
 * Opens an extracted database read-only, checks every page, index and foreign key, and compares rows of each table and audit head
 * with the manifest. A large one is checked on two threads, of which one looks at the whole structure while the other
 * seeks the rows of the largest table in its indexes; a thread that breaks down makes the check begin anew without.
 * @throws AppError `backups.damaged`, `vault.newer-schema`, `core.cancelled`
 */
export async function checkBook(options: Options): Promise<void> {
  const { path, key, manifest } = options
  const threads = script === null ? 1 : (options.threads ?? defaultThreads(manifest))
  try {
    const cacheKib = cacheKibOf(manifest, threads)
    const raw = openForCheck(path, Buffer.from(key))
    const checkHere = () => runStep(raw, { kind: 'everything', manifest }, cacheKib)
    try {
      assertKnownSchema(raw)
      if (script === null || threads < 2) return checkHere()
      const steps = shareSteps(raw, manifest)
      const shareOf = shareOfSteps(manifest)
      let done = 0
      const onPassed = (step: CheckStep) => options.onShare?.((done += shareOf(step)))
      await runOnThreads({ ...options, script, threads, steps, cacheKib, onPassed })
    } catch (error) {
      if (error instanceof ThreadBroken) return checkHere()
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
 * What is sought in no order, the indexes, is about a fifth of a book. Keeping all of it in memory would spare decrypting the rest
 * once more, which costs less than fresh memory for it. Of what is free an eighth, at most 1 GiB.
 */
function cacheKibOf(manifest: BackupManifest, threads: number): number {
  const bytes = Math.min(bytesOf(manifest) / 5, freemem() / 4 / threads, 2 ** 30)
  return Math.max(64 * 1024, Math.ceil(bytes / 1024))
}
