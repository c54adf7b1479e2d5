import { open, rename, stat, statfs, unlink, mkdir, readdir, rmdir } from 'node:fs/promises'

/** An open file; offsets and lengths in bytes. */
export type OpenFile = {
  /** Fills up to `length` bytes from `position`; answers how many were there. */
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<number>
  /** Writes the whole buffer at `position`. */
  write(buffer: Buffer, position: number): Promise<void>
  size(): Promise<number>
  sync(): Promise<void>
  close(): Promise<void>
}

/** The few calls that backup and restore make on a disk; tests put a failing disk in its place. */
export type FileSystem = {
  openRead(path: string): Promise<OpenFile>
  /** Makes a new file; refuses an existing one. */
  create(path: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  unlink(path: string): Promise<void>
  makeFolder(path: string): Promise<void>
  removeFolder(path: string): Promise<void>
  list(folder: string): Promise<string[]>
  exists(path: string): Promise<boolean>
  /** Bytes that an ordinary user may still write; null where the system does not say. */
  freeBytes(folder: string): Promise<number | null>
  /** The longest file that this place takes; null where there is no such limit or the system does not say. */
  maxFileBytes(folder: string): Promise<number | null>
  /** Makes renames in this folder durable. */
  syncFolder(folder: string): Promise<void>
}

/** The real disk. */
export const diskFileSystem: FileSystem = {
  openRead: (path) => openFile(path, 'r'),
  create: (path) => openFile(path, 'wx'),
  rename: renamePatiently,
  unlink,
  makeFolder: async (path) => {
    await mkdir(path, { mode: 0o700 })
  },
  removeFolder: rmdir,
  list: (folder) => readdir(folder),
  exists,
  freeBytes,
  maxFileBytes,
  syncFolder,
}

/** FAT32 ends a file at 4 GiB - 1; a mebibyte less is the largest part that is ever written there. */
export const fatFileBytes = 2 ** 32 - 2 ** 20

/** What `statfs` of Linux answers for FAT file systems (`linux/magic.h`); elsewhere a refused write tells. */
const fatType = 0x4d44

async function openFile(path: string, flags: 'r' | 'wx'): Promise<OpenFile> {
  const handle = await open(path, flags, 0o600)
  return {
    read: async (buffer, offset, length, position) =>
      (await handle.read(buffer, offset, length, position)).bytesRead,
    write: async (buffer, position) => {
      let done = 0
      while (done < buffer.length) {
        const { bytesWritten } = await handle.write(
          buffer,
          done,
          buffer.length - done,
          position + done,
        )
        done += bytesWritten
      }
    },
    size: async () => (await handle.stat()).size,
    sync: () => handle.sync(),
    close: () => handle.close(),
  }
}

/** On Windows a virus scanner may hold a fresh file for a moment; a second later the rename goes through. */
async function renamePatiently(from: string, to: string): Promise<void> {
  const busy = ['EPERM', 'EACCES', 'EBUSY']
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const wait = process.platform === 'win32' && busy.includes(errorCode(error)) && attempt < 10
      if (!wait) throw error
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}

async function maxFileBytes(folder: string): Promise<number | null> {
  try {
    const { type } = await statfs(folder)
    return process.platform === 'linux' && type === fatType ? fatFileBytes : null
  } catch {
    return null
  }
}

/** Windows has no handle for folders, and some file systems on USB drives and networks refuse to sync one. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes(errorCode(error))) throw error
  } finally {
    await handle.close()
  }
}

/** The system's name of an error (ENOSPC, EIO …), empty when it has none. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}
