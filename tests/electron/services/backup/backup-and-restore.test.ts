import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import { restoreBook } from '../../../../electron/services/backup/restore-book'
import { verifyBackup } from '../../../../electron/services/backup/verify-backup'
import { readBookState } from '../../../../electron/services/book-state'
import { bookName, makeBook, password, type Program, startProgram } from '../../../support/program'

const name = '云杉示例纸业'
const phone = '13800000123'

describe('backup and restore of a real book', { timeout: 60_000 }, () => {
  let program: Program
  let drive: string
  let recoveryKey: string
  beforeEach(async () => {
    program = startProgram()
    drive = join(program.root, 'drive')
    mkdirSync(drive)
    recoveryKey = await makeBook(program)
    await program.ask('customers.create', { kind: 'company', name, phone })
  })
  afterEach(() => program.close())

  const backUp = (from = program) =>
    createBackup(from.services, { jobId: randomUUID(), folder: drive })
  const names = async (from: Program) => {
    const list = (await from.ask('customers.list', {
      filter: {},
      offset: 0,
      limit: 50,
    })) as { rows: { name: string }[] }
    return list.rows.map((row) => row.name)
  }
  const owner = () => program.vault.state().session?.uid ?? null
  const fileOf = (fileName: string) => join(drive, fileName)

  it('writes one proven file, records it and remembers when', async () => {
    const record = await backUp()
    expect(readdirSync(drive)).toEqual([`${bookName}-20261122-093000.kebubak`])
    expect(record).toMatchObject({ kind: 'full', customers: 1, folder: drive })
    const { backups } = (await program.ask('backups.list', {})) as { backups: unknown[] }
    expect(backups).toEqual([record])
    expect(readBookState(program.vault.folder()).lastBackup?.at).toBe(record.provenAt)
    expect(new Set(program.reports.map(({ phase }) => phase))).toEqual(
      new Set(['copying', 'proving', 'checking']),
    )
  })

  it('holds neither name nor phone of a customer in the clear', async () => {
    const { fileName } = await backUp()
    const bytes = readFileSync(fileOf(fileName))
    for (const text of [name, phone])
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(bytes.includes(Buffer.from(text, encoding))).toBe(false)
  })

  it('is proven again with the password, and refused with another one', async () => {
    const { fileName } = await backUp()
    const input = { jobId: randomUUID(), path: fileOf(fileName) }
    const secret = { userUid: owner(), secret: password }
    const counts = await verifyBackup(program.services, { ...input, secret })
    expect(counts.customer).toBe(1)
    const wrong = verifyBackup(program.services, {
      ...input,
      secret: { ...secret, secret: 'not the password' },
    })
    await expect(wrong).rejects.toMatchObject({ code: 'backups.wrong-password' })
  })

  it('comes back on a new machine with the recovery key alone', async () => {
    const { fileName } = await backUp()
    const machine = startProgram()
    const { state, keptFolder } = await restoreBook(machine.services, {
      jobId: randomUUID(),
      path: fileOf(fileName),
      folder: join(machine.root, 'not', 'there', 'yet'),
      secret: { userUid: null, secret: recoveryKey },
    })
    expect(state.phase).toBe('open')
    expect(keptFolder).toBeNull()
    expect(await names(machine)).toEqual([name])
    await machine.close()
  })

  it('takes the place of the open book, which is kept with everything done since', async () => {
    const { fileName } = await backUp()
    await program.ask('customers.create', { kind: 'person', name: '后来的示例客户' })
    const parent = join(program.vault.folder(), '..')
    const { state, keptFolder } = await restoreBook(program.services, {
      jobId: randomUUID(),
      path: fileOf(fileName),
      folder: program.vault.folder(),
      secret: { userUid: owner(), secret: password },
    })
    expect(state.phase).toBe('open')
    expect(await names(program)).toEqual([name])
    expect(keptFolder).toBe(`${bookName} (kept 2026-11-22 0930).kebu`)
    expect(readdirSync(parent).sort()).toEqual([keptFolder, `${bookName}.kebu`].sort())
    await program.vault.openFolder(join(parent, keptFolder ?? ''))
    await program.vault.unlock(state.session?.uid ?? '', password)
    expect((await names(program)).sort()).toEqual(['后来的示例客户', name].sort())
  })

  it('a wrong password changes nothing: the book stays open, nothing is left in the folder', async () => {
    const { fileName } = await backUp()
    const parent = join(program.vault.folder(), '..')
    const attempt = restoreBook(program.services, {
      jobId: randomUUID(),
      path: fileOf(fileName),
      folder: parent,
      secret: { userUid: owner(), secret: 'not the password' },
    })
    await expect(attempt).rejects.toMatchObject({ code: 'backups.wrong-password' })
    expect(program.vault.state().phase).toBe('open')
    expect(readdirSync(parent)).toEqual([`${bookName}.kebu`])
  })

  it('a damaged file changes nothing, and is not called a wrong password', async () => {
    const { fileName } = await backUp()
    const bytes = readFileSync(fileOf(fileName))
    const path = fileOf('broken.kebubak')
    const attempt = async (at: number) => {
      const broken = Buffer.from(bytes)
      broken.writeUInt8(broken.readUInt8(at) ^ 1, at)
      writeFileSync(path, broken)
      const secret = { userUid: owner(), secret: password }
      const parent = join(program.vault.folder(), '..')
      return restoreBook(program.services, { jobId: randomUUID(), path, folder: parent, secret })
    }
    const header = bytes.indexOf('"wrapped"') + 20
    for (const at of [header, Math.floor(bytes.length / 2), bytes.length - 60])
      await expect(attempt(at)).rejects.toMatchObject({ code: 'backups.damaged' })
    expect(program.vault.state().phase).toBe('open')
    expect(readdirSync(join(program.vault.folder(), '..'))).toEqual([`${bookName}.kebu`])
  })

  it('a cancelled backup leaves nothing and no record', async () => {
    const jobId = randomUUID()
    const controller = new AbortController()
    program.controllers.set(jobId, controller)
    controller.abort()
    const attempt = createBackup(program.services, { jobId, folder: drive })
    await expect(attempt).rejects.toMatchObject({ code: 'core.cancelled' })
    expect(readdirSync(drive)).toEqual([])
    expect(readBookState(program.vault.folder()).lastBackup).toBeNull()
  })

  it('a data process that dies while its pages are copied fails the backup', async () => {
    const { startJob } = program.services
    const dying: Program['services'] = {
      ...program.services,
      startJob: () => {
        const job = startJob()
        const call = (async (operation: 'backup.write', payload: never) => {
          if (operation === 'backup.write') program.crash()
          return job.call(operation, payload)
        }) as typeof job.call
        return { ...job, call }
      },
    }
    const attempt = createBackup(dying, { jobId: randomUUID(), folder: drive })
    await expect(attempt).rejects.toMatchObject({ code: 'core.process-gone' })
    expect(readdirSync(drive)).toEqual([])
    expect(existsSync(program.vault.folder())).toBe(true)
  })
})
