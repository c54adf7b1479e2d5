import { dirname } from 'node:path'
import { AppError } from '@shared/core/errors'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { damaged, sourceError, throwIfCancelled, writeError } from './errors'
import type { FileSystem } from './file-system'
import { hashPages, pagesPerRun } from './format'
import type { Front } from './front'
import type { Link } from './parts'
import { readAhead, runsOfAll } from './read-ahead'
import { readingFile, readLinkPages } from './read-link'
import type { Report } from './progress'

type Options = {
  /** The full one first. */
  links: Link[]
  /** New file that gets the pages. */
  database: string
  macKey: Buffer
  report: Report
  signal: AbortSignal
  fileSystem: FileSystem
  /** Whether the file is flushed to the disk. */
  durable: boolean
}

/**
 * Writes the image of the last link: the pages of the full backup, over them those of each link in order. Every file is read and
 * checked as a whole, each must be built on the one before it, and a merged image is read back and compared page by page.
 * @returns the front of the last link
 * @throws AppError `backups.damaged`, `core.file-not-readable`, `core.disk-full`, `core.cancelled`
 */
export async function mergeChain(options: Options): Promise<Front> {
  const { links, database, fileSystem, report } = options
  const manifest = links.at(-1)?.manifest
  if (!manifest) throw damaged('no file')
  const total = links.reduce((sum, { bytes }) => sum + bytes, 0)
  await assertRoom(dirname(database), manifest.pageCount * manifest.pageSize, total, fileSystem)
  const output = await createOutput(database, manifest, fileSystem)
  let state: { front: Front; list: Buffer } | null = null
  try {
    let before = 0
    for (const link of links) {
      const done = before
      state = await readLinkPages(link, state?.list ?? null, {
        ...options,
        onPages: output.write,
        report: (progress) => report({ ...progress, done: done + progress.done, total }),
      })
      before += link.bytes
    }
    await output.finish(options.durable)
  } catch (error) {
    await output.abandon()
    throw error
  }
  if (!state) throw damaged('no file')
  if (links.length > 1) await compareImage(options, manifest, state.list)
  return state.front
}

/** A page of an older link that stayed by mistake would be valid in itself: only its hash tells. */
async function compareImage(
  { database, fileSystem, signal }: Options,
  { pageSize, pageCount }: BackupManifest,
  list: Buffer,
): Promise<void> {
  const found = Buffer.alloc(list.length)
  const runs = runsOfAll(pageCount, pagesPerRun(pageSize))
  await readingFile(database, fileSystem, async (file, size) => {
    if (size !== pageCount * pageSize) throw damaged('merged image has another size')
    const failure = (error: unknown) => (error ? sourceError(error) : damaged('image ends early'))
    for await (const { run, pages } of readAhead({ file, pageSize, runs, failure })) {
      throwIfCancelled(signal)
      hashPages(pages, pageSize, found, run.first)
    }
  })
  if (!found.equals(list)) throw damaged('merged pages differ')
}

/** A manifest may ask for no more than its own files hold, so a lie cannot fill the disk. */
async function assertRoom(
  folder: string,
  needed: number,
  total: number,
  fileSystem: FileSystem,
): Promise<void> {
  if (needed > total) throw damaged('fewer pages than announced')
  const free = await fileSystem.freeBytes(folder)
  if (free !== null && free < needed)
    throw new AppError('core.disk-full', 'no room', { needed, free })
}

/** The new file; pages of older links that lie behind the end of the image are left out. */
async function createOutput(
  path: string,
  { pageSize, pageCount }: BackupManifest,
  fileSystem: FileSystem,
) {
  const guarded = async <T>(work: Promise<T>): Promise<T> => {
    try {
      return await work
    } catch (error) {
      throw writeError(error, 'core.disk-full')
    }
  }
  const end = pageSize * pageCount
  const file = await guarded(fileSystem.create(path))
  return {
    write: async (pages: Buffer, position: number) => {
      if (position < end) await guarded(file.write(pages.subarray(0, end - position), position))
    },
    finish: async (durable: boolean) => {
      if (durable) await guarded(file.sync())
      await guarded(file.close())
    },
    abandon: () => file.close().catch(() => undefined),
  }
}
