import type { AppError } from '@shared/core/errors'
import { beforeAll, describe, expect, it } from 'vitest'
import { changePassword, type VaultDraft } from '../../../electron/vault/create-vault'
import {
  bodyOf,
  headerBytes,
  parseHeader,
  signHeader,
  type VaultHeader,
} from '../../../electron/vault/header'
import { kdfFloor } from '../../../electron/vault/kdf'
import { groupRecoveryKey } from '../../../electron/vault/recovery-key'
import { unwrapHeader } from '../../../electron/vault/unwrap'
import { testPassword, testVault } from '../../support/vault'

let draft: VaultDraft
let other: VaultDraft
const userUid = '018f3c2a-0000-7000-8000-000000000001'

beforeAll(async () => {
  draft = await testVault()
  other = await testVault('另一家')
})

function reread(header: VaultHeader): VaultHeader {
  return parseHeader(headerBytes(header))
}

describe('a vault header', () => {
  it('gives the same keys by password and by recovery key', async () => {
    const header = reread(draft.header)
    const byPassword = await unwrapHeader(header, { userUid, secret: testPassword })
    const typed = groupRecoveryKey(draft.recoveryKey).join(' - ').toLowerCase()
    const byRecovery = await unwrapHeader(header, { userUid: null, secret: typed })
    expect(byPassword.dataKey.equals(draft.keys.dataKey)).toBe(true)
    expect(byRecovery.dataKey.equals(draft.keys.dataKey)).toBe(true)
    expect(byRecovery.fieldKey.equals(draft.keys.fieldKey)).toBe(true)
  })

  it('accepts a password typed with decomposed accents', async () => {
    const header = await changePassword(
      draft.header,
      draft.keys,
      userUid,
      'Café-Zürich-99'.normalize('NFC'),
      kdfFloor,
    )
    await expect(
      unwrapHeader(header, { userUid, secret: 'Café-Zürich-99'.normalize('NFD') }),
    ).resolves.toBeDefined()
  })

  it('refuses a wrong password, an unknown user and a foreign recovery key, each by its name', async () => {
    const attempt = (uid: string | null, secret: string) =>
      unwrapHeader(draft.header, { userUid: uid, secret })
    await expect(attempt(userUid, `${testPassword}!`)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    await expect(
      attempt('018f3c2a-0000-7000-8000-00000000ffff', testPassword),
    ).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    await expect(attempt(null, other.recoveryKey)).rejects.toMatchObject({
      code: 'vault.wrong-recovery-key',
    })
  })

  it('tells a slip in the recovery key from a foreign key', async () => {
    const slip = draft.recoveryKey.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
    await expect(unwrapHeader(draft.header, { userUid: null, secret: slip })).rejects.toMatchObject(
      {
        code: 'vault.recovery-key-typo',
      },
    )
  })

  it('is refused as damaged, never as a wrong password, when a byte of the file changes', () => {
    const bytes = headerBytes(draft.header)
    for (let index = 0; index < bytes.length; index += 7) {
      const damagedBytes = Buffer.from(bytes)
      damagedBytes[index] = (damagedBytes[index] ?? 0) ^ 4
      let same = false
      try {
        same = JSON.stringify(parseHeader(damagedBytes)) === JSON.stringify(draft.header)
      } catch (error) {
        expect((error as AppError).code).toMatch(/^vault\.header-(damaged|unsupported)$/)
        continue
      }
      // Only white space may change without meaning.
      expect(same).toBe(true)
    }
    expect(parseHeader(bytes)).toEqual(draft.header)
  })

  it('is refused when someone without the key changed it and mended the checksum', async () => {
    const forged = signHeader({ ...bodyOf(draft.header), bookName: '改名' }, other.keys)
    await expect(
      unwrapHeader(reread(forged), { userUid, secret: testPassword }),
    ).rejects.toMatchObject({
      code: 'vault.header-damaged',
    })
  })

  it('does not open with a slot of another vault', async () => {
    const swapped = signHeader({ ...bodyOf(draft.header), slots: other.header.slots }, draft.keys)
    await expect(
      unwrapHeader(reread(swapped), { userUid, secret: testPassword }),
    ).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
  })

  it('is refused before any work when its key derivation asks for too much or too little', () => {
    for (const change of [
      { memoryKiB: 64 * 1024 * 1024 },
      { memoryKiB: 1024 },
      { passes: 1 },
      { passes: 500 },
    ]) {
      const slots = draft.header.slots.map((slot) => ({ ...slot, kdf: { ...slot.kdf, ...change } }))
      const header = signHeader({ ...bodyOf(draft.header), slots }, draft.keys)
      expect(() => parseHeader(headerBytes(header))).toThrowError(
        expect.objectContaining({ code: 'vault.header-damaged' }),
      )
    }
  })

  it('of a newer version is called unsupported, not damaged', () => {
    const newer = Buffer.from(JSON.stringify({ ...draft.header, version: 2, extra: {} }))
    expect(() => parseHeader(newer)).toThrowError(
      expect.objectContaining({ code: 'vault.header-unsupported' }),
    )
  })

  it('holds no key, password or recovery key in the clear', () => {
    const text = headerBytes(draft.header).toString()
    for (const secret of [
      draft.keys.dataKey.toString('base64'),
      draft.keys.dataKey.toString('hex'),
      draft.keys.fieldKey.toString('base64'),
      draft.recoveryKey,
      testPassword,
    ])
      expect(text).not.toContain(secret)
  })
})
