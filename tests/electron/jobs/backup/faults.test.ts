import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskFileSystem, type FileSystem } from '../../../../electron/jobs/backup/file-system'
import { makeOwnFolder } from '../../../../electron/jobs/backup/own-folder'
import {
  discardLeftovers,
  discardPartial,
  findFreeBackupPath,
} from '../../../../electron/jobs/backup/partial-file'
import { proveBackup } from '../../../../electron/jobs/backup/prove-backup'
import { putInPlace } from '../../../../electron/jobs/backup/put-in-place'
import { restoreBackup } from '../../../../electron/jobs/backup/restore-backup'
import { holdSnapshot } from '@db/snapshot'
import { writeBackup } from '../../../../electron/jobs/backup/write-backup'
import {
  backUp,
  bookName,
  keys,
  macKey,
  makeBook,
  makeSandbox,
  manifestOf,
  never,
  pageKey,
  quiet,
  type Sandbox,
  treeOf,
  vaultHeader,
  vaultId,
} from './backup-fixture'
import { failingDisk, fullDisk } from './failing-disk'

const codes = ['ENOSPC', 'EIO', 'EBUSY', 'EACCES']

describe('when the disk fails', { timeout: 60_000 }, () => {
  let sandbox: Sandbox
  let book: Book
  beforeEach(() => {
    sandbox = makeSandbox()
    book = makeBook(sandbox)
  })
  afterEach(() => {
    book.close()
    sandbox.remove()
  })

  /** Tries with a disk that fails at the 1st, 2nd, … call until no call is left to fail. */
  async function atEveryCall(
    attempt: (fileSystem: FileSystem) => Promise<unknown>,
    check: (failed: boolean, k: number) => void | Promise<void>,
  ): Promise<number> {
    for (let k = 1; ; k++) {
      const disk = failingDisk(k, codes[k % codes.length] ?? 'EIO')
      const failed = await attempt(disk.fileSystem).then(
        () => false,
        () => true,
      )
      await check(failed, k)
      if (disk.calls() < k) return k - 1
    }
  }

  it('a backup leaves either nothing or a whole file, at every call, and old files as they were', async () => {
    const old = await backUp(book, sandbox, diskFileSystem, 'old.kebubak')
    const oldBytes = readFileSync(old)
    const workBefore = treeOf(sandbox.work)
    const path = join(sandbox.drive, 'new.kebubak')
    const calls = await atEveryCall(
      (fileSystem) =>
        backUp(book, sandbox, fileSystem, 'new.kebubak').catch(async (error: unknown) => {
          await discardPartial(path)
          throw error
        }),
      async (_failed, k) => {
        const names = treeOf(sandbox.drive).map((line) => line.split(' ')[0])
        expect(names.filter((name) => name?.endsWith('.partial'))).toEqual([])
        expect(readFileSync(old)).toEqual(oldBytes)
        if (names.includes('new.kebubak')) {
          await proveBackup({ path, workFolder: sandbox.work, keys: keys() }, quiet, never())
          await diskFileSystem.unlink(path)
        }
        expect(`${k} ${treeOf(sandbox.work).join()}`).toBe(`${k} ${workBefore.join()}`)
      },
    )
    expect(calls).toBeGreaterThan(30)
  })

  it('the writing alone takes its partial file away at every call', async () => {
    const snapshot = holdSnapshot({ book, key: pageKey() })
    const manifest = manifestOf(snapshot)
    const finalPath = join(sandbox.drive, 'new.kebubak')
    await atEveryCall(
      (fileSystem) =>
        writeBackup(
          { databasePath: book.path, finalPath, vaultHeader, manifest, macKey: macKey() },
          quiet,
          never(),
          fileSystem,
        ),
      async (failed) => {
        expect(treeOf(sandbox.drive)).toHaveLength(failed ? 0 : 1)
        await discardPartial(finalPath)
      },
    )
    snapshot.release()
  })

  it('a restore leaves the old book or the new one complete under its name, at every call', async () => {
    const path = await backUp(book, sandbox)
    const home = join(sandbox.root, 'home')
    const bookFolder = join(home, `${bookName}.kebu`)
    const setUp = () => {
      rmSync(home, { recursive: true, force: true })
      mkdirSync(bookFolder, { recursive: true })
      writeFileSync(join(bookFolder, 'mine.txt'), 'old')
    }
    setUp()
    const calls = await atEveryCall(
      async (fileSystem) => {
        const input = { path, folder: home, keys: keys() }
        const prepared = await restoreBackup(input, quiet, never(), fileSystem)
        return putInPlace(prepared, 0, fileSystem)
      },
      (failed) => {
        const names = treeOf(home).map((line) => line.replace(/ \d+$/, ''))
        const kept = names.filter((name) => name.endsWith('mine.txt'))
        expect(kept).toHaveLength(1)
        if (failed) expect(kept).toEqual([`${bookName}.kebu/mine.txt`])
        else expect(names).toContain(`${bookName}.kebu/vault.json`)
        if (failed) expect(names).toEqual(kept)
        setUp()
      },
    )
    expect(calls).toBeGreaterThan(20)
  })

  it('names a full drive, a write-protected one and a pulled one differently', async () => {
    const attempt = (code: string) => backUp(book, sandbox, fullDisk(code))
    const refusals = {
      ENOSPC: 'backups.target-too-small',
      EROFS: 'core.read-only',
      EIO: 'backups.target-gone',
      ENODEV: 'backups.target-gone',
    }
    for (const [code, expected] of Object.entries(refusals))
      await expect(attempt(code)).rejects.toMatchObject({ code: expected })
  })

  it('asks for room before it writes a byte', async () => {
    const small = { ...diskFileSystem, freeBytes: () => Promise.resolve(1000) }
    await expect(backUp(book, sandbox, small)).rejects.toMatchObject({
      code: 'backups.target-too-small',
    })
    expect(treeOf(sandbox.drive)).toEqual([])
  })

  it('a cancelled backup leaves nothing', async () => {
    const snapshot = holdSnapshot({ book, key: pageKey() })
    const cancel = new AbortController()
    const input = {
      databasePath: book.path,
      finalPath: join(sandbox.drive, 'new.kebubak'),
      vaultHeader,
      manifest: manifestOf(snapshot),
      macKey: macKey(),
    }
    cancel.abort()
    await expect(writeBackup(input, quiet, cancel.signal)).rejects.toMatchObject({
      code: 'core.cancelled',
    })
    expect(treeOf(sandbox.drive)).toEqual([])
    snapshot.release()
  })

  it('a backup that does not match the database is refused', async () => {
    const snapshot = holdSnapshot({ book, key: pageKey() })
    const manifest = manifestOf(snapshot)
    manifest.rowCounts.setting = (manifest.rowCounts.setting ?? 0) + 1
    const finalPath = join(sandbox.drive, 'new.kebubak')
    const input = { databasePath: book.path, finalPath, vaultHeader, manifest, macKey: macKey() }
    await writeBackup(input, quiet, never())
    snapshot.release()
    const proof = { path: `${finalPath}.partial`, workFolder: sandbox.work, keys: keys() }
    await expect(proveBackup(proof, quiet, never())).rejects.toMatchObject({
      code: 'backups.damaged',
    })
  })
})

