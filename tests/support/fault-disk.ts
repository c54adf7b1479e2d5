import {
  diskFileSystem,
  type FileSystem,
  type OpenFile,
} from '../../electron/jobs/backup/file-system'

export type DiskCall = {
  name: keyof FileSystem | keyof OpenFile
  path: string
  /** Bytes of a read or write. */
  bytes: number
  /** From 1 on. */
  number: number
}
type Options = {
  /** What happens in place of the call; null lets it through. */
  fault: (call: DiskCall) => 'lie' | NodeJS.ErrnoException | null
}

export const systemError = (code: string): NodeJS.ErrnoException =>
  Object.assign(new Error(code), { code })

/** The real disk, on which every single call may fail, or a write may lose its second half and say nothing. */
export function faultDisk({ fault }: Options) {
  let number = 0
  const ask = (name: DiskCall['name'], path: string, bytes = 0) => {
    number += 1
    const answer = fault({ name, path, bytes, number })
    if (answer instanceof Error) throw answer
    return answer
  }
  const wrap = (file: OpenFile, path: string): OpenFile => ({
    async read(buffer, offset, length, position) {
      ask('read', path, length)
      return file.read(buffer, offset, length, position)
    },
    async write(buffer, position) {
      if (ask('write', path, buffer.length) === 'lie') {
        const half = Buffer.alloc(buffer.length)
        buffer.copy(half, 0, 0, buffer.length >> 1)
        return file.write(half, position)
      }
      return file.write(buffer, position)
    },
    async size() {
      ask('size', path)
      return file.size()
    },
    async sync() {
      ask('sync', path)
      return file.sync()
    },
    // The descriptor is given back even when the system reports an error of an earlier write.
    async close() {
      await file.close()
      ask('close', path)
    },
  })
  const guarded = async <T>(name: DiskCall['name'], path: string, work: () => Promise<T>) => {
    ask(name, path)
    return work()
  }
  const disk = diskFileSystem
  const fileSystem: FileSystem = {
    openRead: async (path) =>
      wrap(await guarded('openRead', path, () => disk.openRead(path)), path),
    create: async (path) => wrap(await guarded('create', path, () => disk.create(path)), path),
    rename: (from, to) => guarded('rename', to, () => disk.rename(from, to)),
    unlink: (path) => guarded('unlink', path, () => disk.unlink(path)),
    makeFolder: (path) => guarded('makeFolder', path, () => disk.makeFolder(path)),
    removeFolder: (path) => guarded('removeFolder', path, () => disk.removeFolder(path)),
    list: (path) => guarded('list', path, () => disk.list(path)),
    exists: (path) => guarded('exists', path, () => disk.exists(path)),
    freeBytes: disk.freeBytes,
    maxFileBytes: disk.maxFileBytes,
    syncFolder: (path) => guarded('syncFolder', path, () => disk.syncFolder(path)),
  }
  return { fileSystem, calls: () => number }
}
