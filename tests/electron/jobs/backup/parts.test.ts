import { createHash } from 'node:crypto'
import {
  copyFileSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { diskFileSystem, type FileSystem } from '../../../../electron/jobs/backup/file-system'
import { headBytes, tailBytes } from '../../../../electron/jobs/backup/format'
import { listLinks, readLink } from '../../../../electron/jobs/backup/parts'
import { proveBackup } from '../../../../electron/jobs/backup/prove-backup'
import {
  dumpOf,
  dumpOfBackup,
  fillBook,
  keys,
  makeBook,
  makeSandbox,
  never,
  quiet,
  type Sandbox,
  shortFiles,
  writeLink,
} from './backup-fixture'

const partBytes = 60_000

describe('a backup in parts', { timeout: 60_000 }, () => {
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

  const drive = (name: string) => join(sandbox.drive, name)
  const onDrive = () => readdirSync(sandbox.drive).sort()
  const prove = (path: string) =>
    proveBackup({ path, workFolder: sandbox.work, keys: keys() }, quiet, never())
  const write = (name: string, options: Parameters<typeof writeLink>[3] = {}) =>
    writeLink(book, sandbox, name, { fileSystem: shortFiles(partBytes), ...options })

  it('comes back row for row, no file longer than the drive takes, and is listed once', async () => {
    const path = await write('a.kebubak')
    const names = onDrive()
    expect(names.length).toBeGreaterThan(3)
    expect(names[0]).toBe('a.kebubak')
    expect(names).toContain('a.part2.kebubak')
    for (const name of names) expect(statSync(drive(name)).size).toBeLessThanOrEqual(partBytes)
    expect(await dumpOfBackup(path, sandbox)).toBe(dumpOf(book.raw))
    const links = await listLinks(sandbox.drive)
    expect(links.map((link) => [link.path, link.parts.length])).toEqual([[path, names.length]])
    const sizes = names.map((name) => statSync(drive(name)).size)
    expect(links[0]?.bytes).toBe(sizes.reduce((sum, size) => sum + size, 0))
  })

  it('is whole for every length of its parts', async () => {
    const dump = dumpOf(book.raw)
    for (let bytes = 14_000; bytes < 40_000; bytes += 1733) {
      const path = await write('a.kebubak', { fileSystem: shortFiles(bytes) })
      for (const name of onDrive()) expect(statSync(drive(name)).size).toBeLessThanOrEqual(bytes)
      expect((await dumpOfBackup(path, sandbox)) === dump).toBe(true)
      for (const name of onDrive()) rmSync(drive(name))
    }
  })

  it('is opened by any of its parts, whatever they are called', async () => {
    await write('a.kebubak')
    renameSync(drive('a.kebubak'), drive('z.kebubak'))
    renameSync(drive('a.part3.kebubak'), drive('holiday.kebubak'))
    const dump = dumpOf(book.raw)
    for (const name of ['z.kebubak', 'a.part2.kebubak', 'holiday.kebubak'])
      expect((await dumpOfBackup(drive(name), sandbox)) === dump).toBe(true)
    expect((await readLink(drive('a.part2.kebubak'))).path).toBe(drive('z.kebubak'))
  })

  it('carries links in parts, on parents in parts', async () => {
    const full = await write('1.kebubak')
    fillBook(book, 900, 'much')
    const middle = await write('2.kebubak', { kind: 'incremental', parentPath: full })
    const dump = dumpOf(book.raw)
    fillBook(book, 3, 'few')
    const last = await write('3.kebubak', { kind: 'incremental', parentPath: middle })
    expect((await readLink(middle)).parts.length).toBeGreaterThan(2)
    expect((await dumpOfBackup(middle, sandbox)) === dump).toBe(true)
    expect((await dumpOfBackup(last, sandbox)) === dumpOf(book.raw)).toBe(true)
    rmSync(drive('1.part2.kebubak'))
    rmSync(drive('2.part3.kebubak'))
    await expect(prove(last)).rejects.toMatchObject({
      code: 'backups.chain-incomplete',
      details: { missing: 2, fileNames: ['1.part2.kebubak', '2.part3.kebubak'] },
    })
  })

  it('names a missing part, the first one too', async () => {
    const path = await write('a.kebubak')
    rmSync(drive('a.part2.kebubak'))
    await expect(prove(path)).rejects.toMatchObject({
      code: 'backups.chain-incomplete',
      details: { missing: 1, fileNames: ['a.part2.kebubak'] },
    })
    rmSync(path)
    expect((await readLink(drive('a.part3.kebubak'))).missing).toEqual([
      ...['a.kebubak', 'a.part2.kebubak'],
    ])
    expect(await listLinks(sandbox.drive)).toEqual([])
  })

  it('is refused as damaged for a flipped bit or a cut in any part', async () => {
    const path = await write('a.kebubak')
    for (const name of onDrive()) {
      const bytes = readFileSync(drive(name))
      const places = [10, 60, bytes.indexOf('VHDR') + 20, bytes.indexOf('PAGE') + 3000]
      for (const at of [...places, bytes.length - 60, bytes.length - 20]) {
        const broken = Buffer.from(bytes)
        broken.writeUInt8(broken.readUInt8(at) ^ 4, at)
        writeFileSync(drive(name), broken)
        await expect(prove(path)).rejects.toMatchObject({ code: 'backups.damaged' })
      }
      for (const length of [0, 20, 500, bytes.length - 1]) {
        writeFileSync(drive(name), bytes.subarray(0, length))
        await expect(prove(path)).rejects.toMatchObject({ code: 'backups.damaged' })
      }
      writeFileSync(drive(name), bytes)
    }
    // Control: as they were they pass.
    expect((await prove(path)).kind).toBe('full')
  })

  it('takes no part of another backup, not even of one that calls itself the same', async () => {
    const path = await write('a.kebubak')
    const { manifest } = await readLink(path)
    fillBook(book, 1, 'other')
    await write('b.kebubak')
    copyFileSync(drive('b.part2.kebubak'), drive('a.part2.kebubak'))
    await expect(prove(path)).rejects.toMatchObject({ code: 'backups.chain-incomplete' })
    await write('c.kebubak', { backupUid: manifest.backupUid })
    for (const name of onDrive().filter((one) => one.startsWith('b'))) rmSync(drive(name))
    copyFileSync(drive('c.part2.kebubak'), drive('a.part2.kebubak'))
    await expect(prove(path)).rejects.toMatchObject({ code: 'backups.damaged' })
    // Control: the impostor in itself is whole.
    expect((await prove(drive('c.kebubak'))).backupUid).toBe(manifest.backupUid)
  })

  it('is refused when parts changed places although all their checks were made to fit', async () => {
    const path = await write('a.kebubak')
    const [second, third] = [drive('a.part2.kebubak'), drive('a.part3.kebubak')]
    const [asThird, asSecond] = [renumbered(second, 3), renumbered(third, 2)]
    writeFileSync(second, asSecond)
    writeFileSync(third, asThird)
    expect((await readLink(path)).missing).toEqual([])
    await expect(prove(path)).rejects.toMatchObject({ code: 'backups.damaged' })
  })

  it('is chosen when the drive refuses a longer file, as some say only then', async () => {
    fillBook(book, 10_000, 'much')
    const limit = 1_500_000
    const path = await write('a.kebubak', { fileSystem: refusingBeyond(limit) })
    expect((await readLink(path)).parts.length).toBeGreaterThan(2)
    for (const name of onDrive()) expect(statSync(drive(name)).size).toBeLessThanOrEqual(limit)
    expect(await dumpOfBackup(path, sandbox)).toBe(dumpOf(book.raw))
  })

  it('is not begun where a file could not even hold a page', async () => {
    const tiny = shortFiles(3000)
    await expect(write('a.kebubak', { fileSystem: tiny })).rejects.toMatchObject({
      code: 'backups.target-too-small',
    })
    expect(onDrive()).toEqual([])
  })
})

/** A part whose manifest says another number, with its checks made anew. */
function renumbered(path: string, part: number): Buffer {
  const bytes = Buffer.from(readFileSync(path))
  const end = headBytes + 16 + Number(bytes.readBigUInt64LE(headBytes + 8))
  const text = bytes.toString('utf8', headBytes + 16, end)
  bytes.write(text.replace(/"part":\d/, `"part":${part}`), headBytes + 16)
  const sha = (from: number, to: number) =>
    createHash('sha256').update(bytes.subarray(from, to)).digest()
  sha(headBytes, end).copy(bytes, end)
  sha(0, bytes.length - tailBytes).copy(bytes, bytes.length - tailBytes)
  return bytes
}

/** The real disk, on which no file grows beyond a limit that it tells nobody. */
function refusingBeyond(limit: number): FileSystem {
  return {
    ...diskFileSystem,
    create: async (path) => {
      const file = await diskFileSystem.create(path)
      return {
        ...file,
        write: (buffer, position) =>
          position + buffer.length > limit
            ? Promise.reject(Object.assign(new Error('too long'), { code: 'EFBIG' }))
            : file.write(buffer, position),
      }
    },
  }
}
