import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bookFiles } from '../../../electron/vault/header-file'
import { makeBook, password, type Program, startProgram } from '../../support/program'

const other = 'ein zweites, eigenes Wort'

let program: Program
let recoveryKey: string
let ownerUid: string
let folder: string
beforeEach(async () => {
  program = startProgram()
  recoveryKey = await makeBook(program)
  ownerUid = program.vault.user().uid
  folder = program.vault.folder()
})
afterEach(() => program.close())

const path = (name: string) => join(folder, name)
const problem = () => program.vault.state().problem
const databaseBytes = () => readFileSync(path(bookFiles.database))

/** Puts the header of the moment aside, to be put back later. */
function keepHeader(): () => void {
  const bytes = readFileSync(path(bookFiles.header))
  return () => writeFileSync(path(bookFiles.header), bytes)
}

describe('an older header put back', () => {
  it('opens with no password of its day, which is written down, and nothing is overwritten', async () => {
    const putBack = keepHeader()
    await program.accounts.changePassword(password, other)
    await program.vault.lock()
    putBack()
    const before = databaseBytes()
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({
      phase: 'problem',
      problem: { kind: 'header-rolled-back' },
    })
    expect(databaseBytes().length).toBeGreaterThanOrEqual(before.length)
    expect(problem()?.copies.map(({ source }) => source)).toContain('second')
    await program.vault.useHeaderCopy('second')
    expect(await program.vault.unlock(ownerUid, other)).toMatchObject({ phase: 'open' })
    const { lines } = (await program.ask('audit.list', {})) as { lines: { route: string }[] }
    expect(lines.map(({ route }) => route)).toContain('vault.headerRolledBack')
  })

  it('opens with the recovery key, since a lost header must not lock the owner out', async () => {
    const putBack = keepHeader()
    await program.accounts.changePassword(password, other)
    await program.vault.lock()
    putBack()
    const state = await program.vault.unlockWithRecoveryKey(recoveryKey, 'ein drittes eigenes Wort')
    expect(state).toMatchObject({ phase: 'open' })
    await program.vault.lock()
    expect(await program.vault.unlock(ownerUid, 'ein drittes eigenes Wort')).toMatchObject({
      phase: 'open',
    })
  })

  it('does not open with a recovery key that was replaced since', async () => {
    const putBack = keepHeader()
    const groups = await program.recovery.start(password)
    const answer = (group: number) => ({ group, text: groups[group - 1] ?? '' })
    await program.recovery.finish([answer(1), answer(2), answer(3)])
    await program.vault.lock()
    await expect(
      program.vault.unlockWithRecoveryKey(recoveryKey, 'ein drittes eigenes Wort'),
    ).rejects.toMatchObject({ code: 'vault.wrong-recovery-key' })
    putBack()
    expect(
      await program.vault.unlockWithRecoveryKey(recoveryKey, 'ein drittes eigenes Wort'),
    ).toMatchObject({ phase: 'problem', problem: { kind: 'header-rolled-back' } })
  })
})

describe('a header of before a new data key', () => {
  it('is called old, not a damaged database, and the copies still open the book', async () => {
    const putBack = keepHeader()
    mkdirSync(join(program.root, 'usb'))
    await program.rotate(join(program.root, 'usb'))
    await program.vault.lock()
    putBack()
    const before = databaseBytes()
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({
      phase: 'problem',
      problem: { kind: 'header-rolled-back' },
    })
    expect(databaseBytes().equals(before)).toBe(true)
    await program.vault.useHeaderCopy('beside')
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'open' })
  })

  it('does not hide real damage', async () => {
    await program.vault.lock()
    const bytes = databaseBytes()
    bytes.fill(0x5a, 64, 2048)
    writeFileSync(path(bookFiles.database), bytes)
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({
      problem: { kind: 'database-damaged' },
    })
  })
})

describe('a header that is not the book’s', () => {
  it('is called foreign before any password is asked', async () => {
    await program.vault.lock()
    const stranger = startProgram()
    await makeBook(stranger)
    copyFileSync(join(stranger.vault.folder(), bookFiles.header), path(bookFiles.header))
    await stranger.close()
    const before = databaseBytes()
    program.vault.retry()
    expect(problem()?.kind).toBe('header-foreign')
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'problem' })
    expect(databaseBytes().equals(before)).toBe(true)
    await program.vault.useHeaderCopy('second')
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'open' })
  })

  it('is refused with its database untouched when it is truncated, or asks for absurd work', async () => {
    await program.vault.lock()
    const whole = readFileSync(path(bookFiles.header), 'utf8')
    const before = databaseBytes()
    const absurd = whole.replaceAll(/"memoryKiB": \d+/g, '"memoryKiB": 4194304')
    for (const text of [whole.slice(0, 500), absurd, '{}', '']) {
      writeFileSync(path(bookFiles.header), text)
      program.vault.retry()
      expect(problem()?.kind).toMatch(/^header-(damaged|unsupported)$/)
      expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'problem' })
    }
    expect(databaseBytes().equals(before)).toBe(true)
    writeFileSync(path(bookFiles.header), whole)
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'open' })
  })
})

describe('a lost header', () => {
  it('comes back from the second place as it was', async () => {
    await program.accounts.changePassword(password, other)
    await program.vault.lock()
    for (const name of [bookFiles.header, bookFiles.copiedHeader]) rmSync(path(name))
    program.vault.retry()
    expect(problem()).toMatchObject({ kind: 'header-missing', copies: [{ source: 'second' }] })
    await program.vault.useHeaderCopy('second')
    expect(await program.vault.unlock(ownerUid, other)).toMatchObject({ phase: 'open' })
  })

  it('comes back from the copy in the same folder as it was', async () => {
    await program.accounts.changePassword(password, other)
    await program.vault.lock()
    writeFileSync(path(bookFiles.header), 'scratched')
    rmSync(program.secondPlace, { recursive: true })
    program.vault.retry()
    await program.vault.useHeaderCopy('beside')
    expect(await program.vault.unlock(ownerUid, other)).toMatchObject({ phase: 'open' })
  })

  it('is not looked for while the book is open', async () => {
    await expect(program.vault.useHeaderCopy('second')).rejects.toMatchObject({
      code: 'core.forbidden',
    })
  })
})
