import { randomUUID } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { salvageFiles } from '../../../electron/jobs/salvage/salvage-files'
import { readBookState } from '../../../electron/services/book-state'
import { salvageVault } from '../../../electron/services/salvage'
import { customerForm } from '../../factories/customers'
import { leavesOf, pageKeyOf, spoil } from '../../support/damaged-book'
import { makeBook, password, type Program, startProgram } from '../../support/program'

const customers = 30
let program: Program
let folder: string
let userUid: string

const maker = startProgram()
const leaves: Record<string, number[]> = {}

/** A closed book of 30 customers, each with enough text that they lie on several pages. */
beforeAll(async () => {
  await makeBook(maker)
  userUid = maker.vault.user().uid
  for (let number = 0; number < customers; number++) {
    const values = { name: `示例客户 ${number}`, notes: '虚构'.repeat(200) }
    await maker.ask('customers.create', customerForm(values))
  }
  await maker.vault.lock()
  const path = join(maker.vault.folder(), 'book.db')
  const key = await pageKeyOf(maker.vault.folder(), password)
  for (const table of ['customer', 'audit_event']) leaves[table] = leavesOf(path, key, table, 8)
})
afterAll(() => maker.close())

beforeEach(async () => {
  program = startProgram()
  cpSync(join(maker.root, 'home'), join(program.root, 'home'), { recursive: true })
  folder = join(program.root, 'home', basename(maker.vault.folder()))
  await program.vault.openFolder(folder)
})
afterEach(() => program.close())

const home = () => readdirSync(join(program.root, 'home')).sort()
const asideOf = () => home().find((name) => name.includes('(damaged')) ?? 'none'
const salvage = (typed = password) =>
  salvageVault(
    { ...program.services, vault: program.vault },
    { jobId: randomUUID(), userUid, password: typed },
  )
const listCustomers = async () =>
  ((await program.ask('customers.list', {})) as { total: number }).total

function damage(table = 'customer', pick = (found: number[]) => found.slice(1, 3)): Buffer {
  const path = join(folder, 'book.db')
  const bytes = spoil(readFileSync(path), pick(leaves[table] ?? []))
  writeFileSync(path, bytes)
  return bytes
}

describe('salvaging a damaged book', () => {
  it('opens it with what could be read, and keeps the damaged files beside it as they were', async () => {
    const bytes = damage()
    const header = readFileSync(join(folder, 'vault.json'))
    const { state, report } = await salvage()
    expect(state.phase).toBe('open')
    const table = report?.tables.find((one) => one.table === 'customer')
    expect(table?.lost).toBeGreaterThan(0)
    expect(table?.saved).toBeLessThan(customers)
    expect(await listCustomers()).toBe((table?.saved ?? 0) + (table?.standIns ?? 0))
    expect(asideOf()).toBe(report?.damagedFolder)
    const aside = join(program.root, 'home', asideOf())
    expect(readFileSync(join(aside, 'book.db')).equals(bytes)).toBe(true)
    expect(readFileSync(join(aside, 'vault.json')).equals(header)).toBe(true)
    expect(readdirSync(folder).filter((name) => name.includes('salvag'))).toEqual([])
    expect(program.reports.map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['copying', 'reading', 'proving']),
    )
  })

  it('writes it into the trail, which is whole where none of it was lost', async () => {
    damage()
    const { report } = await salvage()
    expect(report?.auditHasGaps).toBe(false)
    const { lines } = (await program.ask('audit.list', {})) as {
      lines: { route: string; subject: string | null }[]
    }
    const entry = lines.find(({ route }) => route === 'vault.salvage')
    expect(entry?.subject).toMatch(/^lost:[1-9]\d*$/)
    const head = readBookState(folder).auditHead
    expect(await program.data.call('audit.check', { head })).toMatchObject({ result: 'intact' })
  })

  it('says of a trail with a hole where the hole is', async () => {
    damage('audit_event', (found) => found.slice(0, 1))
    const { report } = await salvage()
    expect(report?.auditHasGaps).toBe(true)
    const { auditHead: head } = readBookState(folder)
    const verdict = await program.data.call('audit.check', { head })
    expect(verdict.result).not.toBe('intact')
  })

  it('says of a trail whose end was lost that it is, though nothing outside of the book knows of it', async () => {
    damage('audit_event', (found) => found.slice(-1))
    writeFileSync(
      join(folder, 'state.json'),
      JSON.stringify({ ...readBookState(folder), auditHead: null }),
    )
    const { report } = await salvage()
    expect(report?.auditHasGaps).toBe(true)
    for (let time = 0; time < 12; time++)
      await program.ask('customers.create', customerForm({ name: `新 ${time}` }))
    const verdict = await program.data.call('audit.check', { head: null })
    expect(verdict.result).not.toBe('intact')
  })

  it('opens again later without a word', async () => {
    damage()
    await salvage()
    const count = await listCustomers()
    await program.vault.lock()
    await program.vault.unlock(userUid, password)
    expect(await listCustomers()).toBe(count)
  })
})

