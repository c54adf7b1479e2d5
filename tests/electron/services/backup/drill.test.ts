import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BackupDrill } from '@shared/features/backups/backup-drill.schema'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import { rehearse } from '../../../../electron/services/backup/drill'
import { makeBook, type Program, startProgram } from '../../../support/program'
import { customerFieldsOf } from '../../../factories/customers'

let program: Program
let folder: string
const made: BackupRecord[] = []

beforeAll(async () => {
  program = startProgram()
  // The data process reads the computer's clock, and the two are compared here.
  program.services.clock = Date.now
  await makeBook(program)
  folder = join(program.root, 'drive')
  mkdirSync(folder)
  await addCustomer()
  made.unshift(await back())
  await addCustomer()
  made.unshift(await back())
})
afterAll(() => program.close())

const addCustomer = () => program.ask('customers.create', customerFieldsOf())
const back = () => createBackup(program.services, { jobId: randomUUID(), folder })
const run = (records: readonly BackupRecord[] = made) =>
  rehearse(
    { ...program.services, vault: program.vault },
    { jobId: randomUUID(), records, automatic: false },
  )
const state = () =>
  program.ask('backups.getDrill', {}) as Promise<{ last: BackupDrill | null; dueAt: number }>
const leftovers = () => readdirSync(program.root).filter((name) => name.startsWith('.kebu-'))

describe('a rehearsal of a restore (R094)', () => {
  it('brings the newest chain back, counts, walks the trail, remembers it and leaves nothing', async () => {
    const before = await state()
    expect(before.last).toBeNull()
    const drill = await run()
    expect(drill).toMatchObject({
      ...{ fileName: made[0]?.fileName, files: 2, customers: 2, failure: null, automatic: false },
    })
    expect(drill.auditEntries).toBeGreaterThan(3)
    const after = await state()
    expect(after.last).toEqual(drill)
    expect(after.dueAt).toBeGreaterThan(drill.at)
    expect(leftovers()).toEqual([])
    const { lines } = (await program.ask('audit.list', { limit: 1 })) as {
      lines: { route: string; subject: string | null }[]
    }
    expect(lines).toMatchObject([{ route: 'backups.drill', subject: 'result:passed' }])
  })

  it('says that a backup with one flipped bit does not come back', async () => {
    const path = join(folder, made[0]?.fileName ?? '')
    const whole = readFileSync(path)
    const hurt = Buffer.from(whole)
    const at = hurt.length - 200
    hurt[at] = (hurt[at] ?? 0) ^ 4
    writeFileSync(path, hurt)
    expect((await run()).failure).toBe('backups.damaged')
    expect((await state()).last?.failure).toBe('backups.damaged')
    expect(leftovers()).toEqual([])
    writeFileSync(path, whole)
    expect((await run()).failure).toBeNull()
  })

  it('takes the newest complete chain when a file of the newest one is missing', async () => {
    const extra = await createBackup(program.services, {
      ...{ jobId: randomUUID(), folder, kind: 'full' },
    })
    const [link, full] = made
    const records = [link, full, extra] as BackupRecord[]
    const hidden = join(folder, full?.fileName ?? '')
    renameSync(hidden, `${hidden}.away`)
    expect(await run(records)).toMatchObject({ fileName: extra.fileName, failure: null, files: 1 })
    expect((await run([link] as BackupRecord[])).failure).toBe('backups.chain-incomplete')
    renameSync(`${hidden}.away`, hidden)
    rmSync(join(folder, extra.fileName))
  })

  it('says nothing of a backup whose drive is away, and remembers nothing', async () => {
    const before = (await state()).last
    const away = made.map((record) => ({ ...record, folder: join(folder, 'elsewhere') }))
    await expect(run(away)).rejects.toMatchObject({ code: 'backups.target-gone' })
    expect((await state()).last).toEqual(before)
  })

  it('does not count as a change that asks for a backup; a new customer does', async () => {
    const last = await back()
    const ask = async () =>
      (await program.data.call('backups.hasChanged', { startedAt: last.startedAt })).changed
    expect(await ask()).toBe(false)
    await run()
    expect(await ask()).toBe(false)
    await addCustomer()
    expect(await ask()).toBe(true)
  })

  it('has no due day without a backup; what the rule removed is forgotten', async () => {
    const list = async () =>
      ((await program.ask('backups.list', {})) as { backups: BackupRecord[] }).backups
    const uids = (await list()).map(({ uid }) => uid)
    await program.data.call('backups.forget', { uids: uids.slice(1) })
    expect((await list()).map(({ uid }) => uid)).toEqual(uids.slice(0, 1))
    await program.data.call('backups.forget', { uids })
    expect((await state()).dueAt).toBeNull()
  })
})
