import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Book } from '@db/handles'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gatherBackups, type Reading } from '../../../../electron/jobs/backup/gather-backups'
import { inspectBackup } from '../../../../electron/jobs/backup/inspect-backup'
import { listFolder } from '../../../../electron/jobs/backup/list-folder'
import {
  fillBook,
  makeBook,
  makeSandbox,
  never,
  quiet,
  type Sandbox,
  writeCopy,
  writeLink,
} from './backup-fixture'

describe('a folder full of backups', { timeout: 60_000 }, () => {
  let sandbox: Sandbox
  let book: Book
  let full = ''
  let link = ''
  beforeEach(async () => {
    sandbox = makeSandbox()
    book = makeBook(sandbox)
    full = await writeLink(book, sandbox, 'a.kebubak')
    fillBook(book, 5, 'later')
    link = await writeLink(book, sandbox, 'b.kebubak', { kind: 'incremental', parentPath: full })
  })
  afterEach(() => {
    book.close()
    sandbox.remove()
  })

  const list = () => listFolder({ folder: sandbox.drive }, quiet, never())
  const drive = (...names: string[]) => join(sandbox.drive, ...names)
  const missingOf = async (name: string) =>
    (await list()).backups.find(({ fileName }) => fileName === name)?.facts.missing

  it('is listed by what the manifests say, whole chains as whole', async () => {
    const { backups, unreadable, unread } = await list()
    expect(backups.map(({ fileName, facts }) => [fileName, facts.kind, facts.missing])).toEqual([
      ['a.kebubak', 'full', []],
      ['b.kebubak', 'incremental', []],
    ])
    expect(backups[0]).toMatchObject({
      folder: sandbox.drive,
      bytes: readFileSync(full).length,
      facts: { bookName: '晨禾示例商贸', customers: 0 },
    })
    expect([unreadable, unread]).toEqual([[], 0])
  })

  it('names the file that a link needs and does not have beside it', async () => {
    mkdirSync(drive('elsewhere'))
    copyFileSync(full, drive('elsewhere', 'a.kebubak'))
    rmSync(full)
    expect(await missingOf('b.kebubak')).toEqual(['a.kebubak'])
    copyFileSync(drive('elsewhere', 'a.kebubak'), drive('renamed.kebubak'))
    expect(await missingOf('b.kebubak')).toEqual([])
  })

  it('looks into the folders directly in it, not deeper, not into books and hidden ones', async () => {
    for (const folder of ['备份', '备份/deeper', '.hidden', '$RECYCLE.BIN', '示例.kebu']) {
      mkdirSync(drive(folder))
      copyFileSync(full, drive(folder, 'copy.kebubak'))
    }
    const { backups } = await list()
    const copies = backups.filter(({ fileName }) => fileName === 'copy.kebubak')
    expect(copies.map(({ folder }) => folder)).toEqual([drive('备份')])
  })

  it('hides no file that does not read, and says why', async () => {
    const bytes = readFileSync(full)
    const changed = Buffer.from(bytes)
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100)
    writeCopy(drive('changed.kebubak'), changed)
    writeCopy(drive('cut.kebubak'), bytes.subarray(0, bytes.length - 7))
    writeFileSync(drive('letter.kebubak'), '不是备份'.repeat(50))
    writeFileSync(drive('empty.kebubak'), '')
    writeFileSync(drive('notes.txt'), 'nothing')
    const { unreadable, backups } = await list()
    expect(backups).toHaveLength(2)
    expect(
      Object.fromEntries(unreadable.map(({ fileName, reason }) => [fileName, reason])),
    ).toEqual({
      'changed.kebubak': 'damaged',
      'cut.kebubak': 'damaged',
      'letter.kebubak': 'foreign',
      'empty.kebubak': 'damaged',
    })
    expect(await missingOf('b.kebubak')).toEqual([])
  })

  it('tells how far it is, and stops when it is cancelled', async () => {
    const reports: number[] = []
    const cancel = new AbortController()
    await listFolder({ folder: sandbox.drive }, ({ done }) => reports.push(done), never())
    expect(reports).toEqual([0, 1, 2])
    const stopped = listFolder({ folder: sandbox.drive }, () => cancel.abort(), cancel.signal)
    await expect(stopped).rejects.toMatchObject({ code: 'core.cancelled' })
  })

  it('that is not there any more is a drive that was pulled out', async () => {
    const gone = listFolder({ folder: drive('gone') }, quiet, never())
    await expect(gone).rejects.toMatchObject({ code: 'backups.target-gone' })
  })

  it('counts the parts of a split backup as one and names a part that is away', async () => {
    const { manifest } = await inspectBackup(link)
    const part = (number: number): Reading => ({
      path: drive(`c${number}`),
      fileName: number === 1 ? 'c.kebubak' : `c.part${number}.kebubak`,
      ...{ folder: sandbox.drive, bytes: 10 },
      manifest: { ...manifest, part: number, parts: 3, kind: 'full', ancestors: [] },
    })
    const seen = (...numbers: number[]) =>
      gatherBackups(numbers.map(part)).map(({ path, bytes, facts }) => ({
        ...{ name: basename(path), bytes, missing: facts.missing },
      }))
    expect(seen(2, 3, 1)).toEqual([{ name: 'c1', bytes: 30, missing: [] }])
    expect(seen(1, 3)).toEqual([{ name: 'c1', bytes: 20, missing: ['c.part2.kebubak'] }])
    expect(seen(3, 2)).toEqual([{ name: 'c2', bytes: 20, missing: ['c.kebubak'] }])
  })
})
