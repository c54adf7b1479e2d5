import { randomUUID } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customersHandlers } from '../../../../electron/ipc/handlers/main/customers'
import type { MainContext } from '../../../../electron/ipc/main-context'
import { createBackup } from '../../../../electron/services/backup/create-backup'
import { keepErased, readErased } from '../../../../electron/services/backup/erased-list'
import { restoreBook } from '../../../../electron/services/backup/restore-book'
import { createVaultKeys } from '../../../../electron/vault/keys'
import { makeBook, password, type Program, startProgram } from '../../../support/program'
import { tempFolder } from '../../../support/temp-folder'

let program: Program
let drive: string
beforeEach(async () => {
  program = startProgram()
  drive = join(program.root, 'drive')
  mkdirSync(drive)
  await makeBook(program)
})
afterEach(() => program.close())

type Page = { rows: { id: number; name: string }[] }
const names = async () =>
  ((await program.ask('customers.list', {})) as Page).rows.map(({ name }) => name)
const make = async (name: string) =>
  (await program.ask('customers.create', { kind: 'company', name })) as { id: number }
const erase = async (id: number) => {
  const { vault, data, secondPlace } = program
  const context = { vault, data, secondPlace } as MainContext
  await customersHandlers['customers.erase'](context, { ids: [id], reason: 'requested' })
}
const listOfComputer = () => join(program.secondPlace, `${program.vault.header().vaultId}.erased`)
const owner = () => program.vault.state().session?.uid ?? null
const reapplied = async () => (await program.data.call('deletions.countReapplied', null)).count

async function backUp(): Promise<string> {
  const made = await createBackup(program.services, { jobId: randomUUID(), folder: drive })
  return join(drive, made.fileName)
}
const restore = (path: string, userUid: string | null) =>
  restoreBook(program.services, {
    ...{ jobId: randomUUID(), path, folder: dirname(program.vault.folder()) },
    secret: { userUid, secret: password },
  })

describe('a restore of a backup from before', { timeout: 60_000 }, () => {
  test('does not bring an erased person back, and says how many stayed away', async () => {
    const { id } = await make('甲示例')
    await make('乙示例')
    const path = await backUp()
    await erase(id)
    expect((await restore(path, owner())).erased).toBe(1)
    expect(await names()).toEqual(['乙示例'])
    expect(await reapplied()).toBe(1)
  })

  test('brings them back where nobody was erased (control)', async () => {
    await make('甲示例')
    const path = await backUp()
    await restore(path, owner())
    expect(await names()).toEqual(['甲示例'])
    expect(await reapplied()).toBe(0)
  })

  test('keeps them away when the book itself is lost, and after a new data key', async () => {
    const { id } = await make('甲示例')
    const path = await backUp()
    await erase(id)
    await program.rotate(drive)
    const userUid = owner()
    await program.vault.lock()
    rmSync(program.vault.folder(), { recursive: true })
    await restore(path, userUid)
    expect(await names()).toEqual([])
  })

  test('keeps them away by the log of the replaced book where the computer forgot', async () => {
    const { id } = await make('甲示例')
    const path = await backUp()
    await erase(id)
    rmSync(listOfComputer())
    const userUid = owner()
    // Opening the book writes down again what it knows.
    await program.vault.lock()
    await program.vault.unlock(userUid ?? '', password)
    await restore(path, userUid)
    expect(await names()).toEqual([])
  })

  test('cannot know it where neither is left (control)', async () => {
    const { id } = await make('甲示例')
    const path = await backUp()
    await erase(id)
    rmSync(listOfComputer())
    await restore(path, owner())
    expect(await names()).toEqual(['甲示例'])
  })

  test('takes them away also when somebody copies the folder of before back by hand', async () => {
    const { id } = await make('甲示例')
    const userUid = owner() ?? ''
    await program.vault.lock()
    const folder = program.vault.folder()
    cpSync(folder, `${folder}.before`, { recursive: true })
    await program.vault.unlock(userUid, password)
    await erase(id)
    await program.vault.lock()
    rmSync(folder, { recursive: true })
    cpSync(`${folder}.before`, folder, { recursive: true })
    await program.vault.unlock(userUid, password)
    expect(await names()).toEqual([])
    expect(await reapplied()).toBe(1)
  })
})

describe('the list that this computer keeps', () => {
  const book = { vaultId: randomUUID(), keys: createVaultKeys() }
  const deletion = { uid: randomUUID(), at: 1_700_000_000_000 }

  test('holds no name, and every change of a byte makes it count as empty', () => {
    const place = tempFolder()
    keepErased(place, book, [deletion])
    expect(readErased(place, book)).toEqual([deletion])
    const path = join(place, `${book.vaultId}.erased`)
    const bytes = readFileSync(path)
    for (let position = 0; position < bytes.length; position += 1) {
      const changed = Buffer.from(bytes)
      changed[position] = (changed[position] ?? 0) ^ 1
      writeFileSync(path, changed)
      expect(readErased(place, book)).toEqual([])
    }
  })

  test('is nobody else’s: another key or another book reads nothing', () => {
    const place = tempFolder()
    keepErased(place, book, [deletion])
    expect(readErased(place, { ...book, keys: createVaultKeys() })).toEqual([])
    expect(readErased(place, { ...book, vaultId: randomUUID() })).toEqual([])
  })

  test('grows, and keeps the first moment', () => {
    const place = tempFolder()
    const other = { uid: randomUUID(), at: 5 }
    keepErased(place, book, [deletion])
    keepErased(place, book, [{ ...deletion, at: 9 }, other])
    expect(readErased(place, book)).toEqual([deletion, other])
  })
})
