import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BackupCommand, VerifyCommand } from '../../../electron/cli/arguments'
import type { Failure } from '../../../electron/cli/exit-codes'
import { type BackupDeps, runBackup } from '../../../electron/cli/run-backup'
import { runVerify } from '../../../electron/cli/run-verify'
import { createBackup } from '../../../electron/services/backup/create-backup'
import { addDevice } from '../../../electron/vault/devices'
import { claimBook } from '../../../electron/services/book-lock'
import { makeBook, password, type Program, startProgram } from '../../support/program'

let program: Program
let usb: string
let recoveryKey: string
/** The first full backup. */
let whole: string
const warnings: string[] = []

beforeAll(async () => {
  program = startProgram()
  recoveryKey = await makeBook(program)
  usb = join(program.root, 'usb')
  mkdirSync(usb)
  await program.vault.lock()
}, 60_000)
afterAll(() => program.close())
beforeEach(() => warnings.splice(0))

const typed = (secret: string) => () => Promise.resolve(secret)
const nobodyAsked = () => Promise.reject(new Error('asked'))

function backUp(command: Partial<BackupCommand> = {}, deps: Partial<BackupDeps> = {}) {
  const ways: BackupDeps = {
    vault: program.vault,
    ask: typed(password),
    make: (input) => createBackup(program.services, input),
    warn: (warning) => warnings.push(warning),
    ...deps,
  }
  const asked = { folder: usb, book: null, user: null, json: false, kind: 'auto', source: 'any' }
  return runBackup(ways, { name: 'backup', ...asked, ...command } as BackupCommand)
}

function verify(file: string, command: Partial<VerifyCommand> = {}, ask = typed(password)) {
  const asked = { user: null, json: false, source: 'any' } as const
  const deps = { services: program.services, deviceKeys: program.deviceKeys, ask }
  return runVerify(deps, { name: 'verify', file, ...asked, ...command })
}

const files = () => readdirSync(usb).map((name) => join(usb, name))

describe('kebu --backup', () => {
  it('makes a proven backup, writes it into the audit trail and leaves the book locked', async () => {
    const first = await backUp()
    expect(first).toMatchObject({ kind: 'full', customers: 0 })
    whole = join(usb, 'fileName' in first ? first.fileName : '')
    expect(await backUp()).toMatchObject({ kind: 'incremental' })
    expect(await backUp({ kind: 'full' })).toMatchObject({ kind: 'full' })
    expect(warnings).toContain('same-disk')
    expect(program.vault.session()).toBeNull()
    await program.vault.unlock(program.vault.state().users[0]?.uid ?? '', password)
    const trail = JSON.stringify(await program.ask('audit.list', {}))
    expect(trail).toContain('backups.create')
    await program.vault.lock()
  }, 60_000)

  it.each<[string, () => Promise<unknown>, Failure]>([
    [
      'a wrong password',
      () => backUp({}, { ask: typed('wrong') }),
      { exit: 'signIn', error: 'vault.wrong-password', seconds: 0 },
    ],
    [
      'nobody of this name',
      () => backUp({ user: '无名' }, { ask: nobodyAsked }),
      { exit: 'signIn', error: 'cli.no-such-user' },
    ],
    [
      'no key on this computer',
      () => backUp({ source: 'keystore' }, { ask: nobodyAsked }),
      { exit: 'signIn', error: 'vault.device-key-gone' },
    ],
    [
      'a folder that is not there',
      () => backUp({ folder: join(usb, 'gone') }, { ask: nobodyAsked }),
      { exit: 'target', error: 'backups.target-gone' },
    ],
    [
      'a role that may not',
      () => {
        const session = () => ({ uid: 'x', name: 'x', role: 'viewer' as const })
        return backUp({}, { vault: { ...program.vault, session } })
      },
      { exit: 'forbidden', error: 'core.forbidden' },
    ],
  ])('ends with its own code for %s, and writes nothing', async (_name, attempt, failure) => {
    const before = files()
    expect(await attempt()).toEqual(failure)
    expect(files()).toEqual(before)
    expect(program.vault.session()).toBeNull()
  })

  it('says that the book is in use while another program holds it', async () => {
    const lock = join(program.vault.folder(), 'book.lock')
    // The process that started this one is surely alive.
    writeFileSync(lock, JSON.stringify({ host: hostname(), pid: process.ppid }))
    expect(await backUp()).toEqual({ exit: 'inUse', error: 'vault.in-use' })
    writeFileSync(lock, JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1 }))
    claimBook(program.vault.folder())()
    program.vault.retry()
    expect(await backUp()).toMatchObject({ folder: usb })
  })

  it('asks for no password where this computer keeps a key', async () => {
    const { vault, deviceKeys } = program
    const uid = vault.state().users[0]?.uid ?? ''
    await vault.unlock(uid, password)
    const secret = deviceKeys.create(vault.header().vaultId, uid)
    const input = { userUid: uid, secret, now: Date.now() }
    await vault.edit((header, keys) => addDevice(header, keys, input))
    await vault.lock()
    const made = await backUp({ source: 'keystore' }, { ask: nobodyAsked })
    expect(made).toMatchObject({ folder: usb })
    expect(await backUp({ source: 'typed' }, { ask: typed('wrong') })).toMatchObject({
      exit: 'signIn',
    })
    const file = join(usb, 'fileName' in made ? made.fileName : '')
    expect(await verify(file, { source: 'keystore' }, nobodyAsked)).toHaveProperty('rowCounts')
    // A backup of before the computer was remembered knows nothing of its key.
    expect(await verify(whole, { source: 'keystore' }, nobodyAsked)).toMatchObject({
      error: 'vault.device-key-gone',
    })
  }, 60_000)
})

describe('kebu --verify', () => {
  it('proves a whole file with the password of its day or the recovery key', async () => {
    expect(await verify(whole)).toHaveProperty('rowCounts.customer', 0)
    const withKey = await verify(whole, { source: 'recovery-key' }, typed(recoveryKey))
    expect(withKey).toHaveProperty('rowCounts.customer', 0)
  })

  it('tells a wrong password, a damaged file and no file apart', async () => {
    expect(await verify(whole, { source: 'typed' }, typed('wrong'))).toMatchObject({
      exit: 'signIn',
      error: 'backups.wrong-password',
    })
    const broken = join(program.root, 'broken.kebubak')
    const bytes = readFileSync(whole)
    bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
    writeFileSync(broken, bytes)
    expect(await verify(broken)).toEqual({ exit: 'damaged', error: 'backups.damaged' })
    expect(await verify(join(program.root, 'none'))).toEqual({
      exit: 'damaged',
      error: 'core.file-not-readable',
    })
  })
})
