import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { toErrorShape } from '@shared/core/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  fillBook,
  makeBook,
  makeSandbox,
  type Sandbox,
  writeLink,
} from '../electron/jobs/backup/backup-fixture'
import { backUpThrough, bytesOf, proveOn, tidyUp } from '../support/drive-steps'
import { type DiskCall, faultDisk, systemError } from '../support/fault-disk'

const step = 64 * 1024
/** KEBU_FAULTS=all pulls at every step, the gate at every fourth. */
const stride = process.env.KEBU_FAULTS === 'all' ? 1 : 4
const uid = '0198f1a0-0000-7000-a000-000000000002'

let sandbox: Sandbox
let book: Book
beforeEach(() => {
  sandbox = makeSandbox()
  book = makeBook(sandbox)
  const insert = book.raw.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)')
  // Enough pages for some dozens of steps.
  book.raw.transaction(() => {
    for (let index = 0; index < 400; index++) insert.run(`filler-${index}`, '示例'.repeat(1500))
  })()
})
afterEach(() => {
  book.close()
  sandbox.remove()
})

/** A drive that is gone from the given byte on: then every call on it fails, also the tidying up. */
function pulledAt(byte: number, counted: 'read' | 'write', code: string, drive: string) {
  let done = 0
  let gone = false
  const fault = ({ name, path, bytes }: DiskCall) => {
    if (!path.startsWith(drive)) return null
    if (name === counted && path.endsWith('.partial')) {
      done += bytes
      gone ||= done > byte
    }
    return gone ? systemError(code) : null
  }
  return { ...faultDisk({ fault }), isGone: () => gone, done: () => done }
}

describe.each(['full', 'incremental'] as const)('a drive pulled out during a %s backup', (kind) => {
  it.each(['write', 'read'] as const)(
    'at every 64 KB of the %s: the last proven one stays good, what is left goes with the next',
    async (counted) => {
      const full = await writeLink(book, sandbox, 'a.kebubak')
      fillBook(book, 5, 'first')
      const last = await writeLink(book, sandbox, 'b.kebubak', {
        kind: 'incremental',
        parentPath: full,
      })
      book.raw.exec(`UPDATE setting SET value = value || '改' WHERE key LIKE 'filler-%'`)
      const parentPath = kind === 'full' ? null : last
      const order = { book, sandbox, name: 'new.kebubak', parentPath, uid }
      const before = bytesOf(sandbox.drive)
      const good = pulledAt(Infinity, counted, 'EIO', sandbox.drive)
      rmSync(await backUpThrough(order, good.fileSystem))
      const steps = Math.ceil(good.done() / step)
      expect(steps).toBeGreaterThan(20)
      for (let index = 0; index < steps; index += stride) {
        const code = (index / stride) % 2 === 0 ? 'ENODEV' : 'EIO'
        const disk = pulledAt(index * step, counted, code, sandbox.drive)
        const outcome = await backUpThrough(order, disk.fileSystem).then(
          () => 'made',
          (error: unknown) => toErrorShape(error).code,
        )
        expect({ index, isGone: disk.isGone() }).toEqual({ index, isGone: true })
        expect(outcome).toMatch(/^(backups\.target-gone|core\.file-not-readable)$/)
        // The drive is back: nothing has a name that was not proven.
        const names = readdirSync(sandbox.drive).filter((name) => !name.endsWith('.partial'))
        expect(names.sort()).toEqual(['a.kebubak', 'b.kebubak'])
        await tidyUp(sandbox)
        // Of a file in which not even the manifest stands nobody knows whose it is; it is smaller than one step.
        for (const name of readdirSync(sandbox.drive).filter((found) => !(found in before))) {
          expect(index).toBe(0)
          expect(statSync(join(sandbox.drive, name)).size).toBeLessThan(step)
          rmSync(join(sandbox.drive, name))
        }
        expect({ index, drive: bytesOf(sandbox.drive) }).toEqual({ index, drive: before })
      }
      await proveOn(sandbox, last)
      expect(await backUpThrough(order, good.fileSystem)).toContain('new.kebubak')
    },
  )
})

const canMount = process.platform === 'linux' && process.getuid?.() === 0

describe.skipIf(!canMount)('a real drive that is unmounted in the middle', () => {
  const mount = (image: string, at: string) =>
    execFileSync('mount', ['-o', 'loop', image, at], { stdio: 'ignore' })

  /** A file system in a file, if this machine lends loop devices; else null. */
  function makeDrive(at: string): { image: string; remove: () => void } | null {
    const folder = mkdtempSync(join(tmpdir(), 'kebu-loop-'))
    const image = join(folder, 'drive.img')
    try {
      execFileSync('truncate', ['-s', '32M', image])
      execFileSync('mkfs.ext4', ['-q', '-F', image], { stdio: 'ignore' })
      mount(image, at)
    } catch {
      rmSync(folder, { recursive: true })
      return null
    }
    const remove = () => {
      execFileSync('umount', ['-l', at])
      rmSync(folder, { recursive: true })
    }
    return { image, remove }
  }

  it('keeps the last proven backup, and takes the next one when it is back', async (context) => {
    const drive = makeDrive(sandbox.drive)
    if (!drive) return context.skip()
    try {
      const last = await writeLink(book, sandbox, 'a.kebubak')
      const order = { book, sandbox, name: 'new.kebubak', parentPath: null, uid }
      let written = 0
      const disk = faultDisk({
        fault: ({ name, path, bytes }) => {
          if (name === 'write' && path.endsWith('.partial')) written += bytes
          if (name === 'write' && written > step && written - bytes <= step)
            execFileSync('umount', ['-l', sandbox.drive])
          return null
        },
      })
      const outcome = await backUpThrough(order, disk.fileSystem).catch(
        (error: unknown) => toErrorShape(error).code,
      )
      expect(outcome).toMatch(/^(backups|core)\./)
      expect(readdirSync(sandbox.drive)).toEqual([])
      mount(drive.image, sandbox.drive)
      expect(readdirSync(sandbox.drive)).not.toContain('new.kebubak')
      await proveOn(sandbox, last)
      expect(await backUpThrough(order, faultDisk({ fault: () => null }).fileSystem)).toContain(
        'new.kebubak',
      )
      expect(readdirSync(sandbox.drive).filter((name) => name.endsWith('.partial'))).toEqual([])
    } finally {
      drive.remove()
    }
  })
})

describe('a drive that is not pulled out', () => {
  it('takes the same backup, so that the failures above are those of the drive', async () => {
    const order = { book, sandbox, name: 'new.kebubak', parentPath: null, uid }
    const disk = pulledAt(Infinity, 'write', 'EIO', sandbox.drive)
    await proveOn(sandbox, await backUpThrough(order, disk.fileSystem))
    expect(disk.isGone()).toBe(false)
  })
})
