import {
  diskFileSystem,
  type FileSystem,
  type OpenFile,
} from '../../../../electron/jobs/backup/file-system'

export type FailingDisk = { fileSystem: FileSystem; calls: () => number }

const systemError = (code: string) => Object.assign(new Error(code), { code })

/** The real disk, on which files can be made but never written. */
export function fullDisk(code: string): FileSystem {
  return {
    ...diskFileSystem,
    create: async (path) => ({
      ...(await diskFileSystem.create(path)),
      write: () => Promise.reject(systemError(code)),
    }),
  }
}

/** The real disk, whose k-th call fails, 1 and up. */
export function failingDisk(k: number, code: string): FailingDisk {
  let calls = 0
  const count = () => {
    calls++
    if (calls === k) throw systemError(code)
  }
  const guard =
    <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      count()
      return work(...args)
    }
  const guardFile = (file: OpenFile): OpenFile => ({
    read: guard(file.read),
    write: guard(file.write),
    size: guard(file.size),
    sync: guard(file.sync),
    // The descriptor is given back even when the system reports an error of an earlier write.
    close: async () => {
      await file.close()
      count()
    },
  })
  return {
    calls: () => calls,
    fileSystem: {
      ...diskFileSystem,
      openRead: async (path) => guardFile(await guard(diskFileSystem.openRead)(path)),
      create: async (path) => guardFile(await guard(diskFileSystem.create)(path)),
      rename: guard(diskFileSystem.rename),
      makeFolder: guard(diskFileSystem.makeFolder),
      list: guard(diskFileSystem.list),
      exists: guard(diskFileSystem.exists),
      syncFolder: guard(diskFileSystem.syncFolder),
    },
  }
}
