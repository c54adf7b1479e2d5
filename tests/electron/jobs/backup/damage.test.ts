import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import type { AppError } from '@shared/core/errors'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createByteReader } from '../../../../electron/jobs/backup/byte-reader'
import type { FileSystem, OpenFile } from '../../../../electron/jobs/backup/file-system'
import { diskFileSystem } from '../../../../electron/jobs/backup/file-system'
import { headBytes, runBytes, tailBytes } from '../../../../electron/jobs/backup/format'
import { readFront } from '../../../../electron/jobs/backup/front'
import { proveBackup } from '../../../../electron/jobs/backup/prove-backup'
import { readPages } from '../../../../electron/jobs/backup/read-pages'
import {
  backUp,
  keys,
  macKey,
  makeBook,
  makeSandbox,
  never,
  quiet,
  type Sandbox,
  writeCopy,
} from './backup-fixture'

/** A file in memory, so that thousands of broken copies cost nothing. */
function fileOf(bytes: Buffer): OpenFile {
  const nothing = () => Promise.resolve()
  return {
    read: (into, offset, length, position) =>
      Promise.resolve(bytes.copy(into, offset, position, position + length)),
    write: nothing,
    size: () => Promise.resolve(bytes.length),
    sync: nothing,
    close: nothing,
  }
}

/** Reads all of a file without opening the database in it; answers the code of the refusal, or `whole`. */
async function verdictOf(bytes: Buffer, key: Buffer | null = macKey()): Promise<string> {
  const reader = createByteReader(fileOf(bytes))
  try {
    const { manifest } = await readFront(reader, bytes.length)
    await readPages({
      reader,
      manifest,
      size: bytes.length,
      macKey: key,
      onPages: () => Promise.resolve(),
      report: quiet,
      signal: never(),
    })
    return 'whole'
  } catch (error) {
    return (error as AppError).code
  }
}

function flipped(bytes: Buffer, offset: number, bit: number): Buffer {
  const copy = Buffer.from(bytes)
  copy.writeUInt8(copy.readUInt8(offset) ^ (1 << bit), offset)
  return copy
}

describe('a damaged backup', { timeout: 60_000 }, () => {
  let sandbox: Sandbox
  let whole: Buffer
  beforeAll(async () => {
    sandbox = makeSandbox()
    const book = makeBook(sandbox)
    whole = readFileSync(await backUp(book, sandbox))
    book.close()
  })
  afterAll(() => sandbox.remove())

  it('is told from a whole one (control)', async () => {
    expect(await verdictOf(whole)).toBe('whole')
    expect(await verdictOf(whole, null)).toBe('whole')
    expect(whole.length).toBeLessThan(runBytes)
  })

  it('is refused as damaged for every flipped bit before the pages and behind them', async () => {
    const front = whole.indexOf('PAGE') + 24
    const back = whole.indexOf('HASH')
    const offsets = [...whole.keys()].filter((offset) => offset < front || offset >= back)
    for (const offset of offsets) {
      const verdict = await verdictOf(flipped(whole, offset, offset % 8))
      expect(`${offset} ${verdict}`).toBe(`${offset} backups.damaged`)
    }
  })

  it('is refused as damaged for a flipped bit anywhere, with or without the key', async () => {
    const anyOffset = fc.nat({ max: whole.length - 1 })
    const anyBit = fc.nat({ max: 7 })
    await fc.assert(
      fc.asyncProperty(anyOffset, anyBit, async (offset, bit) => {
        expect(await verdictOf(flipped(whole, offset, bit), null)).toBe('backups.damaged')
      }),
      { numRuns: 1000 },
    )
  })

  it('is refused as damaged when it was cut off anywhere', async () => {
    const lengths = fc.nat({ max: whole.length - 1 })
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        expect(await verdictOf(whole.subarray(0, length))).toBe('backups.damaged')
      }),
      { numRuns: 500 },
    )
    for (const length of [0, 1, headBytes - 1, headBytes, whole.length - tailBytes])
      expect(await verdictOf(whole.subarray(0, length))).toBe('backups.damaged')
  })

  it('is refused as damaged when bytes were added or two places were swapped', async () => {
    expect(await verdictOf(Buffer.concat([whole, Buffer.alloc(1)]))).toBe('backups.damaged')
    const swapped = Buffer.from(whole)
    const pages = whole.indexOf('PAGE') + 24
    whole.copy(swapped, pages, pages + 4096, pages + 8192)
    whole.copy(swapped, pages + 4096, pages, pages + 4096)
    expect(await verdictOf(swapped)).toBe('backups.damaged')
  })

  it('is refused although every hash was made to fit, because nobody else has the key', async () => {
    const forged = Buffer.from(whole)
    const manifestAt = headBytes + 16
    const manifestEnd = headBytes + 16 + Number(whole.readBigUInt64LE(headBytes + 8))
    const text = whole.toString('utf8', manifestAt, manifestEnd)
    forged.write(text.replace('"createdAt":1', '"createdAt":2'), manifestAt)
    const sha = (end: number, from = 0) =>
      createHash('sha256').update(forged.subarray(from, end)).digest()
    sha(manifestEnd, headBytes).copy(forged, manifestEnd)
    sha(whole.length - tailBytes).copy(forged, whole.length - tailBytes)
    expect(await verdictOf(forged, null)).toBe('whole')
    expect(await verdictOf(forged)).toBe('backups.damaged')
  })

  it('is never called a wrong password, also on the whole way', async () => {
    const pages = whole.indexOf('PAGE') + 24
    for (const offset of [headBytes + 40, pages + 5000, whole.length - 60]) {
      const path = writeCopy(join(sandbox.root, 'broken.kebubak'), flipped(whole, offset, 3))
      const proof = proveBackup({ path, workFolder: sandbox.work, keys: keys() }, quiet, never())
      await expect(proof).rejects.toMatchObject({ code: 'backups.damaged' })
    }
  })
})

describe('a file that is no backup of this version', () => {
  it('is called foreign when it never was one', async () => {
    expect(await verdictOf(Buffer.from('name,phone\n示例,138 0000 0001\n'.repeat(50)))).toBe(
      'backups.not-a-backup',
    )
    expect(await verdictOf(Buffer.from('x'))).toBe('backups.not-a-backup')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 8, maxLength: 400 }), async (bytes) => {
        expect(await verdictOf(Buffer.from(bytes))).toBe('backups.not-a-backup')
      }),
    )
  })

  it('is called newer when its head says so and its check agrees', async () => {
    const sandbox = makeSandbox()
    const book = makeBook(sandbox)
    const bytes = readFileSync(await backUp(book, sandbox))
    book.close()
    sandbox.remove()
    bytes.writeUInt16LE(2, 8)
    expect(await verdictOf(bytes)).toBe('backups.damaged')
    createHash('sha256').update(bytes.subarray(0, 16)).digest().copy(bytes, 16, 0, 16)
    expect(await verdictOf(bytes)).toBe('backups.newer-format')
  })

  it('is called unreadable when the drive does not give it', async () => {
    const broken: FileSystem = {
      ...diskFileSystem,
      openRead: () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' })),
    }
    const sandbox = makeSandbox()
    const input = { path: 'x', workFolder: sandbox.work, keys: keys() }
    await expect(proveBackup(input, quiet, never(), broken)).rejects.toMatchObject({
      code: 'core.file-not-readable',
    })
    sandbox.remove()
  })
})
