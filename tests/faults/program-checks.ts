import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createByteReader } from '../../electron/jobs/backup/byte-reader'
import { diskFileSystem } from '../../electron/jobs/backup/file-system'
import { readManifestOfPartial } from '../../electron/jobs/backup/front'
import { proveBackup } from '../../electron/jobs/backup/prove-backup'
import { createBackup } from '../../electron/services/backup/create-backup'
import { readBookState } from '../../electron/services/book-state'
import { bookName, password, type Program } from '../support/program'
import {
  customersBefore,
  customersNow,
  driveOf,
  homeOf,
  newPassword,
  type Template,
} from './program-flows'

/** What a program was stopped at: on which folder it starts again, and whether it had said that it was done. */
export type Found = { program: Program; root: string; template: Template; done: boolean }
type Check = (found: Found) => Promise<string>

/** Opens with the first of some passwords that fits. */
export async function openWith({ program, template }: Found, passwords: string[]): Promise<string> {
  for (const candidate of passwords) {
    const opened = await program.vault.unlock(template.ownerUid, candidate).catch(() => null)
    if (opened?.phase === 'open') return candidate
  }
  throw new Error(`no password opens the book: ${JSON.stringify(program.vault.state().problem)}`)
}

export async function countWhole({ program }: Found): Promise<number> {
  expect(await program.data.call('audit.check', { head: null })).toMatchObject({ result: 'intact' })
  return ((await program.ask('customers.counts', {})) as { active: number }).active
}

async function expectWhole(found: Found, customers = customersNow): Promise<void> {
  expect(await countWhole(found)).toBe(customers)
}

const noSignal = () => new AbortController().signal

/** Every file that bears the name of a backup must be one. Answers how many there are. */
async function proveAll({ program, root }: Found, names: string[]): Promise<number> {
  const { vault } = program
  for (const name of names)
    await vault.withKey('page', (pageKey) =>
      vault.withKey('backup-mac', (macKey) => {
        const keys = { pageKey: Buffer.from(pageKey), macKey: Buffer.from(macKey) }
        const path = join(driveOf(root), name)
        return proveBackup({ path, workFolder: root, keys }, () => undefined, noSignal())
      }),
    )
  return names.length
}

const filesOn = (root: string, end: string) =>
  readdirSync(driveOf(root)).filter((name) => name.endsWith(end))

/** Unfinished files that say whose they are: one torn so early that it says nothing is small, and nobody's to take away. */
async function listOwnPartials({ root }: Found): Promise<string[]> {
  const own: string[] = []
  for (const name of filesOn(root, '.partial')) {
    const path = join(driveOf(root), name)
    const file = await diskFileSystem.openRead(path)
    const manifest = await readManifestOfPartial(createByteReader(file)).catch(() => null)
    await file.close()
    if (manifest || statSync(path).size > 64 * 1024) own.push(name)
  }
  return own
}

/** The backups are whole and the next one works and tidies up; answers how many there had been. */
async function checkBackups(found: Found): Promise<string> {
  const { program, root, done } = found
  await openWith(found, [password])
  await expectWhole(found)
  const names = filesOn(root, '.kebubak')
  const count = await proveAll(found, names)
  expect(count).toBeGreaterThanOrEqual(done ? 2 : 1)
  const { lastBackup } = readBookState(program.vault.folder())
  expect(names).toContain(lastBackup?.fileName)
  if (done) expect(names.filter((name) => name !== lastBackup?.fileName)).toHaveLength(count - 1)
  await createBackup(program.services, { jobId: randomUUID(), folder: driveOf(root) })
  expect(await listOwnPartials(found)).toEqual([])
  return `${count} backups`
}

/** Each looks at what is left after a stop, and answers which of the allowed outcomes it was. */
export const checks: Record<string, Check> = {
  async create({ program, done }) {
    const state = program.vault.state()
    if (!done && state.phase === 'none') return 'none'
    expect(state).toMatchObject({ phase: 'locked', problem: null })
    const opened = await program.vault.unlock(state.users[0]?.uid ?? '', password)
    expect(opened).toMatchObject({ phase: 'open' })
    return 'whole'
  },
  async 'change-password'(found) {
    const opened = await openWith(found, found.done ? [newPassword] : [password, newPassword])
    await expectWhole(found)
    return opened === password ? 'old' : 'new'
  },
  async 'rotate-key'(found) {
    const { program } = found
    await openWith(found, [password])
    await expectWhole(found)
    const left = readdirSync(program.vault.folder()).filter((name) => name.includes('.next.'))
    expect(left).toEqual([])
    const { slots } = program.vault.header()
    expect(slots.every(({ nextWrapped }) => nextWrapped === null)).toBe(true)
    return program.vault.withKey('page', (key) => Promise.resolve(key.toString('hex')))
  },
  async 'reissue-recovery'({ program, root, template, done }) {
    const kept = join(root, 'new-recovery-key')
    const written = existsSync(kept) ? [readFileSync(kept, 'utf8')] : []
    const opened: string[] = []
    for (const [index, candidate] of [template.recoveryKey, ...written].entries()) {
      const state = await program.vault
        .unlockWithRecoveryKey(candidate, `${newPassword} ${index}`)
        .catch(() => null)
      if (state?.phase === 'open') opened.push(index === 0 ? 'old' : 'new')
    }
    expect(opened).toEqual([done ? 'new' : (opened[0] ?? 'one of them')])
    return opened[0] ?? ''
  },
  async 'add-and-remove'(found) {
    await openWith(found, [password])
    await expectWhole(found)
    const { length } = await found.program.accounts.list()
    expect(length).toBeLessThanOrEqual(2)
    return `${length} people`
  },
  'back-up-all': checkBackups,
  'back-up-changes': checkBackups,
  async restore(found) {
    const { root, done } = found
    await openWith(found, [password])
    const customers = await countWhole(found)
    expect(done ? [customersBefore] : [customersBefore, customersNow]).toContain(customers)
    const books = readdirSync(homeOf(root)).filter((name) => name.endsWith('.kebu'))
    expect(books).toContain(`${bookName}.kebu`)
    if (customers === customersBefore) expect(books).toHaveLength(2)
    return customers === customersBefore ? 'restored' : 'as before'
  },
}
