import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { diskFileSystem, type FileSystem } from '../../../../electron/jobs/backup/file-system'
import { journalName, replaceBook } from '../../../../electron/jobs/backup/replacement'
import {
  settleReplacement,
  takePutBack,
} from '../../../../electron/services/backup/settle-replacement'
import { tempFolder } from '../../../support/temp-folder'

const place = '示例.kebu'
const incoming = '.kebu-restore-0198f1a0-0000-4000-8000-000000000001'
const now = new Date(2026, 10, 22, 9, 30).getTime()
const kept = '示例 (kept 2026-11-22 0930).kebu'

let home = ''
const at = (...names: string[]) => join(home, ...names)
const contentOf = (name: string) =>
  existsSync(at(name, 'book.db')) ? readFileSync(at(name, 'book.db'), 'utf8') : null

function makeFolder(name: string, content: string): void {
  mkdirSync(at(name))
  writeFileSync(at(name, 'book.db'), content)
  writeFileSync(at(name, 'vault.json'), content)
}

/** The real disk until the power goes: from the k-th call on nothing happens any more, not even tidying up. */
function diskUntil(k: number): { fileSystem: FileSystem; wasCut: () => boolean } {
  let calls = 0
  const fileSystem = Object.fromEntries(
    Object.entries(diskFileSystem).map(([name, work]) => [
      name,
      async (...args: never[]) => {
        calls += 1
        if (calls >= k) throw Object.assign(new Error('power cut'), { code: 'EIO' })
        return (work as (...args: never[]) => Promise<unknown>)(...args)
      },
    ]),
  ) as FileSystem
  return { fileSystem, wasCut: () => calls >= k }
}

const replace = (fileSystem: FileSystem, from = incoming) =>
  replaceBook({ incoming: at(from), bookFolder: at(place), bookName: '示例', now }, fileSystem)

describe('a book that takes the place of another', () => {
  beforeEach(() => {
    home = tempFolder()
    takePutBack()
    makeFolder(place, 'old')
    makeFolder(incoming, 'new')
  })

  test('keeps the other under a dated name and leaves no journal', async () => {
    expect(await replace(diskFileSystem)).toBe(at(kept))
    expect([contentOf(place), contentOf(kept)]).toEqual(['new', 'old'])
    expect(readdirSync(home).sort()).toEqual([kept, place].sort())
  })

  test('after a power cut at any step the next look finds a book under its name, and no copy but the kept one', async () => {
    const seen = { old: 0, new: 0, nameless: 0 }
    for (let k = 1; ; k += 1) {
      const disk = diskUntil(k)
      await replace(disk.fileSystem).catch(() => undefined)
      if (!existsSync(at(place))) seen.nameless += 1
      settleReplacement(home)
      const content = contentOf(place)
      expect(`${k} ${content}`).toMatch(/^\d+ (old|new)$/)
      if (content === 'new') seen.new += 1
      else seen.old += 1
      expect(existsSync(at(journalName))).toBe(false)
      expect(contentOf(kept)).toBe(content === 'new' ? 'old' : null)
      if (!disk.wasCut()) break
      rmSync(home, { recursive: true })
      mkdirSync(home)
      makeFolder(place, 'old')
      makeFolder(incoming, 'new')
    }
    // The control: at least once the book had no name until the look gave it back.
    expect(seen.nameless).toBeGreaterThan(0)
    expect(seen.old).toBeGreaterThan(3)
    expect(seen.new).toBeGreaterThan(1)
  })

  test('tells once that a book was put back', async () => {
    for (let k = 1; existsSync(at(place)); k += 1) {
      rmSync(at(journalName), { force: true })
      await replace(diskUntil(k).fileSystem).catch(() => undefined)
    }
    settleReplacement(home)
    expect(takePutBack()).toBe('示例')
    expect(takePutBack()).toBeNull()
  })

  test('is not undone when it went through, even if its journal is still there', async () => {
    await replace(diskFileSystem)
    writeFileSync(at(journalName), JSON.stringify({ book: place, kept, incoming }))
    settleReplacement(home)
    expect([contentOf(place), contentOf(kept)]).toEqual(['new', 'old'])
    expect(takePutBack()).toBeNull()
  })

  test('that a person moved away is not replaced by an old kept one: only the journal says that it was cut off', async () => {
    await replace(diskFileSystem)
    rmSync(at(place), { recursive: true })
    settleReplacement(home)
    expect(existsSync(at(place))).toBe(false)
    expect(contentOf(kept)).toBe('old')
  })

  test('a kept book that comes back survives a power cut as a kept book', async () => {
    await replace(diskFileSystem)
    const swap = (fileSystem: FileSystem) =>
      replaceBook({ incoming: at(kept), bookFolder: at(place), bookName: '示例', now }, fileSystem)
    for (let k = 1; existsSync(at(place)); k += 1) {
      rmSync(at(journalName), { force: true })
      await swap(diskUntil(k).fileSystem).catch(() => undefined)
    }
    settleReplacement(home)
    expect([contentOf(place), contentOf(kept)]).toEqual(['new', 'old'])
  })

  test.each([
    ['cut off', '{"book":"示例.ke'],
    ['naming another folder', JSON.stringify({ book: '../示例.kebu', kept, incoming })],
    [
      'naming what is no prepared copy',
      JSON.stringify({ book: place, kept, incoming: 'documents' }),
    ],
  ])('a journal %s changes nothing', (_name, text) => {
    makeFolder('documents', 'mine')
    writeFileSync(at(journalName), text)
    settleReplacement(home)
    expect(contentOf(place)).toBe('old')
    expect(contentOf('documents')).toBe('mine')
    expect(existsSync(at(journalName))).toBe(false)
  })
})
