import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { renameUser } from '../../../electron/vault/accounts'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import { failPoint } from '../../../electron/vault/fail-point'
import { headerBytes, type VaultHeader } from '../../../electron/vault/header'
import { listHeaderCopies, readHeader, writeHeader } from '../../../electron/vault/header-file'
import { now, people, testVault } from '../../support/vault'
import { tempFolder } from '../../support/temp-folder'

let draft: VaultDraft
let before: VaultHeader
let after: VaultHeader
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

beforeAll(async () => {
  draft = await testVault()
  const { header, keys } = draft
  before = renameUser(header, keys, { uid: people.owner, name: '二', now: now + 1 })
  after = renameUser(before, keys, { uid: people.owner, name: '三', now: now + 2 })
})

/** Writes the third header over the second in another process; answers the signal that ended it and what is left. */
function crashAt(point: string) {
  const [folder, place] = [tempFolder(), tempFolder()]
  writeHeader(folder, draft.header, place)
  writeHeader(folder, before, place)
  const headerPath = join(tempFolder(), 'after.json')
  writeFileSync(headerPath, headerBytes(after))
  const hooks = here('../../../build/checks/typescript-hooks.mjs')
  const run = ['--experimental-strip-types', '--no-warnings', '--import', hooks]
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    [...run, here('header-writer.ts'), folder, place, headerPath],
    { env: { ...process.env, KEBU_FAIL_POINT: point }, encoding: 'utf8' },
  )
  const copies = listHeaderCopies(folder, place)
  const left = (source: string) => copies.find((copy) => copy.source === source)?.generation
  return {
    end: signal ?? (status === 0 ? 'done' : stderr),
    header: readHeader(folder).generation,
    beside: left('beside'),
    second: left('second'),
  }
}

describe('a crash while the header is written', () => {
  const died = { end: 'SIGKILL' }

  it.each([
    ['vault.copy.json:before-rename', { ...died, header: 2, beside: 2, second: 2 }],
    ['vault.json:before-rename', { ...died, header: 2, beside: 3, second: 2 }],
    ['vault.json:after-rename', { ...died, header: 3, beside: 3, second: 2 }],
    ['header:before-second', { ...died, header: 3, beside: 3, second: 2 }],
    ['no point', { end: 'done', header: 3, beside: 3, second: 3 }],
  ])(
    'at %s leaves the old or the new one whole, and never an older one beside it',
    (point, left) => {
      expect(crashAt(point)).toEqual(left)
    },
  )

  it('comes at the named point only', () => {
    expect(() => failPoint('header:before-second')).not.toThrow()
  })
})
