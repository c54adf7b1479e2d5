import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { toErrorShape } from '@shared/core/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskFileSystem } from '../../electron/jobs/backup/file-system'
import { makeOwnFolder, removeOwnFolder } from '../../electron/jobs/backup/own-folder'
import { putInPlace } from '../../electron/jobs/backup/put-in-place'
import { restoreBackup } from '../../electron/jobs/backup/restore-backup'
import {
  bookName,
  fillBook,
  keys,
  makeBook,
  makeSandbox,
  never,
  quiet,
  type Sandbox,
  writeLink,
} from '../electron/jobs/backup/backup-fixture'
import { backUpThrough, bytesOf, proveOn, tidyUp } from '../support/drive-steps'
import { type DiskCall, faultDisk, systemError } from '../support/fault-disk'
import { tally } from '../support/damage'

const codes = ['ENOSPC', 'EIO', 'EBUSY', 'EACCES'] as const
const isAll = process.env.KEBU_FAULTS === 'all'
const uid = '0198f1a0-0000-7000-a000-000000000001'

/** Every call with every code, or in the gate every third call with the codes in turn. */
function* everyFault(calls: number) {
  for (let k = 1; k <= calls; k += isAll ? 1 : 3)
    for (const code of isAll ? codes : [codes[k % codes.length] ?? 'EIO']) yield { k, code }
}

const failAt = (k: number, code: string) =>
  faultDisk({ fault: ({ number }) => (number === k ? systemError(code) : null) })

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

/** A full one and a link on the drive, and changes since. */
async function makeChain(): Promise<{ full: string; link: string }> {
  const full = await writeLink(book, sandbox, 'a.kebubak')
  fillBook(book, 5, 'first')
  const link = await writeLink(book, sandbox, 'b.kebubak', {
    kind: 'incremental',
    parentPath: full,
  })
  fillBook(book, 5, 'second')
  return { full, link }
}

/** The database to the last byte, and no file beside it that was not there; SQLite's own two come and go. */
function stateOf(work: string) {
  const { 'book.db': database, ...others } = bytesOf(work)
  return { database, others: Object.keys(others).filter((name) => !/-(wal|shm)$/.test(name)) }
}

const namesOf = (folder: string) => readdirSync(folder).sort()

describe.each(['full', 'incremental'] as const)('a %s backup whose k-th call fails', (kind) => {
  it('leaves older ones and the book as they were, and no name without proof, for every k', async () => {
    const { link } = await makeChain()
    const parentPath = kind === 'full' ? null : link
    const order = { book, sandbox, name: 'new.kebubak', parentPath, uid }
    const untouched = faultDisk({ fault: () => null })
    const made = await backUpThrough(order, untouched.fileSystem)
    rmSync(made)
    const [drive, work] = [bytesOf(sandbox.drive), stateOf(sandbox.work)]
    let failures = 0
    for (const { k, code } of everyFault(untouched.calls())) {
      const failed = await backUpThrough(order, failAt(k, code).fileSystem).then(
        () => false,
        () => true,
      )
      if (failed) failures += 1
      const isNamed = namesOf(sandbox.drive).includes('new.kebubak')
      expect(failed || isNamed).toBe(true)
      if (isNamed) {
        await proveOn(sandbox, made)
        rmSync(made)
      }
      await tidyUp(sandbox)
      expect({ k, code, drive: bytesOf(sandbox.drive) }).toEqual({ k, code, drive })
      expect({ k, code, work: stateOf(sandbox.work) }).toEqual({ k, code, work })
    }
    expect(failures).toBeGreaterThan(10)
    await proveOn(sandbox, link)
    // The same disk without a fault: nothing of all this kept the next one from being made.
    expect(await backUpThrough(order, untouched.fileSystem)).toBe(made)
  })
})

