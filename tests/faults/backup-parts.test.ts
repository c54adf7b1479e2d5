import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { holdSnapshot } from '@db/snapshot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskFileSystem, type FileSystem } from '../../electron/jobs/backup/file-system'
import {
  discardLeftovers,
  discardPartial,
  finishBackup,
  removeBackup,
} from '../../electron/jobs/backup/partial-file'
import { listLinks, readLink } from '../../electron/jobs/backup/parts'
import { proveBackup } from '../../electron/jobs/backup/prove-backup'
import { writeBackup } from '../../electron/jobs/backup/write-backup'
import {
  fillBook,
  keys,
  macKey,
  makeBook,
  makeSandbox,
  manifestOf,
  never,
  pageKey,
  quiet,
  type Sandbox,
  shortFiles,
  vaultHeader,
  vaultId,
  writeLink,
} from '../electron/jobs/backup/backup-fixture'
import { failingDisk } from '../electron/jobs/backup/failing-disk'

const codes = ['ENOSPC', 'EIO', 'EBUSY', 'EACCES']
const short = shortFiles(60_000)

describe('parts of a backup when something fails', () => {
  let sandbox: Sandbox
  let book: Book
  beforeEach(() => {
    sandbox = makeSandbox()
    book = makeBook(sandbox, 300)
  })
  afterEach(() => {
    book.close()
    sandbox.remove()
  })

  const onDrive = () => readdirSync(sandbox.drive).sort()
  const path = () => join(sandbox.drive, 'a.kebubak')
  const prove = () =>
    proveBackup({ path: path(), workFolder: sandbox.work, keys: keys() }, quiet, never())
  const clear = () => onDrive().forEach((name) => rmSync(join(sandbox.drive, name)))

  async function write(fileSystem: FileSystem): Promise<void> {
    const snapshot = holdSnapshot({ book, key: pageKey() })
    const manifest = manifestOf(snapshot)
    const input = { databasePath: book.path, finalPath: path(), vaultHeader, manifest }
    await writeBackup({ ...input, macKey: macKey() }, quiet, never(), fileSystem).finally(() =>
      snapshot.release(),
    )
  }

  /** Tries with a disk that fails at the 1st, 2nd, … call until no call is left to fail. */
  async function atEveryCall(
    attempt: (fileSystem: FileSystem) => Promise<void>,
    check: (failed: boolean) => Promise<void>,
  ): Promise<number> {
    for (let k = 1; ; k++) {
      const disk = failingDisk(k, codes[k % codes.length] ?? 'EIO')
      const { maxFileBytes } = short
      const failed = await attempt({ ...disk.fileSystem, maxFileBytes }).then(
        () => false,
        () => true,
      )
      await check(failed)
      if (disk.calls() < k) return k - 1
    }
  }

  it('writing takes all of them away, at every call', async () => {
    const calls = await atEveryCall(write, async (failed) => {
      if (failed) expect(onDrive()).toEqual([])
      else expect(onDrive().length).toBeGreaterThan(3)
      await discardPartial(path())
      expect(onDrive()).toEqual([])
    })
    expect(calls).toBeGreaterThan(40)
  })

  it('naming leaves a whole backup or nothing that looks like one, at every call', async () => {
    const finish = async (fileSystem: FileSystem) => {
      await write(short)
      await finishBackup(path(), fileSystem)
    }
    const calls = await atEveryCall(finish, async (failed) => {
      const listed = await listLinks(sandbox.drive)
      await discardPartial(path())
      if (listed.length > 0) expect((await prove()).parts).toBeGreaterThan(3)
      else expect(onDrive()).toEqual([])
      if (!failed) expect(listed).toHaveLength(1)
      clear()
    })
    expect(calls).toBeGreaterThan(15)
  })

  it('a power cut between any two renames leaves what the next backup takes away', async () => {
    await write(short)
    const parts = onDrive().length
    for (let renames = 0; renames < parts; renames++) {
      clear()
      await write(short)
      let left = renames
      const cut: FileSystem = {
        ...short,
        rename: (from, to) =>
          left-- > 0 ? diskFileSystem.rename(from, to) : Promise.reject(new Error('cut')),
      }
      await expect(finishBackup(path(), cut)).rejects.toThrow()
      expect(onDrive().filter((name) => !name.endsWith('.partial'))).toHaveLength(renames)
      expect(await listLinks(sandbox.drive)).toEqual([])
      await discardLeftovers(sandbox.drive, '0198f1a0-0000-7000-8000-00000000000f')
      expect(onDrive()).toHaveLength(parts)
      await discardLeftovers(sandbox.drive, vaultId)
      expect(onDrive()).toEqual([])
    }
  })

  it('a cut in the middle of removing one leaves what the next backup takes away', async () => {
    for (let unlinks = 0; unlinks < 4; unlinks++) {
      await write(short)
      await finishBackup(path(), short)
      let left = unlinks
      const cut: FileSystem = {
        ...short,
        unlink: (name) =>
          left-- > 0 ? diskFileSystem.unlink(name) : Promise.reject(new Error('cut')),
      }
      await expect(removeBackup((await readLink(path())).parts, cut)).rejects.toThrow()
      expect(await listLinks(sandbox.drive)).toEqual([])
      await discardLeftovers(sandbox.drive, vaultId)
      expect(onDrive()).toEqual([])
    }
  })

  it('leftovers do not take the named part of another backup with them', async () => {
    await write(short)
    await writeLink(book, sandbox, 'b.kebubak', {
      ...{ fileSystem: short, backupUid: '0198f1a0-0000-7000-9000-00000000000b' },
    })
    await diskFileSystem.rename(
      join(sandbox.drive, 'b.part2.kebubak'),
      join(sandbox.drive, 'a.part2.kebubak'),
    )
    await discardLeftovers(sandbox.drive, vaultId)
    expect((await listLinks(sandbox.drive)).map(({ missing }) => missing)).toEqual([[]])
    expect(onDrive()).toContain('a.part2.kebubak')
  })

  it('a link asks for room before it writes a byte, and for no more than it takes', async () => {
    const full = await writeLink(book, sandbox, 'full.kebubak')
    fillBook(book, 2, 'few')
    const options = { kind: 'incremental', parentPath: full } as const
    const withRoom = (free: number): FileSystem => ({
      ...diskFileSystem,
      freeBytes: () => Promise.resolve(free),
      create: (name) =>
        free < 30_000 ? Promise.reject(new Error('written')) : diskFileSystem.create(name),
    })
    await expect(
      writeLink(book, sandbox, 'l.kebubak', { ...options, fileSystem: withRoom(10_000) }),
    ).rejects.toMatchObject({ code: 'backups.target-too-small', details: { free: 10_000 } })
    expect(onDrive()).toEqual(['full.kebubak'])
    await writeLink(book, sandbox, 'l.kebubak', { ...options, fileSystem: withRoom(60_000) })
    expect((await readLink(join(sandbox.drive, 'l.kebubak'))).bytes).toBeLessThan(60_000)
  })
})
