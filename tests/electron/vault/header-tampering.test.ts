import { createHash, randomBytes } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../../electron/vault/canonical-json'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import {
  bodyOf,
  headerBytes,
  parseHeader,
  signHeader,
  type VaultHeader,
} from '../../../electron/vault/header'
import { deriveFromSecret } from '../../../electron/vault/kdf'
import { createVaultKeys, type VaultKeys } from '../../../electron/vault/keys'
import { openSlotWithKey } from '../../../electron/vault/open-slot'
import type { PasswordSlot, Slot } from '../../../electron/vault/slot-schema'
import { rewrapSlot } from '../../../electron/vault/slots'
import { findPasswordSlot, unwrapAll } from '../../../electron/vault/unwrap'
import { passwordOf, people, reread, testPassword, testTeam, testVault } from '../../support/vault'

let team: VaultDraft
let foreign: VaultDraft
const wrappingKeys = new Map<string, Buffer>()

beforeAll(async () => {
  team = await testTeam()
  foreign = await testVault('另一家')
  for (const uid of [people.owner, people.sales, people.second])
    wrappingKeys.set(uid, await deriveFromSecret(passwordOf(uid), slotOf(uid).kdf))
})

function slotOf(uid: string, header: VaultHeader = team.header): PasswordSlot {
  const slot = findPasswordSlot(header, uid)
  if (!slot) throw new Error('no such user')
  return slot
}

/** What the right password of a user finds in a slot: keys, nothing, or a refusal. */
function attempt(slot: Slot, uid: string, vaultId = team.header.vaultId): string {
  try {
    const opened = openSlotWithKey(vaultId, slot, wrappingKeys.get(uid) ?? Buffer.alloc(32))
    return opened ? 'opens' : 'nothing'
  } catch (error) {
    return error instanceof AppError ? error.code : 'broken'
  }
}

/** A header changed by somebody who could even sign it. */
function signedWith(change: (slots: Slot[]) => unknown[]): VaultHeader {
  const body = { ...bodyOf(team.header), slots: change(team.header.slots) as Slot[] }
  return signHeader(body, team.keys)
}

function refusal(bytes: Buffer): string {
  try {
    parseHeader(bytes)
    return 'whole'
  } catch (error) {
    return error instanceof AppError ? error.code : 'broken'
  }
}

describe('a slot', () => {
  it('opens with its own parts, so that what follows is refused for the change', () => {
    for (const uid of [people.owner, people.sales, people.second])
      expect(attempt(slotOf(uid), uid)).toBe('opens')
  })

  it('does not open with parts of another person', () => {
    const [own, theirs] = [slotOf(people.owner), slotOf(people.second)]
    const { sealedPrivate, publicKey, wrapped, kdf } = theirs
    expect(attempt({ ...own, sealedPrivate }, people.owner)).toBe('nothing')
    expect(attempt({ ...own, wrapped }, people.owner)).toBe('vault.header-damaged')
    expect(attempt({ ...own, publicKey }, people.owner)).toBe('nothing')
    // Everything but the name on it: the other's password must not open this person's slot.
    expect(attempt({ ...own, sealedPrivate, publicKey, wrapped, kdf }, people.second)).toBe(
      'nothing',
    )
    expect(attempt({ ...theirs, userUid: people.owner }, people.second)).toBe('nothing')
    expect(attempt({ ...theirs, id: own.id }, people.second)).toBe('nothing')
  })

  it('does not open with other key derivation parameters, nor in another vault', () => {
    const own = slotOf(people.owner)
    const salt = Buffer.alloc(16).toString('base64')
    expect(attempt({ ...own, kdf: { ...own.kdf, salt } }, people.owner)).toBe('nothing')
    expect(attempt(own, people.owner, foreign.header.vaultId)).toBe('nothing')
    const { wrapped } = slotOf(people.owner, foreign.header)
    expect(attempt({ ...own, wrapped }, people.owner)).toBe('vault.header-damaged')
  })

  it('does not take keys that somebody outside sealed to it', () => {
    const own = slotOf(people.owner)
    const sealed = (keys: VaultKeys) => rewrapSlot(team.header.vaultId, own, keys, true)
    expect(attempt(sealed(createVaultKeys()), people.owner)).toBe('vault.header-damaged')
    // Control: whoever knows the audit key, as at a rotation, is believed.
    const known = { ...team.keys, dataKey: randomBytes(32) }
    expect(attempt(sealed(known), people.owner)).toBe('opens')
  })
})

