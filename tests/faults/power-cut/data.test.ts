import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRandom } from '../../fixtures/seeded-random'
import { bundleWorker } from '../../support/bundle-worker'
import { acknowledgements, examine, makeNewBook } from '../kill-data.book'
import { drawCut, leaveBehind } from './after-cut'
import { createDisk } from './disk'
import {
  compileRecorder,
  listDifferences,
  quickFolder,
  recordWorker,
  type Recording,
} from './record'
import type { Recorded } from './recording'

const states = process.env.KEBU_FAULTS === 'all' ? 10_000 : 300
const controls = 60
const whole = {
  ...{ lost: 0, integrity: 'ok', brokenReferences: 0, trail: 'intact', trailTooShort: false },
  halfImports: 0,
}

let place: string
let root: string
let worker: string
let library: string
let full: Recording

function record(synchronous: 'FULL' | 'NORMAL'): Recording {
  rmSync(root, { recursive: true, force: true })
  mkdirSync(root)
  makeNewBook(root)
  return recordWorker({ library, worker, args: [synchronous, root], root, aside: place })
}

type Outcome = Awaited<ReturnType<typeof examine>> | { unusable: string }

/** Cuts the power at moments spread evenly over a recording, and looks at what is left each time. */
async function cutPower(
  { before, calls }: Recording,
  count: number,
  look: (outcome: Outcome, where: string) => void,
): Promise<void> {
  const random = makeRandom(count)
  const disk = createDisk(root, before)
  const answers: string[] = []
  let played = 0
  for (let state = 0; state < count; state += 1) {
    const end = Math.floor(((state + random.int(0, 999) / 1000) * calls.length) / count)
    for (; played < end; played += 1) {
      const call = calls[played]
      if (call?.kind === 'said') answers.push(call.text)
      else if (call) disk.apply(call)
    }
    const cut = drawCut(random)
    leaveBehind(disk.top, root, cut, random)
    writeFileSync(join(root, acknowledgements), answers.join(''))
    const outcome = await examine(root).catch((error: unknown) => ({ unusable: String(error) }))
    look(outcome, `after ${played} of ${calls.length} calls, ${JSON.stringify(cut)}`)
  }
}

const isLoss = (outcome: Outcome) => 'unusable' in outcome || outcome.lost > 0

/** The recorder takes the place of functions of libc. */
describe.skipIf(process.platform !== 'linux')('a power cut', () => {
  beforeAll(async () => {
    place = quickFolder('power-cut')
    root = join(place, 'disk')
    library = compileRecorder(place)
    worker = await bundleWorker(join(import.meta.dirname, 'data.worker.ts'), { inline: true })
    full = record('FULL')
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  it('is played on a recording that holds every byte the program wrote', () => {
    expect(listDifferences(full, root)).toEqual([])
    const last = full.calls.findLastIndex(({ kind }) => kind === 'write')
    expect(listDifferences({ ...full, calls: full.calls.toSpliced(last, 1) }, root)).not.toEqual([])
    const kinds = new Set(full.calls.map(({ kind }) => kind))
    expect([...kinds]).toEqual(expect.arrayContaining(['write', 'sync', 'unlink', 'said']))
  })

  it(`in any of ${states} moments loses nothing that was acknowledged`, async () => {
    let acknowledged = 0
    await cutPower(full, states, (outcome, where) => {
      expect({ where, ...outcome }).toMatchObject({ where, ...whole })
      if ('acknowledged' in outcome) acknowledged = Math.max(acknowledged, outcome.acknowledged)
    })
    expect(acknowledged).toBeGreaterThan(60)
    console.log(`cut the power ${states} times in ${full.calls.length} calls of the disk`)
  })

  it('loses changes when commits are not flushed (control: synchronous = NORMAL)', async () => {
    let losses = 0
    await cutPower(record('NORMAL'), controls, (outcome) => (losses += Number(isLoss(outcome))))
    expect(losses).toBeGreaterThan(controls / 4)
    console.log(`without flushing commits ${losses} of ${controls} cuts lost something`)
  })

  it('loses changes when the disk does not do what it is asked (control: no flush counts)', async () => {
    const calls = full.calls.filter(({ kind }: Recorded) => kind !== 'sync')
    let losses = 0
    await cutPower({ ...full, calls }, controls, (outcome) => (losses += Number(isLoss(outcome))))
    expect(losses).toBeGreaterThan(controls / 4)
  })
})
