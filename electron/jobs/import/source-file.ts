import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '@shared/core/errors'
import { limits } from './limits'
import { throwIfCancelled } from './progress'

/** A file opened once and read as often as needed; whoever changes it meanwhile is noticed. */
export type SourceFile = {
  bytes: number
  head: Buffer
  tail: Buffer
  /** The whole file from the start, in chunks that are valid until the next one. */
  chunks(signal?: AbortSignal): AsyncGenerator<Buffer>
  close(): Promise<void>
}

const edgeBytes = 64 * 1024

/** @throws AppError `core.file-not-readable`, `imports.empty-file`, `imports.too-large` */
export async function openSourceFile(path: string): Promise<SourceFile> {
  const handle = await open(path, 'r').catch(() => {
    throw new AppError('core.file-not-readable', 'cannot open the file')
  })
  try {
    return await inspect(handle)
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function inspect(handle: FileHandle): Promise<SourceFile> {
  const { size, mtimeMs } = await handle.stat()
  if (size === 0) throw new AppError('imports.empty-file', 'no bytes')
  if (size > limits.fileBytes)
    throw new AppError('imports.too-large', 'file over the cap', {
      megabytes: limits.fileBytes / 1024 / 1024,
    })
  const head = await readAt(handle, 0, Math.min(edgeBytes, size))
  const tail = await readAt(handle, Math.max(0, size - edgeBytes), Math.min(edgeBytes, size))
  return {
    bytes: size,
    head,
    tail,
    async *chunks(signal) {
      for (let position = 0; position < size;) {
        throwIfCancelled(signal)
        const chunk = await readAt(handle, position, Math.min(limits.chunkBytes, size - position))
        if (chunk.length === 0) break
        position += chunk.length
        yield chunk
      }
      const now = await handle.stat()
      if (now.size !== size || now.mtimeMs !== mtimeMs)
        throw new AppError('imports.file-changed', 'file changed while reading')
    },
    close: () => handle.close(),
  }
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length)
  const { bytesRead } = await handle.read(buffer, 0, length, position).catch(() => {
    throw new AppError('core.file-not-readable', 'cannot read the file')
  })
  return buffer.subarray(0, bytesRead)
}
