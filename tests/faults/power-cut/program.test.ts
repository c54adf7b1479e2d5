import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRandom } from '../../fixtures/seeded-random'
import { bundleWorker } from '../../support/bundle-worker'
import { type Bed, check, makeBed, makeRoot, wordsOf } from '../program-book'
import { drawCut, leaveBehind } from './after-cut'
import { createDisk } from './disk'
import { compileRecorder, quickFolder, recordWorker, type Recording } from './record'

/** Each opens a book, which takes a key derivation; there are thousands more in `data.test.ts`. */
const states = process.env.KEBU_FAULTS === 'all' ? 200 : 16

let folder: string
let bed: Bed
let worker: string
let library: string
let cuts = 0

/** A flow on a copy of the template, and the folder that it worked on: states go to the same place, since books are found by path. */
function record(flow: string): { recording: Recording; root: string } {
  const root = makeRoot(bed, flow)
  const args = [flow, root, bed.backup]
  return { recording: recordWorker({ library, worker, args, root, aside: folder }), root }
}

/**
 * Cuts the power at moments spread over a flow, from its first change to its end.
 * @returns outcomes of the checks
 */
async function cutPower(
  flow: string,
  { recording: { before, calls }, root }: ReturnType<typeof record>,
  count: number,
): Promise<string[]> {
  const random = makeRandom(count)
  const disk = createDisk(root, before)
  const moments = calls.flatMap(({ kind }, index) => (kind === 'close' ? [] : [index + 1]))
  let words = ''
  let played = 0
  const outcomes: string[] = []
  for (let state = 0; state < count; state += 1) {
    const at = Math.floor(((state + random.int(0, 999) / 1000) * moments.length) / count)
    for (const end = moments[at] ?? 0; played < end; played += 1) {
      const call = calls[played]
      if (call?.kind === 'said') words += call.text
      else if (call) disk.apply(call)
    }
    const cut = drawCut(random)
    leaveBehind(disk.top, root, cut, random)
    writeFileSync(wordsOf(root), words)
    const where = `${flow}: after ${played} of ${calls.length} calls, ${JSON.stringify(cut)}`
    outcomes.push(await checkAt(where, flow, root))
    cuts += 1
  }
  return outcomes
}

async function checkAt(where: string, flow: string, root: string): Promise<string> {
  try {
    return await check(flow, root, bed)
  } catch (error) {
    throw new Error(`power cut in ${where}`, { cause: error })
  }
}

const unique = (outcomes: string[]) => [...new Set(outcomes)].sort()

/** The recorder takes the place of functions of libc. */
describe.skipIf(process.platform !== 'linux')('a power cut', () => {
  beforeAll(async () => {
    folder = quickFolder('power-cut-program')
    library = compileRecorder(folder)
    worker = await bundleWorker(join(import.meta.dirname, '..', 'program.worker.ts'), {
      inline: true,
    })
    bed = await makeBed(folder)
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
    console.log(`cut the power ${cuts} times in the middle of what the program does with files`)
  })

  it.each([
    ['create', ['none', 'whole']],
    ['change-password', ['new', 'old']],
    ['back-up-all', ['1 backups', '2 backups']],
    ['back-up-changes', ['1 backups', '2 backups']],
    ['restore', ['as before', 'restored']],
  ])('amid %s leaves what was before or what comes after', async (flow, allowed) => {
    expect(unique(await cutPower(flow, record(flow), states))).toEqual(allowed)
  })

  it('amid a change of the data key leaves a book that opens', async () => {
    const outcomes = await cutPower('rotate-key', record('rotate-key'), states)
    expect(unique(outcomes).length).toBeGreaterThan(1)
  })

  it('leaves something else when flushes do nothing (control)', async () => {
    const { recording, root } = record('back-up-all')
    const calls = recording.calls.filter(({ kind }) => kind !== 'sync')
    await expect(
      cutPower('back-up-all', { recording: { ...recording, calls }, root }, 20),
    ).rejects.toThrow('power cut in')
  })
})
