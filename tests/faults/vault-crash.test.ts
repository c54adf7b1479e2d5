import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWorker } from '../support/bundle-worker'
import { makeBook, password, type Program, startProgram } from '../support/program'

const newPassword = 'eine andere lange 密码'
const customers = 20

let worker: string
let template: string
let recoveryKey: string
let ownerUid: string
let kills = 0

beforeAll(async () => {
  worker = await bundleWorker(join(import.meta.dirname, 'vault-crash.worker.ts'))
  template = mkdtempSync(join(tmpdir(), 'kebu-crash-'))
  const program = startProgram(template)
  recoveryKey = await makeBook(program)
  ownerUid = program.vault.user().uid
  for (let index = 0; index < customers; index += 1)
    await program.ask('customers.create', { kind: 'company', name: `示例公司 ${index}` })
  await program.vault.lock()
  mkdirSync(join(template, 'usb'))
}, 120_000)

afterAll(() => {
  rmSync(template, { recursive: true, force: true })
  console.log(`killed ${kills} times in the middle of a vault command`)
})

/** Runs a flow on a copy of the book and kills it at its n-th step; false when it came to its end before that. */
function crashAt(flow: string, step: number, folder: string): boolean {
  const { signal, status, stderr } = spawnSync(process.execPath, [worker, flow, folder], {
    env: { ...process.env, KEBU_FAIL_POINT: `#${step}` },
    encoding: 'utf8',
    timeout: 60_000,
  })
  if (signal === 'SIGKILL') {
    kills += 1
    expect(existsSync(join(folder, 'done'))).toBe(false)
    return true
  }
  expect(`${status} ${stderr}`).toMatch(/^0 /)
  expect(existsSync(join(folder, 'done'))).toBe(true)
  return false
}

type Check = (program: Program, folder: string) => Promise<void>

/** Kills a flow at each of its steps in turn, and looks at what is left each time. */
async function killEverywhere(flow: string, fresh: boolean, check: Check): Promise<number> {
  for (let step = 1; ; step += 1) {
    const folder = mkdtempSync(join(tmpdir(), 'kebu-crash-'))
    if (!fresh) cpSync(template, folder, { recursive: true })
    if (!fresh) moveBook(folder)
    const killed = crashAt(flow, step, folder)
    const program = startProgram(folder)
    await check(program, folder)
    await program.close()
    if (!killed) return step - 1
  }
}

/** The copy works on its own book, not on the template's. */
function moveBook(folder: string): void {
  const path = join(folder, 'preferences.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace(template, folder))
}

/** Opens with the first of some passwords that fits. */
async function openWith(program: Program, passwords: string[]): Promise<string> {
  for (const candidate of passwords) {
    const opened = await program.vault.unlock(ownerUid, candidate).catch(() => null)
    if (opened?.phase === 'open') return candidate
  }
  throw new Error(`no password opens the book: ${JSON.stringify(program.vault.state().problem)}`)
}

async function expectWhole(program: Program): Promise<void> {
  expect(await program.ask('customers.counts', {})).toMatchObject({ active: customers })
  expect(await program.data.call('audit.check', { head: null })).toMatchObject({ result: 'intact' })
}

describe('a program that is killed at any step', () => {
  it('of making a book leaves none, or a whole one', async () => {
    const steps = await killEverywhere('create', true, async (program) => {
      const state = program.vault.state()
      if (state.phase === 'none') return
      expect(state.phase).toBe('locked')
      const [user] = state.users
      expect(await program.vault.unlock(user?.uid ?? '', password)).toMatchObject({ phase: 'open' })
    })
    expect(steps).toBeGreaterThan(5)
  }, 300_000)

  it('of changing a password leaves the old or the new one', async () => {
    const seen = new Set<string>()
    const steps = await killEverywhere('change-password', false, async (program) => {
      seen.add(await openWith(program, [password, newPassword]))
      await expectWhole(program)
    })
    expect(steps).toBeGreaterThan(5)
    expect([...seen].sort()).toEqual([password, newPassword].sort())
  }, 300_000)

  it('of changing the data key leaves a book under the old or the new key, whole', async () => {
    const keys = new Set<string>()
    const steps = await killEverywhere('rotate-key', false, async (program, folder) => {
      await openWith(program, [password])
      await expectWhole(program)
      const key = await program.vault.withKey('page', (k) => Promise.resolve(k.toString('hex')))
      keys.add(key)
      const leftovers = ['book.next.db', 'book.next.db-journal'].filter((name) =>
        existsSync(join(program.vault.folder(), name)),
      )
      expect({ folder, leftovers }).toEqual({ folder, leftovers: [] })
      expect(program.vault.header().slots.every(({ nextWrapped }) => nextWrapped === null)).toBe(
        true,
      )
    })
    expect(steps).toBeGreaterThan(10)
    expect(keys.size).toBeGreaterThan(2)
  }, 300_000)

  it('of replacing the recovery key leaves the old or the new one', async () => {
    const seen = new Set<string>()
    const steps = await killEverywhere('reissue-recovery', false, async (program, folder) => {
      const kept = join(folder, 'new-recovery-key')
      const candidates = [recoveryKey, ...(existsSync(kept) ? [readFileSync(kept, 'utf8')] : [])]
      const opened: string[] = []
      for (const [index, candidate] of candidates.entries()) {
        const state = await program.vault
          .unlockWithRecoveryKey(candidate, `${newPassword} ${index}`)
          .catch(() => null)
        if (state?.phase === 'open') opened.push(index === 0 ? 'old' : 'new')
      }
      expect(opened).toHaveLength(1)
      seen.add(opened[0] ?? '')
    })
    expect(steps).toBeGreaterThan(5)
    expect([...seen].sort()).toEqual(['new', 'old'])
  }, 300_000)

  it('of adding, disabling and removing somebody leaves the owner in', async () => {
    const steps = await killEverywhere('add-and-remove', false, async (program) => {
      await openWith(program, [password])
      await expectWhole(program)
      expect((await program.accounts.list()).length).toBeLessThanOrEqual(2)
    })
    expect(steps).toBeGreaterThan(15)
  }, 300_000)

  it('is noticed by these tests when a step loses the header', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kebu-crash-'))
    cpSync(template, folder, { recursive: true })
    moveBook(folder)
    const program = startProgram(folder)
    rmSync(join(program.vault.folder(), 'vault.json'))
    program.vault.retry()
    await expect(openWith(program, [password, newPassword])).rejects.toThrow('no password')
    await program.close()
  })
})
