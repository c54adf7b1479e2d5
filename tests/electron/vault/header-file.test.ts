import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { renameUser } from '../../../electron/vault/accounts'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import type { VaultHeader } from '../../../electron/vault/header'
import {
  keepSecondCopy,
  listHeaderCopies,
  putHeader,
  readHeader,
  restoreHeaderCopy,
  writeHeader,
} from '../../../electron/vault/header-file'
import { createNextKeys } from '../../../electron/vault/keys'
import { finishRotation, startRotation } from '../../../electron/vault/rotation'
import { createdAt, now, people, testVault } from '../../support/vault'
import { tempFolder } from '../../support/temp-folder'

let draft: VaultDraft
let foreign: VaultDraft
let next: VaultHeader

beforeAll(async () => {
  draft = await testVault()
  foreign = await testVault('另一家')
  next = renameUser(draft.header, draft.keys, { uid: people.owner, name: '陈立秋', now })
})

const text = (...path: string[]) => readFileSync(join(...path), 'utf8')
const refused = (code: string) => expect.objectContaining({ code })
const first = { generation: 1, savedAt: createdAt }
const second = { generation: 2, savedAt: now }

/** Every file under a folder as one text. */
function allOf(...folders: string[]): string {
  return folders.flatMap((folder) => readdirSync(folder).map((name) => text(folder, name))).join()
}

describe('the header file', () => {
  it('has a copy beside it and one in the second place, never of an older one', () => {
    const [folder, place] = [tempFolder(), join(tempFolder(), 'headers')]
    writeHeader(folder, draft.header, place)
    writeHeader(folder, next, place)
    expect(readHeader(folder)).toEqual(next)
    expect(readdirSync(folder).sort()).toEqual(['vault.copy.json', 'vault.json'])
    expect(readdirSync(place)).toEqual([`${next.vaultId}.json`])
    expect(listHeaderCopies(folder, place)).toEqual([
      { source: 'beside', ...second },
      { source: 'second', ...second },
    ])
    expect(listHeaderCopies(folder, null)).toEqual([{ source: 'beside', ...second }])
  })

  it('is written even where the second place cannot be', () => {
    const [folder, blocked] = [tempFolder(), join(tempFolder(), 'file')]
    writeFileSync(blocked, '')
    writeHeader(folder, draft.header, blocked)
    expect(readHeader(folder)).toEqual(draft.header)
    expect(listHeaderCopies(folder, blocked)).toEqual([{ source: 'beside', ...first }])
  })

  it('says missing for a missing file, damaged for a damaged one', () => {
    const folder = tempFolder()
    expect(() => readHeader(folder)).toThrowError(refused('vault.header-missing'))
    writeFileSync(join(folder, 'vault.json'), '{}')
    expect(() => readHeader(folder)).toThrowError(refused('vault.header-damaged'))
    writeFileSync(join(folder, 'vault.json'), Buffer.alloc(2 * 1024 * 1024))
    expect(() => readHeader(folder)).toThrowError(refused('vault.header-damaged'))
  })
})

describe('a copy of the header', () => {
  it('takes the place of a damaged one, which is set aside, as is every further one', () => {
    const [folder, place] = [tempFolder(), tempFolder()]
    writeHeader(folder, draft.header, place)
    writeHeader(folder, next, place)
    writeFileSync(join(folder, 'vault.json'), 'half a hea')
    restoreHeaderCopy(folder, place, 'beside')
    expect(readHeader(folder)).toEqual(next)
    restoreHeaderCopy(folder, place, 'second')
    expect(readHeader(folder)).toEqual(next)
    expect(text(folder, 'vault.damaged.json')).toBe('half a hea')
    expect(JSON.parse(text(folder, 'vault.damaged-2.json'))).toEqual(next)
  })

  it('in the second place brings back a header of which nothing is left in the folder', () => {
    const [folder, place] = [tempFolder(), tempFolder()]
    writeHeader(folder, draft.header, place)
    for (const name of readdirSync(folder)) rmSync(join(folder, name))
    restoreHeaderCopy(folder, place, 'second')
    expect(readHeader(folder)).toEqual(draft.header)
    expect(readdirSync(folder)).toEqual(['vault.json'])
  })

  it('of another folder is not offered', () => {
    const [folder, place] = [tempFolder(), tempFolder()]
    keepSecondCopy(tempFolder(), draft.header, place)
    expect(listHeaderCopies(folder, place)).toEqual([])
    expect(() => restoreHeaderCopy(folder, place, 'second')).toThrowError(
      refused('vault.no-header-copy'),
    )
    keepSecondCopy(folder, foreign.header, place)
    expect(listHeaderCopies(folder, place)).toEqual([{ source: 'second', ...first }])
  })

  it('that is damaged is not offered', () => {
    const [folder, place] = [tempFolder(), tempFolder()]
    writeFileSync(join(folder, 'vault.copy.json'), '{}')
    keepSecondCopy(folder, draft.header, place)
    const path = join(place, `${draft.header.vaultId}.json`)
    writeFileSync(path, readFileSync(path, 'utf8').replace('示例商贸', '示例商货'))
    writeFileSync(join(place, 'other.json'), 'not a header')
    mkdirSync(join(place, 'folder.json'))
    expect(listHeaderCopies(folder, place)).toEqual([])
    for (const source of ['beside', 'second'] as const)
      expect(() => restoreHeaderCopy(folder, place, source)).toThrowError(
        refused('vault.no-header-copy'),
      )
  })

  it('out of a backup is put in place where there was none', () => {
    const folder = tempFolder()
    putHeader(folder, draft.header)
    expect(readHeader(folder)).toEqual(draft.header)
  })
})

describe('a header after a rotation', () => {
  it('leaves no wrap of before the rotation anywhere', () => {
    const [folder, place] = [tempFolder(), tempFolder()]
    const nextKeys = createNextKeys(draft.keys)
    const both = startRotation(next, draft.keys, { nextKeys, now })
    const finished = finishRotation(both, nextKeys, { now })
    writeHeader(folder, next, place)
    putHeader(folder, next)
    keepSecondCopy(folder, next, place)
    writeHeader(folder, both, place)
    const old = next.slots.map(({ wrapped }) => String(wrapped))
    // Control: until then they lie in the copies.
    for (const wrap of old) expect(allOf(folder, place)).toContain(wrap)
    writeHeader(folder, finished, place)
    for (const wrap of old) expect(allOf(folder, place)).not.toContain(wrap)
    expect(readHeader(folder)).toEqual(finished)
    expect(readdirSync(folder).sort()).toEqual(['vault.copy.json', 'vault.json'])
    const { generation } = finished
    expect(listHeaderCopies(folder, place).map((copy) => copy.generation)).toEqual([
      generation,
      generation,
    ])
  })
})