describe('what a killed program left behind', () => {
  let sandbox: Sandbox
  beforeEach(() => {
    sandbox = makeSandbox()
  })
  afterEach(() => sandbox.remove())

  it('is taken away when it is a partial file of this book, and only then', async () => {
    const book = makeBook(sandbox)
    const bytes = readFileSync(await backUp(book, sandbox))
    book.close()
    const drive = (name: string) => join(sandbox.drive, name)
    writeFileSync(drive('cut.kebubak.partial'), bytes.subarray(0, 9000))
    writeFileSync(drive('strange.kebubak.partial'), 'not ours')
    await discardLeftovers(sandbox.drive, '0198f1a0-0000-7000-8000-00000000000f')
    expect(treeOf(sandbox.drive)).toHaveLength(3)
    await discardLeftovers(sandbox.drive, vaultId)
    expect(treeOf(sandbox.drive).map((line) => line.split(' ')[0])).toEqual([
      'a.kebubak',
      'strange.kebubak.partial',
    ])
  })

  it('is taken away when it is a temporary folder of ours; other folders stay', async () => {
    const first = await makeOwnFolder(sandbox.work, 'proof', diskFileSystem)
    writeFileSync(join(first, 'book.db'), 'x')
    const foreign = join(sandbox.work, '.kebu-proof-notes')
    await diskFileSystem.makeFolder(foreign)
    const second = await makeOwnFolder(sandbox.work, 'proof', diskFileSystem)
    expect(await diskFileSystem.exists(first)).toBe(false)
    expect(await diskFileSystem.exists(second)).toBe(true)
    expect(await diskFileSystem.exists(foreign)).toBe(true)
  })

  it('does not block the next backup in the same second', async () => {
    const now = new Date(2026, 10, 22, 9, 12, 5).getTime()
    const name = `${bookName}-20261122-091205`
    expect(await findFreeBackupPath(sandbox.drive, bookName, now)).toBe(
      join(sandbox.drive, `${name}.kebubak`),
    )
    writeFileSync(join(sandbox.drive, `${name}.kebubak.partial`), '')
    expect(await findFreeBackupPath(sandbox.drive, bookName, now)).toBe(
      join(sandbox.drive, `${name}-2.kebubak`),
    )
  })
})
