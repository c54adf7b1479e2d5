import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import { rotateBackups } from '../../../../electron/services/backup/rotation'
import { makeBook, type Program, startProgram } from '../../../support/program'
import * as jobs from '../../jobs/backup/backup-fixture'

const now = new Date(2026, 10, 22, 9, 30).getTime()
const hour = 3_600_000

describe('rotation in a folder', { timeout: 60_000 }, () => {
  let program: Program
  let folder: string
  beforeEach(async () => {
    program = startProgram()
    folder = join(program.root, 'drive')
    mkdirSync(folder)
    await makeBook(program)
  })
  afterEach(() => program.close())

  const backUp = (hoursAgo: number) =>
    createBackup(
      { ...program.services, clock: () => now - hoursAgo * hour },
      { jobId: randomUUID(), folder, kind: 'full' },
    )

  it('removes what the plan lets go, and nothing that is not a proven backup of this book', async () => {
    const first = await backUp(3)
    const unknown = await backUp(2)
    const newest = await backUp(1)
    writeFileSync(join(folder, 'notes.txt'), 'x')
    writeFileSync(join(folder, 'broken.kebubak'), 'x')
    const { vaultId } = program.vault.header()
    const input = { folder, vaultId, newestUid: newest.uid, now }
    const provenUids = new Set([first.uid, newest.uid])

    expect(await rotateBackups({ ...input, vaultId: randomUUID(), provenUids })).toBe(0)
    expect(await rotateBackups({ ...input, newestUid: randomUUID(), provenUids })).toBe(0)
    expect(readdirSync(folder)).toHaveLength(5)
    expect(await rotateBackups({ ...input, provenUids })).toBe(1)
    expect(readdirSync(folder).sort()).toEqual(
      ['notes.txt', 'broken.kebubak', unknown.fileName, newest.fileName].sort(),
    )
    expect(await rotateBackups({ ...input, provenUids })).toBe(0)
  })
})

describe('rotation of backups in parts', () => {
  it('takes all parts of one, or leaves it whole', async () => {
    const sandbox = jobs.makeSandbox()
    const book = jobs.makeBook(sandbox, 300)
    const uids = ['a', 'b', 'c'].map((end) => `0198f1a0-0000-7000-9000-00000000000${end}`)
    for (const [index, backupUid] of uids.entries())
      await jobs.writeLink(book, sandbox, `${index}.kebubak`, {
        ...{ backupUid, createdAt: now - (9 - index) * hour },
        fileSystem: jobs.shortFiles(60_000),
      })
    book.close()
    const input = { folder: sandbox.drive, vaultId: jobs.vaultId, now, newestUid: uids[2] ?? '' }
    const names = () => readdirSync(sandbox.drive)
    const before = names().length
    // A part is gone: nothing is known that would let it go.
    renameSync(join(sandbox.drive, '0.part2.kebubak'), join(sandbox.root, 'away'))
    expect(await rotateBackups({ ...input, provenUids: new Set(uids) })).toBe(1)
    expect(names().filter((name) => name.startsWith('1.'))).toEqual([])
    expect(names()).toHaveLength((before / 3) * 2 - 1)
    renameSync(join(sandbox.root, 'away'), join(sandbox.drive, '0.part2.kebubak'))
    expect(await rotateBackups({ ...input, provenUids: new Set(uids) })).toBe(1)
    expect(names()).toHaveLength(before / 3)
    sandbox.remove()
  })
})
