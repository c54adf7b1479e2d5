import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findMovedBook } from '../../../electron/services/moved-book'
import { makeBook, password, type Program, startProgram } from '../../support/program'
import { tempFolder } from '../../support/temp-folder'

let program: Program
let original: string
let ownerUid: string
beforeAll(async () => {
  program = startProgram()
  await makeBook(program)
  ownerUid = program.vault.user().uid
  await program.vault.lock()
  original = program.vault.folder()
})
afterAll(() => program.close())

let root: string
let home: string
let stick: string
beforeEach(() => {
  root = tempFolder()
  home = join(root, 'home')
  stick = join(root, 'media', 'STICK')
  for (const folder of [home, stick]) mkdirSync(folder, { recursive: true })
})

/** The book as it lies somewhere; the folder where it was stays free. */
function put(folder: string): string {
  mkdirSync(dirname(folder), { recursive: true })
  cpSync(original, folder, { recursive: true })
  return folder
}

/** Looks for the book while its folder has another name. */
async function find(lost: string = original) {
  const hidden = `${original}.hidden`
  renameSync(original, hidden)
  try {
    const machine = { home, listDriveRoots: () => Promise.resolve([stick]) }
    return await findMovedBook({ folder: lost, secondPlace: program.secondPlace }, machine)
  } finally {
    renameSync(hidden, original)
  }
}

describe('a book whose folder is gone', () => {
  it('is found under another name beside its old place', async () => {
    // `find` itself renames it there.
    expect(await find()).toBe(`${original}.hidden`)
  })

  it('is found by its vault, not by its name', async () => {
    const stranger = startProgram()
    await makeBook(stranger)
    await stranger.vault.lock()
    cpSync(stranger.vault.folder(), join(home, 'Kebu', '晨禾示例商贸.kebu'), { recursive: true })
    await stranger.close()
    expect(await find()).toBe(`${original}.hidden`)
  })

  it('is not looked for where this computer never knew it', async () => {
    put(join(home, 'a.kebu'))
    expect(await find(join(root, 'elsewhere', 'b.kebu'))).toBeNull()
  })
})

describe('the places that are looked at', () => {
  /** Without the one beside the old place, which the tests above find. */
  async function findAfterMoving(to: string): Promise<string | null> {
    mkdirSync(dirname(to), { recursive: true })
    renameSync(original, to)
    try {
      const machine = { home, listDriveRoots: () => Promise.resolve([stick]) }
      const lost = { folder: original, secondPlace: program.secondPlace }
      return await findMovedBook(lost, machine)
    } finally {
      renameSync(to, original)
    }
  }

  it.each([
    ['the home folder', () => join(home, 'x.kebu')],
    ['the folder of books', () => join(home, 'Kebu', 'x')],
    ['the desktop', () => join(home, 'Desktop', 'x.kebu')],
    ['the top of a drive', () => join(stick, 'x.kebu')],
    ['the folder above', () => join(dirname(dirname(original)), 'x.kebu')],
    // The same drive under another letter or mount.
    ['the same path on a drive', () => join(stick, ...original.split('/').slice(-3))],
  ])('%s', async (_name, place) => {
    const to = place()
    expect(await findAfterMoving(to)).toBe(to)
  })

  it('not the depths of a folder', async () => {
    expect(await findAfterMoving(join(home, 'Documents', 'a', 'b', 'x.kebu'))).toBeNull()
  })

  it('and a damaged header there is no book', async () => {
    mkdirSync(join(home, 'y.kebu'))
    writeFileSync(join(home, 'y.kebu', 'vault.json'), '{')
    expect(await findAfterMoving(join(home, 'z', 'y', 'x.kebu'))).toBeNull()
  })

  it('and it opens where it was found', async () => {
    const to = join(home, 'x.kebu')
    renameSync(original, to)
    expect(program.vault.retry()).toMatchObject({ problem: { kind: 'folder-missing' } })
    expect(await program.vault.openFolder(to)).toMatchObject({ phase: 'locked' })
    expect(await program.vault.unlock(ownerUid, password)).toMatchObject({ phase: 'open' })
    await program.vault.lock()
  })
})
