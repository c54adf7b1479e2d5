import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { AppError } from '@shared/core/errors'

type Writing<T> = {
  /** Where the person said. */
  path: string
  write: (file: FileHandle) => Promise<T>
  /** Runs when everything is on the disk and before the file gets its name; what it throws ends the writing. */
  beforeNaming: (written: T) => Promise<void>
}

/**
 * Writes a file out of the protection of the book. Only the person may read it, and a file of that name is replaced only by a
 * whole one; what fails leaves nothing behind.
 * @throws AppError vault.folder-missing, core.file-not-readable when another program holds the file; whatever `write` throws
 */
export async function writeWholeFile<T>({ path, write, beforeNaming }: Writing<T>): Promise<T> {
  const partial = `${path}.partial`
  try {
    const file = await open(partial, 'w', 0o600)
    const written = await writeThrough(file, write).finally(() => file.close())
    await beforeNaming(written)
    await rename(partial, path)
    return written
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined)
    throw toWritingError(error)
  }
}

async function writeThrough<T>(file: FileHandle, write: Writing<T>['write']): Promise<T> {
  const written = await write(file)
  await file.sync()
  return written
}

function toWritingError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOENT' || code === 'ENODEV' || code === 'EIO' || code === 'ENXIO')
    return new AppError('vault.folder-missing', code)
  if (code === 'EBUSY' || code === 'ETXTBSY') return new AppError('core.file-not-readable', code)
  return error
}
