import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRandom } from '../fixtures/seeded-random'
import { bundleWorker } from '../support/bundle-worker'
import { killAfter, killAtStep } from '../support/kill-process'
import { startProgram } from '../support/program'
import { type Bed, check, makeBed, makeRoot, wordsOf } from './program-book'
import { openWith } from './program-checks'
import { newPassword } from './program-flows'
import { quickFolder } from './power-cut/record'
import { password } from '../support/program'

/** Kills at a moment of chance, for each flow that has a time for them. */
const chances = process.env.KEBU_FAULTS === 'all' ? 120 : 8

let folder: string
let bed: Bed
let worker: string
const kills = { atSteps: 0, byChance: 0 }

beforeAll(async () => {
  folder = quickFolder('kill')
  worker = await bundleWorker(join(import.meta.dirname, 'program.worker.ts'), { inline: true })
  bed = await makeBed(folder)
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  console.log(`killed ${kills.atSteps} times at a step, ${kills.byChance} times by chance`)
})

const argsOf = (flow: string, root: string) => [flow, root, bed.backup, wordsOf(root)]

/** Kills a flow at one of its steps and looks at what is left; null when it came to its end before that step. */
async function killAt(flow: string, step: number): Promise<string | null> {
  const root = makeRoot(bed, flow)
  const killed = await killAtStep(worker, argsOf(flow, root), step)
  const outcome = await check(flow, root, bed)
  if (killed) kills.atSteps += 1
  return killed ? outcome : null
}

/** Two at a time, for as long as any step is left. */
async function killEverywhere(flow: string): Promise<string[]> {
  const outcomes: string[] = []
  for (let step = 1; ; step += 2) {
    for (const outcome of await Promise.all([killAt(flow, step), killAt(flow, step + 1)]))
      if (outcome !== null) outcomes.push(outcome)
    if (outcomes.length < step + 1) return outcomes
  }
}

/** Kills a flow at moments spread over the time that it takes, two at a time. */
async function killByChance(flow: string, times: number): Promise<string[]> {
  const random = makeRandom(times)
  const longestMs = await timeOf(flow)
  const outcomes: string[] = []
  const lane = async () => {
    for (let time = 0; time < times / 2; time += 1) {
      const root = makeRoot(bed, flow)
      const moment = { word: 'started', delayMs: random.int(0, longestMs) }
      if (await killAfter(worker, argsOf(flow, root), moment)) kills.byChance += 1
      outcomes.push(await check(flow, root, bed))
    }
  }
  await Promise.all([lane(), lane()])
  return outcomes
}

async function timeOf(flow: string): Promise<number> {
  const root = makeRoot(bed, flow)
  const from = performance.now()
  expect(await killAfter(worker, argsOf(flow, root), { word: 'never', delayMs: 0 })).toBe(false)
  expect(readFileSync(wordsOf(root), 'utf8')).toContain('locked')
  // Some of it went by before the worker could say that it had started.
  return (performance.now() - from) * 0.8
}

const unique = (outcomes: string[]) => [...new Set(outcomes)].sort()

describe('a program that is killed at any step', () => {
  it('of making a book leaves none, or a whole one', async () => {
    const outcomes = await killEverywhere('create')
    expect(outcomes.length).toBeGreaterThan(5)
    expect(unique(outcomes)).toEqual(['none', 'whole'])
  })

  it('of changing a password leaves the old or the new one', async () => {
    const outcomes = await killEverywhere('change-password')
    expect(outcomes.length).toBeGreaterThan(5)
    expect(unique(outcomes)).toEqual(['new', 'old'])
  })

  it('of changing the data key leaves a book under the old or a new key, whole', async () => {
    const outcomes = await killEverywhere('rotate-key')
    expect(outcomes.length).toBeGreaterThan(10)
    expect(unique(outcomes).length).toBeGreaterThan(2)
  })

  it('of replacing the recovery key leaves the old or the new one', async () => {
    const outcomes = await killEverywhere('reissue-recovery')
    expect(outcomes.length).toBeGreaterThan(5)
    expect(unique(outcomes)).toEqual(['new', 'old'])
  })

  it('of adding, disabling and removing somebody leaves the owner in', async () => {
    expect((await killEverywhere('add-and-remove')).length).toBeGreaterThan(15)
  })

  it('of a restore leaves the book as it was or the restored one, and the other beside it', async () => {
    const outcomes = await killEverywhere('restore')
    expect(outcomes.length).toBeGreaterThan(3)
    expect(unique(outcomes)).toContain('restored')
  })

  it('of a backup leaves whole backups', async () => {
    expect((await killEverywhere('back-up-changes')).length).toBeGreaterThan(3)
  })
})

describe('a program that is killed at any moment', () => {
  it.each([
    ['back-up-all', ['1 backups', '2 backups']],
    ['back-up-changes', ['1 backups', '2 backups']],
    ['restore', ['as before', 'restored']],
  ])('of %s leaves what was before or what comes after', async (flow, allowed) => {
    for (const outcome of await killByChance(flow, chances)) expect(allowed).toContain(outcome)
  })

  it('of changing the data key leaves a book that opens, whole', async () => {
    expect(await killByChance('rotate-key', chances)).toHaveLength(chances)
  })
})

describe('these tests', () => {
  it('notice a lost header (control)', async () => {
    const root = makeRoot(bed, 'change-password')
    const program = startProgram(root)
    rmSync(join(program.vault.folder(), 'vault.json'))
    program.vault.retry()
    const found = { program, root, template: bed, done: false }
    await expect(openWith(found, [password, newPassword])).rejects.toThrow('no password')
    await program.close()
  })
})
