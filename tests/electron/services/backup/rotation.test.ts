import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import { rotateBackups } from '../../../../electron/services/backup/rotation'
import { makeBook, type Program, startProgram } from '../../../support/program'

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
