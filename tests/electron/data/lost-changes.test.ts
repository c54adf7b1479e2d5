import {
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VaultState } from '@shared/features/vault/vault.schema'
import { bookFiles } from '../../../electron/vault/header-file'
import { customerForm } from '../../factories/customers'
import { makeBook, password, type Program, startProgram } from '../../support/program'
import { tempFolder } from '../../support/temp-folder'

let program: Program
beforeEach(async () => {
  program = startProgram()
  await makeBook(program)
})
afterEach(() => program.close())

async function addCustomers(count: number, on = program): Promise<void> {
  for (let index = 0; index < count; index += 1)
    await on.ask('customers.create', customerForm({ name: `虚构 ${index}` }))
}

const wal = `${bookFiles.database}-wal`

/** The folder as a killed program leaves it, with what happened to it before the next start. */
function leaveBehind(accident: (folder: string) => void): string {
  const folder = join(tempFolder(), basename(program.vault.folder()))
  cpSync(program.vault.folder(), folder, { recursive: true })
  accident(folder)
  return folder
}

/** Opens a book with a program of its own and looks at it. */
async function openBook<T>(
  folder: string,
  look: (state: VaultState, opened: Program) => Promise<T>,
): Promise<T> {
  const next = startProgram()
  try {
    await next.vault.openFolder(folder)
    const { uid } = program.vault.user()
    return await look(await next.vault.unlock(uid, password), next)
  } finally {
    await next.close()
  }
}

const findingsOf = (state: VaultState) => Promise.resolve(state.findings)

async function routesOf(opened: Program): Promise<string[]> {
  const { lines } = (await opened.ask('audit.list', {})) as { lines: { route: string }[] }
  return lines.map(({ route }) => route)
}

describe('after a crash', () => {
  it('nothing is missing where only the program was killed', async () => {
    await addCustomers(5)
    const folder = leaveBehind(() => undefined)
    const { findings, routes } = await openBook(folder, async (state, opened) => ({
      findings: state.findings,
      routes: await routesOf(opened),
    }))
    expect(findings).toEqual([])
    expect(routes).not.toContain('vault.changesMissing')
    expect(routes).not.toContain('audit.endMissing')
  })

  it('the changes of a lost wal are counted, said and written down, once', async () => {
    // Closed and opened again, so that the file holds a book and the wal what came after.
    await reopen()
    await addCustomers(7)
    const folder = leaveBehind((copy) => rmSync(join(copy, wal)))
    const [findings, routes, verdict] = await openBook(folder, async (state, opened) => [
      state.findings,
      await routesOf(opened),
      await opened.data.call('audit.check', { head: null }),
    ])
    expect(findings).toEqual([
      {
        kind: 'changes-missing',
        commands: 7,
        from: expect.any(Number) as number,
        until: expect.any(Number) as number,
      },
    ])
    expect(routes).toEqual(expect.arrayContaining(['vault.changesMissing', 'audit.endMissing']))
    expect(verdict).toMatchObject({ result: 'end-missing' })
    expect(await openBook(folder, findingsOf)).toEqual([])
  })

  it('the changes of a cut wal are counted', async () => {
    await reopen()
    await addCustomers(3)
    const half = statSync(join(program.vault.folder(), wal)).size
    await addCustomers(4)
    const folder = leaveBehind((copy) => truncateSync(join(copy, wal), half))
    expect(await openBook(folder, findingsOf)).toMatchObject([{ commands: 4 }])
  })

  it('a flipped bit in the wal is noticed by what it takes away', async () => {
    await reopen()
    await addCustomers(6)
    const folder = leaveBehind((copy) => {
      const bytes = readFileSync(join(copy, wal))
      const at = Math.floor(bytes.length / 2)
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
      rmSync(join(copy, wal))
      writeFileSync(join(copy, wal), bytes)
    })
    const findings = await openBook(folder, findingsOf)
    expect(findings).toMatchObject([{ kind: 'changes-missing' }])
  })

  it('a loss is noticed without the mark too, but not counted', async () => {
    await reopen()
    await addCustomers(2)
    const folder = leaveBehind((copy) => {
      rmSync(join(copy, wal))
      rmSync(join(copy, bookFiles.mark))
    })
    expect(await openBook(folder, findingsOf)).toMatchObject([{ commands: null, until: null }])
  })

  it('nothing is said where the lost session changed nothing', async () => {
    await reopen()
    const folder = leaveBehind((copy) => rmSync(join(copy, wal)))
    expect(await openBook(folder, findingsOf)).toEqual([])
  })

  it('the unlock screen knows beforehand that all of it will be read', async () => {
    await addCustomers(1)
    const killed = startProgram()
    expect((await killed.vault.openFolder(leaveBehind(() => undefined))).needsCheck).toBe(true)
    await killed.close()
    await program.vault.lock()
    expect(program.vault.state().needsCheck).toBe(false)
    expect(existsSync(join(program.vault.folder(), bookFiles.mark))).toBe(false)
  })
})

describe('a mark that is not of this state of the book', () => {
  it('means nothing where an older copy of the whole folder was put back', async () => {
    await addCustomers(2)
    const folder = leaveBehind(() => undefined)
    await addCustomers(3)
    expect(await openBook(folder, findingsOf)).toEqual([])
  })

  it('means nothing where the end of the chain is not known, as after a restore', async () => {
    await reopen()
    await addCustomers(3)
    const folder = leaveBehind((copy) => {
      rmSync(join(copy, wal))
      rmSync(join(copy, bookFiles.state))
    })
    expect(await openBook(folder, findingsOf)).toEqual([])
  })

  it('is not believed when it is scratched', async () => {
    await addCustomers(3)
    const folder = leaveBehind((copy) =>
      writeFileSync(join(copy, bookFiles.mark), Buffer.from('{"bas')),
    )
    expect(await openBook(folder, findingsOf)).toEqual([])
  })
})

async function reopen(): Promise<void> {
  const { uid } = program.vault.user()
  await program.vault.lock()
  await program.vault.unlock(uid, password)
}
