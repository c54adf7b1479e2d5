import { randomUUID } from 'node:crypto'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import {
  createCustomersFromBackup,
  removeCustomerCopies,
} from '../../../../electron/services/backup/customers-from-backup'
import { makeBook, password, type Program, startProgram } from '../../../support/program'

let program: Program
let drive: string
beforeEach(async () => {
  program = startProgram()
  drive = join(program.root, 'drive')
  mkdirSync(drive)
  await makeBook(program)
})
afterEach(() => program.close())

const make = async (name: string) =>
  (await program.ask('customers.create', { kind: 'company', name })) as { id: number }
const backUp = async () => {
  const made = await createBackup(program.services, { jobId: randomUUID(), folder: drive })
  return { ...made, path: join(drive, made.fileName) }
}
const copies = () => readdirSync(program.root).filter((name) => name.startsWith('.kebu-customers'))
const list = async () =>
  (await program.ask('customer-restores.list', {})) as { rows: { uid: string; name: string }[] }
const owner = () => program.vault.state().session?.uid ?? null

test('a chain is opened with the keys of the book, one customer comes back, and the copy goes', async () => {
  await make('甲示例')
  await backUp()
  await program.ask('history.undo', {})
  await make('乙示例')
  const first = await backUp()
  expect(first.kind).toBe('incremental')
  await program.ask('history.undo', {})
  const hash = () => createHash('sha256').update(readFileSync(first.path)).digest('hex')
  const before = hash()
  const desk = createCustomersFromBackup(program.services)
  const opened = await desk.open({ jobId: randomUUID(), path: first.path, secret: null })
  expect(opened.counts).toEqual({ missing: 1, changed: 0, same: 0, erased: 0 })
  expect(copies()).toHaveLength(1)
  const [row] = (await list()).rows
  await program.ask('customer-restores.commit', { choices: [{ uid: row?.uid }] })
  expect((await program.ask('customers.list', {})) as object).toMatchObject({
    rows: [{ name: '乙示例' }],
  })
  await desk.close()
  expect(copies()).toEqual([])
  await expect(list()).rejects.toMatchObject({ code: 'customer-restores.gone' })
  expect(hash()).toBe(before)
})

test('a backup of before a new data key asks for the password of its day', async () => {
  await make('甲示例')
  const { path } = await backUp()
  await program.rotate(drive)
  const desk = createCustomersFromBackup(program.services)
  const open = (secret: { userUid: string | null; secret: string } | null) =>
    desk.open({ jobId: randomUUID(), path, secret })
  await expect(open(null)).rejects.toMatchObject({ code: 'customer-restores.password-needed' })
  await expect(open({ userUid: owner(), secret: 'not this one' })).rejects.toMatchObject({
    code: 'backups.wrong-password',
  })
  expect(copies()).toEqual([])
  expect(await open({ userUid: owner(), secret: password })).toMatchObject({ counts: { same: 1 } })
  await desk.close()
})

test('a damaged backup and a cancel leave nothing behind', async () => {
  await make('甲示例')
  const { path } = await backUp()
  const desk = createCustomersFromBackup(program.services)
  const jobId = randomUUID()
  const controller = new AbortController()
  controller.abort()
  program.controllers.set(jobId, controller)
  const cancelled = await desk.open({ jobId, path, secret: null }).catch((error: unknown) => error)
  // Both ends run in one process here: a job that is quicker than the message is no failure.
  if (cancelled instanceof Error) expect(cancelled).toMatchObject({ code: 'core.cancelled' })
  await desk.close()
  const bytes = readFileSync(path)
  bytes[bytes.length - 5000] = (bytes[bytes.length - 5000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const damaged = desk.open({ jobId: randomUUID(), path, secret: null })
  await expect(damaged).rejects.toMatchObject({ code: 'backups.damaged' })
  expect(copies()).toEqual([])
})

test('what a killed program left behind goes at the next start, and nothing else', async () => {
  await make('甲示例')
  const { path } = await backUp()
  const desk = createCustomersFromBackup(program.services)
  await desk.open({ jobId: randomUUID(), path, secret: null })
  program.crash()
  expect(copies()).toHaveLength(1)
  mkdirSync(join(program.root, '.kebu-customers-mine'))
  await removeCustomerCopies(program.root)
  expect(copies()).toEqual(['.kebu-customers-mine'])
  expect(existsSync(path)).toBe(true)
})
