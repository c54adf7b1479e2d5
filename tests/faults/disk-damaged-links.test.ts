import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toErrorShape } from '@shared/core/errors'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  dumpOf,
  dumpOfBackup,
  fillBook,
  makeBook,
  makeSandbox,
  type Sandbox,
  writeLink,
} from '../electron/jobs/backup/backup-fixture'
import { spreadDamage, tally, withDamage } from '../support/damage'

/** KEBU_FAULTS=all asks for so many per file that with those of damage.test.ts there are more than ten thousand. */
const perFile = process.env.KEBU_FAULTS === 'all' ? 1000 : 60

let sandbox: Sandbox
beforeEach(() => {
  sandbox = makeSandbox()
})
afterEach(() => sandbox.remove())

/** A full backup, a differential one and an incremental one on top of it. */
async function makeChain() {
  const book = makeBook(sandbox)
  const full = await writeLink(book, sandbox, 'a.kebubak')
  fillBook(book, 5, 'first')
  const middle = { kind: 'differential', parentPath: full } as const
  const differential = await writeLink(book, sandbox, 'b.kebubak', middle)
  fillBook(book, 5, 'second')
  const last = { kind: 'incremental', parentPath: differential } as const
  const incremental = await writeLink(book, sandbox, 'c.kebubak', last)
  const rows = dumpOf(book.raw)
  book.close()
  return { files: [full, differential, incremental], newest: incremental, rows }
}

async function look(newest: string, rows: string): Promise<string> {
  try {
    return (await dumpOfBackup(newest, sandbox)) === rows ? 'unnoticed' : 'wrong data'
  } catch (error) {
    return toErrorShape(error).code
  }
}

describe('accidents to any file of a chain', () => {
  it('are all reported as damage, and the whole chain is never refused', async () => {
    const { files, newest, rows } = await makeChain()
    for (const [index, path] of files.entries()) {
      const whole = readFileSync(path)
      const damaged: string[] = []
      const undamaged: string[] = []
      for (const [number, damage] of spreadDamage(whole.length, perFile, index + 7).entries()) {
        writeFileSync(path, withDamage(whole, damage))
        damaged.push(await look(newest, rows))
        if (number % 20 > 0) continue
        writeFileSync(path, whole)
        undamaged.push(await look(newest, rows))
      }
      writeFileSync(path, whole)
      const file = path.slice(sandbox.drive.length + 1)
      expect({ file, damaged: tally(damaged), undamaged: tally(undamaged) }).toEqual({
        file,
        damaged: { 'backups.damaged': perFile },
        undamaged: { unnoticed: Math.ceil(perFile / 20) },
      })
    }
  })

  it('would give wrong data or none to a reader that trusts the newest file alone', async () => {
    const { files, newest, rows } = await makeChain()
    // The middle one is whole in itself, but it is that of another day.
    const book = makeBook({ ...sandbox, work: sandbox.root })
    const other = { ...sandbox, drive: sandbox.work }
    await writeLink(book, other, 'b.kebubak')
    book.close()
    writeFileSync(files[1] ?? '', readFileSync(join(sandbox.work, 'b.kebubak')))
    expect(await look(newest, rows)).toMatch(/^backups\.(damaged|chain-incomplete)$/)
    expect(await look(files[1] ?? '', rows)).toBe('wrong data')
  })
})