describe('a drive that loses the second half of a write and says that all went well', () => {
  const isBackupWrite = ({ name, path, bytes }: DiskCall) =>
    name === 'write' && path.endsWith('.partial') && bytes > 1
  /** Lies at the n-th write to the drive. */
  const lieAt = (n: number) => {
    let writes = 0
    const fault = (call: DiskCall) => (isBackupWrite(call) && ++writes === n ? 'lie' : null)
    return { ...faultDisk({ fault }), writes: () => writes }
  }

  it.each(['full', 'incremental'] as const)(
    'is caught by the proof of a %s one at every write; without the proof it would not be',
    async (kind) => {
      const { link } = await makeChain()
      const parentPath = kind === 'full' ? null : link
      const order = { book, sandbox, name: 'new.kebubak', parentPath, uid }
      const before = namesOf(sandbox.drive)
      const outcomes: string[] = []
      const unproven: string[] = []
      for (let n = 1; ; n++) {
        const disk = lieAt(n)
        const outcome = await backUpThrough(order, disk.fileSystem).catch(
          (error: unknown) => toErrorShape(error).code,
        )
        if (disk.writes() < n) break
        outcomes.push(outcome)
        await tidyUp(sandbox)
        // A cut-off manifest names no book, so that such a partial file may stay, without ever being taken for a backup.
        for (const name of namesOf(sandbox.drive).filter((found) => found.endsWith('.partial')))
          rmSync(join(sandbox.drive, name))
        expect(namesOf(sandbox.drive)).toEqual(before)
        const trusting = await backUpThrough(order, lieAt(n).fileSystem, { isProven: false }).then(
          () => 'named',
          () => 'refused',
        )
        unproven.push(trusting)
        rmSync(join(sandbox.drive, 'new.kebubak'), { force: true })
        await tidyUp(sandbox)
      }
      expect(outcomes.length).toBeGreaterThan(5)
      expect(outcomes.filter((outcome) => !outcome.startsWith('backups.'))).toEqual([])
      expect(tally(unproven).named).toBeGreaterThan(1)
    },
  )
})

describe('a restore of a chain whose k-th call fails', () => {
  it('leaves the old book or the new one complete under its name, for every k', async () => {
    const { link } = await makeChain()
    const drive = bytesOf(sandbox.drive)
    const home = join(sandbox.root, 'home')
    const bookFolder = join(home, `${bookName}.kebu`)
    const setUp = () => {
      rmSync(home, { recursive: true, force: true })
      mkdirSync(bookFolder, { recursive: true })
      writeFileSync(join(bookFolder, 'mine.txt'), 'old')
    }
    const restore = async ({ fileSystem }: ReturnType<typeof faultDisk>) => {
      const input = { path: link, folder: home, keys: keys() }
      return putInPlace(await restoreBackup(input, quiet, never(), fileSystem), 0, fileSystem)
    }
    setUp()
    const untouched = faultDisk({ fault: () => null })
    await restore(untouched)
    const outcomes: string[] = []
    for (const { k, code } of everyFault(untouched.calls())) {
      setUp()
      const failed = await restore(failAt(k, code)).then(
        () => false,
        () => true,
      )
      const here = bytesOf(home)
      // An empty WAL and the shared memory of our own look at the copy say nothing to SQLite.
      const isThere = (name: string) =>
        name.startsWith(`${bookName}.kebu/`) && here[name] !== '' && !name.endsWith('-shm')
      const inPlace = Object.keys(here).filter(isThere)
      const kept = Object.keys(here).filter((name) => name.endsWith('/mine.txt'))
      const wanted = failed ? ['mine.txt'] : ['book.db', 'vault.json']
      expect({ k, code, inPlace }).toEqual({
        ...{ k, code },
        inPlace: wanted.map((name) => join(`${bookName}.kebu`, name)),
      })
      expect({ k, kept: kept.length }).toEqual({ k, kept: 1 })
      // What could not be taken away goes with the next restore.
      await removeOwnFolder(await makeOwnFolder(home, 'restore', diskFileSystem), diskFileSystem)
      const strays = readdirSync(home).filter((name) => name.startsWith('.kebu-restore-'))
      expect({ k, strays }).toEqual({ k, strays: [] })
      outcomes.push(failed ? 'old' : 'new')
    }
    expect(bytesOf(sandbox.drive)).toEqual(drive)
    expect(tally(outcomes).old).toBeGreaterThan(10)
  })
})
