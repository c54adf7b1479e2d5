import { afterEach, expect, it, vi } from 'vitest'
import { makeBook, password, startProgram } from '../../support/program'

afterEach(() => void vi.useRealTimers())

const day = 86_400_000

it('a clock that was set back is named at the unlock, locks nobody out, and is forgotten once it is right', async () => {
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now })
  const program = startProgram()
  await makeBook(program)
  const { uid } = program.vault.user()
  const findingsAt = async (moment: number) => {
    await program.vault.lock()
    vi.setSystemTime(moment)
    const state = await program.vault.unlock(uid, password)
    expect(state.phase).toBe('open')
    return state.findings
  }
  expect(await findingsAt(now + day)).toEqual([])
  const behind = { kind: 'clock', problem: 'behind', now: now - 5 * day, last: now + day }
  expect(await findingsAt(now - 5 * day)).toEqual([behind])
  expect(program.vault.dismissFindings().findings).toEqual([])
  expect(await findingsAt(now + 2 * day)).toEqual([])
  expect(await findingsAt(now + 500 * day)).toMatchObject([{ kind: 'clock', problem: 'ahead' }])
  await program.close()
})
