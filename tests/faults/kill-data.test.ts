import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRandom } from '../fixtures/seeded-random'
import { bundleWorker } from '../support/bundle-worker'
import { killAfter } from '../support/kill-process'
import { acknowledgements, bookOf, examine, makeNewBook, makeOldBook } from './kill-data.book'

const oldCustomers = 1500
const isAll = process.env.KEBU_FAULTS === 'all'
/** With the kills of `program-kill.test.ts` there are a thousand when all are asked for. */
const times = isAll
  ? { commands: 320, imports: 180, migration: 110 }
  : { commands: 60, imports: 40, migration: 30 }
const whole = {
  ...{ lost: 0, integrity: 'ok', brokenReferences: 0, trail: 'intact', trailTooShort: false },
  halfImports: 0,
}
let worker: string
let root: string
let kills = 0
let acknowledged = 0

beforeAll(async () => {
  worker = await bundleWorker(join(import.meta.dirname, 'kill-data.worker.ts'), { inline: true })
  root = mkdtempSync(join(tmpdir(), 'kebu-kill-'))
})
afterAll(() => {
  rmSync(root, { recursive: true, force: true })
  console.log(`killed ${kills} times, ${acknowledged} acknowledged changes`)
})

function newFolder(): string {
  const folder = mkdtempSync(join(root, 'book-'))
  writeFileSync(join(folder, acknowledgements), '')
  return folder
}

type Options = {
  flow: string
  times: number
  /** The kill comes up to so long after one of these words of the worker. */
  longestMs: number
  words: ('started' | 'open')[]
  prepare: (folder: string) => void
}
/** Mostly while it works, now and then while it opens the book after the last kill. */
const atWork: Options['words'] = ['open', 'open', 'open', 'started']

/** Kills a data process at a random moment again and again, two books side by side, and looks at each book after each kill. */
async function killAgainAndAgain(
  options: Options,
  look: (found: Awaited<ReturnType<typeof examine>>) => void,
): Promise<void> {
  const { flow, times, longestMs, words, prepare } = options
  const lane = async (seed: number) => {
    const random = makeRandom(seed)
    const folder = newFolder()
    for (let time = 0; time < times / 2; time += 1) {
      prepare(folder)
      const args = [flow, folder, `${seed}r${time}`]
      const moment = { word: random.pick(words), delayMs: random.int(0, longestMs) }
      expect(await killAfter(worker, args, moment)).toBe(true)
      kills += 1
      look(await examine(folder))
    }
    acknowledged += (await examine(folder)).acknowledged
  }
  await Promise.all([lane(1), lane(2)])
}

/** The same book goes through all kills of a lane. */
function onlyOnce(make: (folder: string) => void): (folder: string) => void {
  return (folder) => {
    if (!existsSync(bookOf(folder))) make(folder)
  }
}

describe('a data process that is killed', () => {
  it('amid commands loses nothing that was acknowledged', async () => {
    const options: Options = {
      flow: 'commands',
      times: times.commands,
      longestMs: 300,
      words: atWork,
      prepare: onlyOnce(makeNewBook),
    }
    await killAgainAndAgain(options, (found) => expect(found).toMatchObject(whole))
    expect(acknowledged).toBeGreaterThan(times.commands)
  })

  it('amid imports leaves none of a file or all of it', async () => {
    const options: Options = {
      flow: 'imports',
      times: times.imports,
      longestMs: 400,
      words: atWork,
      prepare: onlyOnce(makeNewBook),
    }
    await killAgainAndAgain(options, (found) => expect(found).toMatchObject(whole))
  })

  it('amid a migration leaves a book that the next start brings up to date', async () => {
    const template = newFolder()
    makeOldBook(template, oldCustomers)
    const prepare = (folder: string) => {
      for (const end of ['-wal', '-shm']) rmSync(bookOf(folder) + end, { force: true })
      copyFileSync(bookOf(template), bookOf(folder))
      writeFileSync(join(folder, acknowledgements), '')
    }
    let beforeItsEnd = 0
    const options: Options = {
      flow: 'migration',
      times: times.migration,
      longestMs: 150,
      words: ['started'],
      prepare,
    }
    await killAgainAndAgain(options, (found) => {
      expect(found).toMatchObject({ ...whole, old: oldCustomers })
      if (found.acknowledged === 0) beforeItsEnd += 1
    })
    expect(beforeItsEnd).toBeGreaterThan(times.migration / 12)
  })

  it('is noticed by these tests when it acknowledges before the commit', async () => {
    let lost = 0
    const options: Options = {
      flow: 'early',
      times: 20,
      longestMs: 200,
      words: atWork,
      prepare: onlyOnce(makeNewBook),
    }
    await killAgainAndAgain(options, (found) => (lost = Math.max(lost, found.lost)))
    expect(lost).toBeGreaterThan(0)
  })
})
