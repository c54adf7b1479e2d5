import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import { restoreBook } from '../../../../electron/services/backup/restore-book'
import { verifyBackup } from '../../../../electron/services/backup/verify-backup'
import { makeBook, password, type Program, startProgram } from '../../../support/program'

describe('backups that build on each other', { timeout: 60_000 }, () => {
  let program: Program
  let drive: string
  let names: string[]
  beforeEach(async () => {
    program = startProgram()
    drive = join(program.root, 'drive')
    mkdirSync(drive)
    await makeBook(program)
    names = []
    await add('云杉示例纸业')
  })
  afterEach(() => program.close())

  const add = async (name: string) => {
    names.push(name)
    await program.ask('customers.create', { kind: 'company', name })
  }
  const backUp = (kind?: 'auto' | 'full' | 'differential') =>
    createBackup(program.services, { jobId: randomUUID(), folder: drive, ...(kind && { kind }) })
  const fileOf = ({ fileName }: BackupRecord) => join(drive, fileName)
  const secret = () => ({ userUid: program.vault.state().session?.uid ?? null, secret: password })
  const verify = (record: BackupRecord) => {
    const input = { jobId: randomUUID(), path: fileOf(record), secret: secret() }
    return verifyBackup(program.services, input)
  }
  const listed = async () =>
    ((await program.ask('backups.list', {})) as { backups: BackupRecord[] }).backups
  const flip = (record: BackupRecord) => {
    const bytes = readFileSync(fileOf(record))
    const at = bytes.indexOf('PAGE') + 5000
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(fileOf(record), bytes)
  }

  it('are full at first, then incremental, and restore as the last one', async () => {
    const first = await backUp()
    await add('黑松示例货运')
    const second = await backUp()
    await add('红枫示例食品')
    const third = await backUp()
    expect([first, second, third].map(({ kind }) => kind)).toEqual([
      ...['full', 'incremental', 'incremental'],
    ])
    expect([second.parentUid, third.parentUid]).toEqual([first.uid, second.uid])
    expect(third.bytes).toBeLessThan(first.bytes / 2)
    expect(statSync(fileOf(third)).size).toBe(third.bytes)
    expect(await listed()).toEqual([third, second, first])
    const input = { path: fileOf(third), folder: program.vault.folder(), secret: secret() }
    await restoreBook(program.services, { jobId: randomUUID(), ...input })
    const list = await program.ask('customers.list', { filter: {}, offset: 0, limit: 50 })
    const rows = (list as { rows: { name: string }[] }).rows
    expect(rows.map(({ name }) => name).sort()).toEqual([...names].sort())
  })

  it('are full when asked, and differential ones stand on the last full one', async () => {
    const first = await backUp()
    await backUp()
    const differential = await backUp('differential')
    expect(differential).toMatchObject({ kind: 'differential', parentUid: first.uid })
    expect(await backUp('full')).toMatchObject({ kind: 'full', parentUid: null })
    expect(await verify(differential)).toMatchObject({ customer: 1 })
  })

  it('are full again in another folder and when the chain has a gap', async () => {
    const first = await backUp()
    const second = await backUp()
    rmSync(fileOf(first))
    await expect(verify(second)).rejects.toMatchObject({
      code: 'backups.chain-incomplete',
      details: { missing: 1 },
    })
    expect((await listed()).map(({ chainComplete }) => chainComplete)).toEqual([false, false])
    expect((await backUp()).kind).toBe('full')
    const input = { jobId: randomUUID(), folder: join(program.root, 'other') }
    mkdirSync(input.folder)
    expect((await createBackup(program.services, input)).kind).toBe('full')
  })

  it('are full again when an old file turns out damaged in the proof, which is never a wrong password', async () => {
    const first = await backUp()
    const second = await backUp()
    flip(first)
    await expect(verify(second)).rejects.toMatchObject({ code: 'backups.damaged' })
    const third = await backUp()
    expect(third.kind).toBe('full')
    expect(await verify(third)).toMatchObject({ customer: 1 })
  })

  it('are full again after a new data key', async () => {
    await backUp()
    expect((await backUp()).kind).toBe('incremental')
    await program.rotate(drive)
    await add('白桦示例设备')
    const after = await backUp()
    expect(after.kind).toBe('full')
    expect((await backUp()).kind).toBe('incremental')
    expect(await verify(after)).toMatchObject({ customer: 2 })
  })
})
