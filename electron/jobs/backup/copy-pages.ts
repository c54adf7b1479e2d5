import { AppError } from '@shared/core/errors'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { ByteWriter } from './byte-writer'
import { sourceError, throwIfCancelled } from './errors'
import type { OpenFile } from './file-system'
import { hashPages, pageHashBytes, pagesPerRun } from './format'
import type { Report } from './progress'
import { type PageRun, readAhead, runsOfAll } from './read-ahead'

type Source = {
  source: OpenFile
  manifest: BackupManifest
  report: Report
  signal: AbortSignal
}

/** @throws AppError `backups.proof-failed` when the file is not as long as the manifest says */
export async function assertLength(source: OpenFile, manifest: BackupManifest): Promise<void> {
  if ((await source.size()) !== manifest.pageCount * manifest.pageSize)
    throw new AppError('backups.proof-failed', 'database file has another size')
}

/** Hashes every page of the held database. @returns the hashes in order */
export async function hashAllPages(options: Source): Promise<Buffer> {
  const { source: file, manifest, report, signal } = options
  const { pageSize, pageCount } = manifest
  const hashes = Buffer.alloc(pageCount * pageHashBytes)
  const runs = runsOfAll(pageCount, pagesPerRun(pageSize))
  const total = pageCount * pageSize
  for await (const { run, pages } of readAhead({ file, pageSize, runs, failure })) {
    throwIfCancelled(signal)
    hashPages(pages, pageSize, hashes, run.first)
    report({ phase: 'reading', done: run.first * pageSize + pages.length, total })
  }
  return hashes
}

/** Stretches of pages that differ from the parent; those behind the end of its image differ from nothing. */
export function listChangedRuns(
  hashes: Buffer,
  parentList: Buffer,
  { pageSize, pageCount }: BackupManifest,
): PageRun[] {
  const perRun = pagesPerRun(pageSize)
  const runs: PageRun[] = []
  for (let page = 0; page < pageCount; page++) {
    if (!differs(parentList, hashes, page)) continue
    const last = runs.at(-1)
    if (last && last.first + last.count === page && last.count < perRun) last.count++
    else runs.push({ first: page, count: 1 })
  }
  return runs
}

type CopyOptions = Source & {
  writer: ByteWriter
  runs: readonly PageRun[]
  /** Gets the hash of each copied page; where `known` is set it must be there already. */
  hashes: Buffer
  known: boolean
  /** Bytes copied before, and of all. */
  before: number
  total: number
}

/**
 * Copies runs of pages, each as a record.
 * @throws AppError `backups.proof-failed` when the database did not stand still
 */
export async function copyRuns(options: CopyOptions): Promise<void> {
  const { source: file, writer, manifest, runs, known, report, signal } = options
  const { pageSize } = manifest
  let done = options.before
  for await (const { run, pages } of readAhead({ file, pageSize, runs, failure })) {
    throwIfCancelled(signal)
    const expected = known ? hashesOf(options.hashes, run) : null
    hashPages(pages, pageSize, options.hashes, run.first)
    if (expected && !hashesOf(options.hashes, run).equals(expected))
      throw new AppError('backups.proof-failed', 'the database changed while it was held')
    await writer.run(run.first, run.count, pages)
    done += pages.length
    report({ phase: 'copying', done, total: options.total })
  }
}

/** A copy, because the list is written to meanwhile. */
function hashesOf(hashes: Buffer, { first, count }: PageRun): Buffer {
  return Buffer.from(hashes.subarray(first * pageHashBytes, (first + count) * pageHashBytes))
}

function differs(parentList: Buffer, hashes: Buffer, page: number): boolean {
  const [start, end] = [page * pageHashBytes, (page + 1) * pageHashBytes]
  return parentList.length < end || parentList.compare(hashes, start, end, start, end) !== 0
}

function failure(error: unknown): Error {
  return error === undefined
    ? new AppError('backups.proof-failed', 'database file ends early')
    : sourceError(error)
}
