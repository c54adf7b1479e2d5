import { copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Book } from '@db/handles'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findChain } from '../../../../electron/jobs/backup/chain'
import { findParent } from '../../../../electron/jobs/backup/find-parent'
import { backupKeyId } from '../../../../electron/jobs/backup/format'
import { inspectBackup } from '../../../../electron/jobs/backup/inspect-backup'
import { proveBackup } from '../../../../electron/jobs/backup/prove-backup'
import {
  backUp,
  dumpOf,
  dumpOfBackup,
  fillBook,
  keys,
  macKey,
  makeBook,
  makeSandbox,
  never,
  quiet,
  type Sandbox,
  vaultId,
  writeLink,
} from './backup-fixture'

describe('a chain of backups', { timeout: 60_000 }, () => {
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

  const prove = (path: string) =>
    proveBackup({ path, workFolder: sandbox.work, keys: keys() }, quiet, never())
  const drive = (name: string) => join(sandbox.drive, name)

  /** full ← incremental ← incremental, each after a change; answers paths and dumps. */
  async function makeChain() {
    const chain: { path: string; dump: string }[] = []
    for (const name of ['1', '2', '3']) {
      fillBook(book, 3, `step-${name}`)
      const parentPath = chain.at(-1)?.path ?? null
      const kind = parentPath ? 'incremental' : 'full'
      const path = await writeLink(book, sandbox, `${name}.kebubak`, { kind, parentPath })
      chain.push({ path, dump: dumpOf(book.raw) })
    }
    const [full, middle, last] = chain
    if (!full || !middle || !last) throw new Error('chain')
    return { full, middle, last }
  }

  it('comes back row for row at each link, and a link is small', async () => {
    const { full, middle, last } = await makeChain()
    for (const { path, dump } of [full, middle, last])
      expect(await dumpOfBackup(path, sandbox)).toBe(dump)
    expect(last.dump).not.toBe(middle.dump)
    expect(statSync(last.path).size).toBeLessThan(statSync(full.path).size / 4)
  })

  it('a differential one needs the full one alone', async () => {
    const { full, middle } = await makeChain()
    const options = { kind: 'differential', parentPath: full.path } as const
    const path = await writeLink(book, sandbox, 'd.kebubak', options)
    rmSync(middle.path)
    expect(await dumpOfBackup(path, sandbox)).toBe(dumpOf(book.raw))
  })

  it('holds a database that grew and one that shrank', async () => {
    const { last } = await makeChain()
    fillBook(book, 2000, 'much')
    const grown = await writeLink(book, sandbox, '4.kebubak', {
      ...{ kind: 'incremental', parentPath: last.path },
    })
    const grownDump = dumpOf(book.raw)
    book.raw.exec(`DELETE FROM setting WHERE key LIKE 'much%'; VACUUM`)
    const shrunk = await writeLink(book, sandbox, '5.kebubak', {
      ...{ kind: 'incremental', parentPath: grown },
    })
    expect(await dumpOfBackup(grown, sandbox)).toBe(grownDump)
    expect(await dumpOfBackup(shrunk, sandbox)).toBe(dumpOf(book.raw))
    const pages = async (path: string) => (await inspectBackup(path)).manifest.pageCount
    expect(await pages(shrunk)).toBeLessThan(await pages(grown))
  })

  it('finds its files by what they are when they were renamed', async () => {
    const { full, middle, last } = await makeChain()
    renameSync(full.path, drive('z.kebubak'))
    renameSync(middle.path, drive('1.kebubak'))
    expect(await dumpOfBackup(last.path, sandbox)).toBe(last.dump)
  })

  it('names the missing files', async () => {
    const { full, middle, last } = await makeChain()
    rmSync(full.path)
    expect((await findChain(last.path)).missing).toEqual(['1.kebubak'])
    rmSync(middle.path)
    await expect(prove(last.path)).rejects.toMatchObject({
      code: 'backups.chain-incomplete',
      details: { missing: 2, fileNames: ['1.kebubak', '2.kebubak'] },
    })
  })

  it('is refused as damaged for a flipped bit or a cut in any of its files', async () => {
    const { full, middle, last } = await makeChain()
    for (const { path } of [full, middle, last]) {
      const bytes = readFileSync(path)
      const places = [10, 60, 400, bytes.indexOf('VHDR') + 20, bytes.indexOf('PAGE') + 3000]
      for (const at of [...places, bytes.length - 200, bytes.length - 100]) {
        const broken = Buffer.from(bytes)
        broken.writeUInt8(broken.readUInt8(at) ^ 4, at)
        writeFileSync(path, broken)
        await expect(prove(last.path)).rejects.toMatchObject({ code: 'backups.damaged' })
      }
      for (const length of [0, 20, 500, bytes.length - 1]) {
        writeFileSync(path, bytes.subarray(0, length))
        await expect(prove(last.path)).rejects.toMatchObject({ code: 'backups.damaged' })
      }
      writeFileSync(path, bytes)
    }
    // Control: the same files as they were pass.
    expect((await prove(last.path)).rowCounts.setting).toBeGreaterThan(300)
  })

  it('takes no file of another book, and none that was made from another parent', async () => {
    const { full, middle, last } = await makeChain()
    const uid = (await inspectBackup(full.path)).manifest.backupUid
    fillBook(book, 1, 'other')
    const foreign = { vaultId: '0198f1a0-0000-7000-8000-00000000000f' }
    const other = await writeLink(book, sandbox, 'other.kebubak', foreign)
    copyFileSync(other, full.path)
    await expect(prove(last.path)).rejects.toMatchObject({ code: 'backups.chain-incomplete' })
    rmSync(other)
    rmSync(full.path)
    // The same identity with other pages: every check of its own holds, only the child knows better.
    const impostor = { backupUid: uid }
    await writeLink(book, sandbox, '1.kebubak', impostor)
    expect((await prove(full.path)).backupUid).toBe(uid)
    for (const { path } of [middle, last])
      await expect(prove(path)).rejects.toMatchObject({ code: 'backups.damaged' })
  })

  it('is refused when its files stand in for each other', async () => {
    const { middle, last } = await makeChain()
    const bytes = readFileSync(middle.path)
    const swapped = Buffer.from(readFileSync(last.path))
    writeFileSync(middle.path, swapped)
    await expect(prove(last.path)).rejects.toMatchObject({ code: 'backups.chain-incomplete' })
    writeFileSync(middle.path, bytes)
    expect((await prove(last.path)).kind).toBe('incremental')
  })

  describe('when the next backup looks for a parent', () => {
    const look = async (change: object = {}) => {
      const uids = (await findAll()).reverse()
      const common = { folder: sandbox.drive, vaultId, keyId: backupKeyId(macKey()) }
      return findParent({ ...common, uids, kind: 'incremental', ...change })
    }
    const findAll = async () => {
      const names = Array.from({ length: 9 }, (_, index) => `${index + 1}.kebubak`)
      const found = await Promise.all(
        names.map((name) => inspectBackup(drive(name)).catch(() => null)),
      )
      return found.flatMap((one) => (one ? [one.manifest.backupUid] : []))
    }

    it('offers the newest proven one with all that it needs', async () => {
      const { last } = await makeChain()
      const parent = await look()
      expect(parent?.path).toBe(last.path)
      expect(parent?.ancestors.map(({ fileName }) => fileName)).toEqual([
        ...['1.kebubak', '2.kebubak', '3.kebubak'],
      ])
      expect((await look({ kind: 'differential' }))?.ancestors).toHaveLength(1)
    })

    it('offers the full one for a differential one once seven links stand on it', async () => {
      const { full, last } = await makeChain()
      let path = last.path
      for (const name of ['4', '5', '6', '7']) {
        fillBook(book, 1, `step-${name}`)
        const link = { kind: 'incremental', parentPath: path } as const
        path = await writeLink(book, sandbox, `${name}.kebubak`, link)
      }
      expect(await look({ kind: 'auto' })).toMatchObject({ kind: 'incremental', path })
      fillBook(book, 1, 'step-8')
      const link = { kind: 'incremental', parentPath: path } as const
      await writeLink(book, sandbox, '8.kebubak', link)
      expect(await look({ kind: 'auto' })).toMatchObject({ kind: 'differential', path: full.path })
      expect((await look({ kind: 'auto' }))?.ancestors).toHaveLength(1)
    })

    it('offers none after a new data key, in a strange book, without proof or with a gap', async () => {
      const { full } = await makeChain()
      expect(await look({ keyId: '0'.repeat(32) })).toBeNull()
      expect(await look({ vaultId: '0198f1a0-0000-7000-8000-00000000000f' })).toBeNull()
      expect(await look({ uids: [] })).toBeNull()
      expect(await look({ folder: drive('gone') })).toBeNull()
      rmSync(full.path)
      expect(await look()).toBeNull()
    })

    it('offers none when the links weigh half of the full one', async () => {
      const { middle } = await makeChain()
      expect(await look()).not.toBeNull()
      fillBook(book, 3000, 'much')
      rmSync(drive('3.kebubak'))
      const heavy = { kind: 'incremental', parentPath: middle.path } as const
      await writeLink(book, sandbox, '3.kebubak', heavy)
      expect(await look()).toBeNull()
    })

    it('builds on no file of the time before chains, which still reads', async () => {
      const old = await backUp(book, sandbox, undefined, '1.kebubak')
      // The fields of chains were not written then.
      const manifest = readFileSync(old)
        .toString('utf8')
        .replace(/VHDR.*/s, '')
      expect(manifest).not.toMatch(/parentHashes|ancestors|keyId/)
      expect(await prove(old)).toMatchObject({ kind: 'full', ancestors: [], keyId: null })
      expect(await look()).toBeNull()
    })
  })
})
