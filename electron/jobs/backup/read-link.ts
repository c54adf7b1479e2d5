import { isDeepStrictEqual } from 'node:util'
import { createByteReader } from './byte-reader'
import { damaged, sourceError } from './errors'
import type { FileSystem, OpenFile } from './file-system'
import { digestOfList } from './format'
import { type Front, readFront } from './front'
import type { Link } from './parts'
import { type PagesRead, readPages } from './read-pages'
import type { Report } from './progress'

type Options = {
  macKey: Buffer
  onPages: (pages: Buffer, position: number) => Promise<void>
  report: Report
  signal: AbortSignal
  fileSystem: FileSystem
}

/**
 * Reads all parts of one backup in order, each as a whole, and checks that they are parts of the same one.
 * @param parentList page hashes of the backup that it must be built on; null for a full one
 * @returns the front of its first part and the hashes of all its pages
 * @throws AppError `backups.damaged`, `core.file-not-readable`, `core.cancelled`
 */
export async function readLinkPages(
  { parts }: Link,
  parentList: Buffer | null,
  options: Options,
): Promise<{ front: Front; list: Buffer }> {
  let front: Front | null = null
  let read: PagesRead | null = null
  let bytesBefore = 0
  for (const [index, path] of parts.entries()) {
    await readingFile(path, options.fileSystem, async (file, size) => {
      const reader = createByteReader(file)
      const found = await readFront(reader, size)
      if (found.manifest.part !== index + 1) throw damaged('parts out of order')
      front ??= firstFront(found, parentList)
      assertSameBackup(front, found)
      const { manifest } = found
      const done = bytesBefore
      const report: Report = (progress) =>
        options.report({ ...progress, done: done + progress.done })
      const before = read
      read = await readPages({ ...options, reader, manifest, size, parentList, before, report })
      bytesBefore += size
    })
  }
  return finished(front, read, parts.length)
}

function firstFront(front: Front, parentList: Buffer | null): Front {
  const parentHashes = parentList && digestOfList(parentList)
  if (front.manifest.parentHashes !== parentHashes) throw damaged('built on another file')
  return front
}

function assertSameBackup(first: Front, other: Front): void {
  const { manifest, vaultHeader } = other
  const fits =
    isDeepStrictEqual({ ...manifest, part: 1 }, first.manifest) &&
    vaultHeader.equals(first.vaultHeader)
  if (!fits) throw damaged('part of another backup')
}

function finished(front: Front | null, read: PagesRead | null, parts: number) {
  if (!front || !read || front.manifest.parts !== parts) throw damaged('not all parts')
  return { front, list: read.hashes }
}

/** Opens a chosen file for as long as the work takes. @throws AppError `core.file-not-readable` */
export async function readingFile<T>(
  path: string,
  fileSystem: FileSystem,
  work: (file: OpenFile, size: number) => Promise<T>,
): Promise<T> {
  const file = await fileSystem.openRead(path).catch((error: unknown) => {
    throw sourceError(error)
  })
  try {
    const size = await file.size().catch((error: unknown) => Promise.reject(sourceError(error)))
    return await work(file, size)
  } finally {
    // It was only read from; on a drive that is gone closing fails too, and would hide why.
    await file.close().catch(() => undefined)
  }
}
