import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { customerForm } from '../../factories/customers'
import { leavesOf, pageKeyOf, spoil } from '../../support/damaged-book'
import { makeBook, password, type Program, startProgram } from '../../support/program'

const maker = startProgram()
let leaves: number[] = []
let userUid: string
let program: Program
let folder: string

beforeAll(async () => {
  await makeBook(maker)
  userUid = maker.vault.user().uid
  for (let number = 0; number < 20; number++) {
    const values = { name: `示例客户 ${number}`, notes: '虚构'.repeat(200) }
    await maker.ask('customers.create', customerForm(values))
  }
  // As a crash leaves it: the last changes lie in the log.
  cpSync(maker.vault.folder(), join(maker.root, 'crashed'), { recursive: true })
  await maker.vault.lock()
  const path = join(maker.vault.folder(), 'book.db')
  leaves = leavesOf(path, await pageKeyOf(maker.vault.folder(), password), 'customer', 3)
})
afterAll(() => maker.close())

beforeEach(async () => {
  program = startProgram()
  folder = join(program.root, 'home', basename(maker.vault.folder()))
  cpSync(maker.vault.folder(), folder, { recursive: true })
  await program.vault.openFolder(folder)
})
afterEach(() => program.close())

/** Every file of the book with its bytes, but for the claim on it. */
const filesOf = (path: string) =>
  readdirSync(path)
    .filter((name) => name !== 'book.lock')
    .sort()
    .map((name) => [name, readFileSync(join(path, name)).toString('base64')])
const total = async () => ((await program.ask('customers.list', {})) as { total: number }).total

describe('looking into a book', () => {
  it('shows everything, refuses every change, and leaves the folder as it was', async () => {
    const before = filesOf(folder)
    const state = await program.vault.lookInside(userUid, password)
    expect(state).toMatchObject({ phase: 'open', readOnly: 'by-choice', problem: null })
    expect(await total()).toBe(20)
    await expect(program.ask('customers.create', customerForm())).rejects.toMatchObject({
      code: 'core.read-only',
    })
    await expect(program.vault.record('backups.verify')).rejects.toMatchObject({
      code: 'core.read-only',
    })
    expect(filesOf(folder)).toEqual(before)
    await program.vault.lock()
    expect(filesOf(folder)).toEqual(before)
    expect(existsSync(join(folder, 'book.lock'))).toBe(false)
    expect(readdirSync(program.root).filter((name) => name.endsWith('.look'))).toEqual([])
  })

  it('an ordinary opening changes the folder, so that the comparison above can tell', async () => {
    const before = filesOf(folder)
    await program.vault.unlock(userUid, password)
    await program.vault.lock()
    expect(filesOf(folder)).not.toEqual(before)
  })

  it('shows what still lies in the log after a crash, and leaves the log there', async () => {
    const crashed = join(program.root, 'home', 'crashed.kebu')
    cpSync(join(maker.root, 'crashed'), crashed, { recursive: true })
    await program.vault.openFolder(crashed)
    expect(readFileSync(join(crashed, 'book.db-wal')).length).toBeGreaterThan(0)
    const before = filesOf(crashed)
    await program.vault.lookInside(userUid, password)
    expect(await total()).toBe(20)
    await program.vault.lock()
    expect(filesOf(crashed)).toEqual(before)
  })

  it('says of a damaged page that it is damaged, and goes on with the rest', async () => {
    const path = join(folder, 'book.db')
    writeFileSync(path, spoil(readFileSync(path), leaves))
    const before = filesOf(folder)
    const state = await program.vault.lookInside(userUid, password)
    expect(state.phase).toBe('open')
    await expect(program.ask('customers.list', {})).rejects.toMatchObject({
      code: 'vault.database-damaged',
    })
    expect(await program.ask('tags.list', {})).toBeTruthy()
    await program.vault.lock()
    expect(filesOf(folder)).toEqual(before)
  })

  it('says of a damaged first page that nothing can be told apart, and keeps the screen', async () => {
    const path = join(folder, 'book.db')
    writeFileSync(path, readFileSync(path).fill(0x5a, 64, 2048))
    await program.vault.unlock(userUid, password)
    expect(program.vault.state().users).toHaveLength(1)
    await expect(program.vault.lookInside(userUid, password)).rejects.toMatchObject({
      code: 'vault.beyond-salvage',
    })
    expect(program.vault.state().problem?.kind).toBe('database-damaged')
  })

  it('refuses a wrong password and a book that is open elsewhere', async () => {
    await expect(program.vault.lookInside(userUid, 'not this one')).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    writeFileSync(join(folder, 'book.lock'), JSON.stringify({ host: 'elsewhere', pid: 1 }))
    await expect(program.vault.lookInside(userUid, password)).rejects.toMatchObject({
      code: 'vault.in-use',
    })
  })

  it('stays open where an open book that turns out to be damaged is closed', async () => {
    await program.vault.lookInside(userUid, password)
    expect(await program.vault.leaveDamaged()).toBe(false)
    await program.vault.unlock(userUid, password)
    expect(await program.vault.leaveDamaged()).toBe(true)
    expect(program.vault.state()).toMatchObject({
      phase: 'problem',
      problem: { kind: 'database-damaged' },
    })
    expect(program.vault.retry().phase).toBe('locked')
  })

  it('takes changes again after an ordinary opening', async () => {
    await program.vault.lookInside(userUid, password)
    const state = await program.vault.unlock(userUid, password)
    expect(state).toMatchObject({ phase: 'open', readOnly: null })
    await program.ask('customers.create', customerForm())
    expect(await total()).toBe(21)
  })
})