describe('a salvage that does not go through', () => {
  function expectUntouched(bytes: Buffer, before: string[]) {
    expect(readFileSync(join(folder, 'book.db')).equals(bytes)).toBe(true)
    expect(home()).toEqual(before)
    expect(readdirSync(folder).filter((name) => name.includes('salvag'))).toEqual([])
  }

  it('for a wrong password touches nothing', async () => {
    const bytes = damage()
    const before = home()
    await expect(salvage('not the password')).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    expectUntouched(bytes, before)
  })

  it('for a damaged first page says that nothing can be told apart, and takes its copies away', async () => {
    const path = join(folder, 'book.db')
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 64, 2048)
    writeFileSync(path, bytes)
    await program.vault.unlock(userUid, password)
    expect(program.vault.state().problem?.kind).toBe('database-damaged')
    const before = home()
    await expect(salvage()).rejects.toMatchObject({ code: 'vault.beyond-salvage' })
    expectUntouched(bytes, before)
    expect(program.vault.state().problem?.kind).toBe('database-damaged')
  })

  it('for a cancel takes everything away again', async () => {
    const bytes = damage()
    const before = home()
    const controller = new AbortController()
    const jobId = randomUUID()
    program.controllers.set(jobId, controller)
    const input = { jobId, userUid, password }
    const going = salvageVault({ ...program.services, vault: program.vault }, input)
    controller.abort()
    await expect(going).rejects.toMatchObject({ code: 'core.cancelled' })
    expectUntouched(bytes, before)
  })

  it('while another program has the book open is refused', async () => {
    const bytes = damage()
    writeFileSync(join(folder, 'book.lock'), JSON.stringify({ host: 'elsewhere', pid: 1 }))
    const before = home()
    await expect(salvage()).rejects.toMatchObject({ code: 'vault.in-use' })
    expectUntouched(bytes, before)
  })
})

describe('a salvage that was cut off', () => {
  /** As a power cut leaves it: proven, the log of the damaged file gone, the new one not yet in its place. */
  async function cutOff(): Promise<void> {
    const bytes = damage()
    await salvage()
    await program.vault.lock()
    const path = join(folder, 'book.db')
    writeFileSync(join(folder, salvageFiles.proven), readFileSync(path))
    writeFileSync(path, bytes)
  }

  it('goes on with the proven file when it is asked for again', async () => {
    await cutOff()
    const { size, mtimeMs } = statSync(join(folder, 'book.db'))
    const note = {
      ...{ tables: [], unreadablePages: 7, headerMark: null, auditMissingFrom: null },
      ...{ auditHasGaps: false, damagedFolder: asideOf(), damaged: { size, mtimeMs } },
    }
    writeFileSync(join(folder, salvageFiles.report), JSON.stringify(note))
    const before = home()
    const { state, report } = await salvage()
    expect(state.phase).toBe('open')
    expect(report?.unreadablePages).toBe(7)
    expect(home()).toEqual(before)
    expect(existsSync(join(folder, salvageFiles.proven))).toBe(false)
  })

  it('begins anew when the database beside it is another one by now', async () => {
    await cutOff()
    const note = {
      ...{ tables: [], unreadablePages: 7, headerMark: null, auditMissingFrom: null },
      ...{ auditHasGaps: false, damagedFolder: 'x', damaged: { size: 1, mtimeMs: 1 } },
    }
    writeFileSync(join(folder, salvageFiles.report), JSON.stringify(note))
    const { report } = await salvage()
    expect(report?.unreadablePages).toBe(0)
    expect(home().filter((name) => name.includes('(damaged'))).toHaveLength(2)
  })
})