describe('a header', () => {
  const owner = { userUid: people.owner, secret: testPassword }

  it('is refused when someone without the keys changed it and mended the checksum', async () => {
    const forged = signHeader({ ...bodyOf(team.header), bookName: '改名' }, foreign.keys)
    await expect(unwrapAll(reread(forged), owner)).rejects.toMatchObject({
      code: 'vault.header-damaged',
    })
  })

  it('does not open with the slots of another vault, nor as a header of another vault', async () => {
    const swapped = signHeader(
      { ...bodyOf(team.header), slots: foreign.header.slots },
      foreign.keys,
    )
    await expect(unwrapAll(reread(swapped), owner)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    const secret = passwordOf(people.second)
    await expect(
      unwrapAll(foreign.header, { userUid: people.owner, secret }),
    ).rejects.toMatchObject({ code: 'vault.wrong-password' })
  })

  it('is refused before any work when its key derivation asks for too much or too little', () => {
    const changes = [
      { memoryKiB: 512 * 1024 + 1 },
      { memoryKiB: 64 * 1024 * 1024 },
      { memoryKiB: 1024 },
      { passes: 2 },
      { passes: 11 },
      { lanes: 9 },
      { lanes: 0 },
      { salt: '' },
      { name: 'argon2i' },
    ]
    for (const change of changes) {
      const header = signedWith((slots) =>
        slots.map((slot) => ('kdf' in slot ? { ...slot, kdf: { ...slot.kdf, ...change } } : slot)),
      )
      expect(refusal(headerBytes(header)), JSON.stringify(change)).toBe('vault.header-damaged')
    }
    const highest = { memoryKiB: 512 * 1024, passes: 10, lanes: 8 }
    const header = signedWith((slots) =>
      slots.map((slot) => ('kdf' in slot ? { ...slot, kdf: { ...slot.kdf, ...highest } } : slot)),
    )
    expect(refusal(headerBytes(header))).toBe('whole')
  })

  it('is refused when its slots do not fit together', () => {
    const [first] = team.header.slots
    const isRecovery = ({ kind }: Slot) => kind === 'recovery'
    const changed: Record<string, (slots: Slot[]) => unknown[]> = {
      'no recovery slot': (slots) => slots.filter((slot) => !isRecovery(slot)),
      'two recovery slots': (slots) => [
        ...slots,
        ...slots.filter(isRecovery).map((slot) => ({ ...slot, id: people.nobody })),
      ],
      'the same id twice': (slots) => slots.map((slot) => ({ ...slot, id: first?.id })),
      'a user twice': (slots) => [...slots, { ...first, id: people.nobody }],
      'no owner': (slots) =>
        slots.map((slot) => (slot.kind === 'password' ? { ...slot, role: 'sales' } : slot)),
      'keys of a disabled user': (slots) =>
        slots.map((slot) =>
          slot.kind === 'password' && slot.role === 'sales'
            ? { ...slot, status: 'disabled' }
            : slot,
        ),
      'no keys of an active user': (slots) => slots.map((slot) => ({ ...slot, wrapped: null })),
      'next keys of one slot only': (slots) =>
        slots.map((slot, index) => (index === 0 ? { ...slot, nextWrapped: slot.wrapped } : slot)),
      'an unknown field': (slots) => slots.map((slot) => ({ ...slot, note: '' })),
      'an unknown kind': (slots) => slots.map((slot) => ({ ...slot, kind: 'card' })),
    }
    for (const [name, change] of Object.entries(changed))
      expect(refusal(headerBytes(signedWith(change))), name).toBe('vault.header-damaged')
    expect(refusal(headerBytes(signedWith((slots) => slots)))).toBe('whole')
  })

  it('of another version is called unsupported, not damaged', () => {
    const { checksum: _old, ...rest } = team.header
    for (const version of [1, 3, 2.5]) {
      const other = { ...rest, version, extra: {} }
      const checksum = createHash('sha256').update(canonicalJson(other)).digest('hex')
      expect(refusal(Buffer.from(JSON.stringify({ ...other, checksum })))).toBe(
        'vault.header-unsupported',
      )
      // A digit that fell over on the disk says another version too, but its checksum does not fit.
      expect(refusal(Buffer.from(JSON.stringify({ ...team.header, version })))).toBe(
        'vault.header-damaged',
      )
    }
  })

  it('cut off anywhere is refused as damaged', () => {
    const bytes = headerBytes(team.header)
    for (let length = 0; length < bytes.length - 1; length += 10)
      expect(refusal(bytes.subarray(0, length)), String(length)).toBe('vault.header-damaged')
    expect(refusal(bytes)).toBe('whole')
    expect(refusal(Buffer.alloc(2 * 1024 * 1024, '{'))).toBe('vault.header-damaged')
  })

  it('with any one bit flipped is refused by its reason, never as a wrong password', () => {
    const bytes = headerBytes(team.header)
    const whole = JSON.stringify(team.header)
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const flipped = Buffer.from(bytes)
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        const reason = refusal(flipped)
        // Between two values white space may turn into other white space, which means nothing.
        if (reason === 'whole') expect(JSON.stringify(parseHeader(flipped))).toBe(whole)
        else expect(reason).toBe('vault.header-damaged')
      }),
      { numRuns: 600 },
    )
  })
})
