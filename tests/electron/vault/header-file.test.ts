import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { changePassword, type VaultDraft } from '../../../electron/vault/create-vault'
import {
  findPreviousHeader,
  readHeader,
  restorePreviousHeader,
  writeHeader,
} from '../../../electron/vault/header-file'
import { kdfFloor } from '../../../electron/vault/kdf'
import { tempFolder } from '../../support/temp-folder'
import { testVault } from '../../support/vault'

let draft: VaultDraft
const owner = '018f3c2a-0000-7000-8000-000000000001'

beforeAll(async () => {
  draft = await testVault()
})

describe('the header file', () => {
  it('keeps the copy before the last write and leaves no temporary file', async () => {
    const folder = tempFolder()
    writeHeader(folder, draft.header)
    const next = await changePassword(
      draft.header,
      draft.keys,
      owner,
      'another password 2',
      kdfFloor,
    )
    writeHeader(folder, next)
    expect(readHeader(folder).generation).toBe(2)
    expect(findPreviousHeader(folder)?.generation).toBe(1)
    expect(readdirSync(folder).sort()).toEqual(['vault.json', 'vault.prev.json'])
  })

  it('brings the previous copy back over a damaged one and keeps the damaged one aside', async () => {
    const folder = tempFolder()
    writeHeader(folder, draft.header)
    writeHeader(
      folder,
      await changePassword(draft.header, draft.keys, owner, 'another password 2', kdfFloor),
    )
    writeFileSync(join(folder, 'vault.json'), 'half a hea')
    expect(() => readHeader(folder)).toThrowError(
      expect.objectContaining({ code: 'vault.header-damaged' }),
    )
    restorePreviousHeader(folder)
    expect(readHeader(folder).generation).toBe(1)
    expect(readFileSync(join(folder, 'vault.damaged.json'), 'utf8')).toBe('half a hea')
  })

  it('says missing for a missing file, and does not offer a damaged previous copy', () => {
    const folder = tempFolder()
    expect(() => readHeader(folder)).toThrowError(
      expect.objectContaining({ code: 'vault.header-missing' }),
    )
    writeFileSync(join(folder, 'vault.prev.json'), '{}')
    expect(findPreviousHeader(folder)).toBeNull()
  })
})
