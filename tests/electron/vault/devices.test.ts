import { beforeAll, describe, expect, it } from 'vitest'
import { disableUser, removeUser, setUserRole } from '../../../electron/vault/accounts'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import { addDevice, removeDevice } from '../../../electron/vault/devices'
import type { VaultHeader } from '../../../electron/vault/header'
import { findDeviceSlot, unwrapWithDevice } from '../../../electron/vault/unwrap'
import { now, people, reread, testTeam } from '../../support/vault'

let team: VaultDraft
let header: VaultHeader
const secret = Buffer.alloc(32, 9)
const userUid = people.sales
const gone = expect.objectContaining({ code: 'vault.device-key-gone' })

beforeAll(async () => {
  team = await testTeam()
  header = addDevice(team.header, team.keys, { userUid, secret, now })
})

describe('a remembered computer', () => {
  it('opens with the keys of its person’s role, and follows a change of the role', () => {
    expect(unwrapWithDevice(reread(header), userUid, secret)).toEqual({
      keys: { ...team.keys, fieldKey: null },
      nextKeys: null,
    })
    const promoted = setUserRole(header, team.keys, { uid: userUid, role: 'owner', now })
    expect(unwrapWithDevice(reread(promoted), userUid, secret).keys).toEqual(team.keys)
  })

  it('does not open with another secret, for another person, or once it is forgotten', () => {
    const other = Buffer.alloc(32, 8)
    expect(() => unwrapWithDevice(header, userUid, other)).toThrowError(gone)
    expect(() => unwrapWithDevice(header, people.owner, secret)).toThrowError(gone)
    const forgotten = removeDevice(header, team.keys, { userUid, now })
    expect(() => unwrapWithDevice(reread(forgotten), userUid, secret)).toThrowError(gone)
    expect(secret.equals(Buffer.alloc(32, 9))).toBe(true)
  })

  it('takes the place of the one before', () => {
    const next = Buffer.alloc(32, 7)
    const moved = addDevice(header, team.keys, { userUid, secret: next, now: now + 1 })
    expect(() => unwrapWithDevice(moved, userUid, secret)).toThrowError(gone)
    expect(unwrapWithDevice(reread(moved), userUid, next).keys.dataKey).toEqual(team.keys.dataKey)
  })

  it('goes with its person', () => {
    for (const changed of [
      disableUser(header, team.keys, { uid: userUid, now }),
      removeUser(header, team.keys, { uid: userUid, now }),
    ])
      expect(findDeviceSlot(reread(changed), userUid)).toBeNull()
  })

  it('is not made for who is disabled or nobody, nor by who lacks the second key for an owner', () => {
    const disabled = disableUser(header, team.keys, { uid: userUid, now })
    expect(() => addDevice(disabled, team.keys, { userUid, secret, now })).toThrowError(
      expect.objectContaining({ code: 'users.not-found' }),
    )
    const own = { ...team.keys, fieldKey: null }
    expect(() => addDevice(header, own, { userUid: people.second, secret, now })).toThrowError(
      expect.objectContaining({ code: 'core.forbidden' }),
    )
    expect(() => addDevice(header, own, { userUid, secret, now })).not.toThrow()
  })

  it('cannot be turned into another person’s by changing the name on it', () => {
    const slots = header.slots.map((slot) =>
      slot.kind === 'device' ? { ...slot, userUid: people.owner } : slot,
    )
    expect(() => unwrapWithDevice({ ...header, slots }, people.owner, secret)).toThrowError(gone)
  })
})
