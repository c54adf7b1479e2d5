import { AppError } from '@shared/core/errors'
import { holdsFieldKey, type Role, roles } from '@shared/core/permissions'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  disableUser,
  enableUser,
  removeUser,
  renameUser,
  setUserRole,
} from '../../../electron/vault/accounts'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import { addDevice, removeDevice } from '../../../electron/vault/devices'
import { isRotating, verifyHeader, type VaultHeader } from '../../../electron/vault/header'
import { deriveFromSecret } from '../../../electron/vault/kdf'
import { createNextKeys, type VaultKeys } from '../../../electron/vault/keys'
import { openSlotWithKey } from '../../../electron/vault/open-slot'
import { noteRecoveryProven } from '../../../electron/vault/recovery-slot'
import { cancelRotation, finishRotation, startRotation } from '../../../electron/vault/rotation'
import {
  activeUsers,
  findDeviceSlot,
  getRecoverySlot,
  listUsers,
  unwrapWithDevice,
} from '../../../electron/vault/unwrap'
import { passwordOf, people, reread, testTeam } from '../../support/vault'

let team: VaultDraft
let recoveryWrap: Buffer
/** Wrapping keys by user: no change below touches a password, so that Argon2 runs once a person. */
const wraps = new Map<string, Buffer>()
const device = Buffer.alloc(32, 1)

beforeAll(async () => {
  team = await testTeam()
  for (const { userUid, kdf } of listUsers(team.header))
    wraps.set(userUid, await deriveFromSecret(passwordOf(userUid), kdf))
  recoveryWrap = await deriveFromSecret(team.recoveryKey, getRecoverySlot(team.header).kdf)
})

type Book = { header: VaultHeader; keys: VaultKeys; nextKeys: VaultKeys | null }
type Step = { name: keyof typeof steps; uid: string; role: Role; now: number }

/** Every change that needs no password. */
const steps = {
  rename: ({ header, keys }: Book, { uid, now }: Step) =>
    renameUser(header, keys, { uid, name: `名 ${now}`, now }),
  setRole: ({ header, keys }: Book, { uid, role, now }: Step) =>
    setUserRole(header, keys, { uid, role, now }),
  disable: ({ header, keys }: Book, { uid, now }: Step) => disableUser(header, keys, { uid, now }),
  enable: ({ header, keys }: Book, { uid, now }: Step) => enableUser(header, keys, { uid, now }),
  remove: ({ header, keys }: Book, { uid, now }: Step) => removeUser(header, keys, { uid, now }),
  addDevice: ({ header, keys }: Book, { uid, now }: Step) =>
    addDevice(header, keys, { userUid: uid, secret: device, now }),
  removeDevice: ({ header, keys }: Book, { uid, now }: Step) =>
    removeDevice(header, keys, { userUid: uid, now }),
  noteProven: ({ header, keys }: Book, { now }: Step) => noteRecoveryProven(header, keys, { now }),
  startRotation: ({ header, keys }: Book, { now }: Step, nextKeys: VaultKeys) =>
    startRotation(header, keys, { nextKeys, now }),
  finishRotation: ({ header, keys, nextKeys }: Book, { now }: Step) =>
    finishRotation(header, nextKeys ?? keys, { now }),
  cancelRotation: ({ header, keys }: Book, { now }: Step) => cancelRotation(header, keys, { now }),
}

const uids = [people.owner, people.sales, people.second, people.nobody]
const step = fc.record({
  name: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
  uid: fc.constantFrom(...uids),
  role: fc.constantFrom(...roles),
  now: fc.integer({ min: 0, max: 4_000_000_000_000 }),
})

const refusals = new Set([
  'users.not-found',
  'users.name-taken',
  'users.last-owner',
  'vault.rotation-failed',
])

/** The book after a step; the same book when the step was refused by name. */
function take(book: Book, next: Step): Book {
  const fresh = createNextKeys(book.keys)
  try {
    const header = reread(steps[next.name](book, next, fresh))
    expect(header).toMatchObject({ generation: book.header.generation + 1, writtenAt: next.now })
    if (next.name === 'finishRotation')
      return { header, keys: book.nextKeys ?? fresh, nextKeys: null }
    return {
      header,
      keys: book.keys,
      nextKeys: isRotating(header) ? (book.nextKeys ?? fresh) : null,
    }
  } catch (error) {
    if (!(error instanceof AppError) || !refusals.has(error.code)) throw error
    return book
  }
}

const partOf = (keys: VaultKeys, role: Role) =>
  holdsFieldKey(role) ? keys : { ...keys, fieldKey: null }

function assertSound({ header, keys, nextKeys }: Book): void {
  verifyHeader(header, keys)
  expect(activeUsers(header).some(({ role }) => role === 'owner')).toBe(true)
  const recovery = openSlotWithKey(header.vaultId, getRecoverySlot(header), recoveryWrap)
  expect(recovery).toMatchObject({ keys, nextKeys })
  for (const slot of listUsers(header)) {
    const { userUid, role, status } = slot
    const opened = openSlotWithKey(header.vaultId, slot, wraps.get(userUid) ?? Buffer.alloc(32))
    if (status === 'disabled') expect(opened).toBeNull()
    else
      expect(opened).toMatchObject({
        keys: partOf(keys, role),
        nextKeys: nextKeys && partOf(nextKeys, role),
      })
    if (findDeviceSlot(header, userUid))
      expect(unwrapWithDevice(header, userUid, device).keys).toEqual(partOf(keys, role))
  }
}

describe('any sequence of changes to the people of a book', () => {
  it('keeps an owner who can sign in, everybody’s password, the recovery key and a valid signature', () => {
    let changes = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (sequence) => {
        let book: Book = { header: team.header, keys: team.keys, nextKeys: null }
        for (const next of sequence) {
          const after = take(book, next)
          if (after !== book) {
            assertSound(after)
            changes += 1
          }
          book = after
        }
      }),
      { numRuns: 40 },
    )
    // Control: the sequences do change things.
    expect(changes).toBeGreaterThan(40)
  })
})
