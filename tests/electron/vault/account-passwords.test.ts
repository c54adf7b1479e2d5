import { beforeAll, describe, expect, it } from 'vitest'
import { disableUser, enableUser, setUserRole } from '../../../electron/vault/accounts'
import {
  changeOwnPassword,
  resetPassword,
  setPasswordByRecovery,
} from '../../../electron/vault/account-passwords'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import { addDevice } from '../../../electron/vault/devices'
import type { VaultHeader } from '../../../electron/vault/header'
import { kdfFloor } from '../../../electron/vault/kdf'
import { findDeviceSlot, findPasswordSlot, unwrapHeader } from '../../../electron/vault/unwrap'
import { now, passwordOf, people, reread, testTeam } from '../../support/vault'

let team: VaultDraft
let withDevice: VaultHeader
const cost = kdfFloor
const newPassword = 'Café-Zürich-99'.normalize('NFC')
const device = Buffer.alloc(32, 5)

beforeAll(async () => {
  team = await testTeam()
  withDevice = addDevice(team.header, team.keys, { userUid: people.sales, secret: device, now })
})

const open = (header: VaultHeader, uid: string, secret: string) =>
  unwrapHeader(reread(header), { userUid: uid, secret })
const wrongPassword = { code: 'vault.wrong-password' }

describe('a password of one’s own', () => {
  it('replaces the first one, typed with composed accents or not, and keeps the device', async () => {
    const own = { ...team.keys, fieldKey: null }
    const input = { uid: people.sales, password: passwordOf(people.sales), newPassword, cost, now }
    const header = await changeOwnPassword(withDevice, own, input)
    expect(findPasswordSlot(header, people.sales)).toMatchObject({
      status: 'active',
      passwordChangedAt: now,
      publicKey: findPasswordSlot(withDevice, people.sales)?.publicKey,
    })
    expect(await open(header, people.sales, newPassword.normalize('NFD'))).toEqual(own)
    await expect(open(header, people.sales, passwordOf(people.sales))).rejects.toMatchObject(
      wrongPassword,
    )
    expect(findDeviceSlot(header, people.sales)).toEqual(findDeviceSlot(withDevice, people.sales))
  })

  it('gives the second key when the role has come to hold it, though the session began without', async () => {
    const own = { ...team.keys, fieldKey: null }
    const promoted = setUserRole(team.header, team.keys, { uid: people.sales, role: 'owner', now })
    const input = { uid: people.sales, password: passwordOf(people.sales), newPassword, cost, now }
    const header = await changeOwnPassword(promoted, own, input)
    expect((await open(header, people.sales, newPassword)).fieldKey).toEqual(team.keys.fieldKey)
  })

  it('asks for the right old one first, and for another one', async () => {
    const input = { uid: people.owner, password: passwordOf(people.owner), cost, now }
    await expect(
      changeOwnPassword(team.header, team.keys, { ...input, newPassword: input.password }),
    ).rejects.toMatchObject({ code: 'vault.same-password' })
    await expect(
      changeOwnPassword(team.header, team.keys, {
        ...input,
        password: 'wrong but same',
        newPassword: 'wrong but same',
      }),
    ).rejects.toMatchObject(wrongPassword)
  })

  it('is nothing for who is disabled', async () => {
    const disabled = disableUser(team.header, team.keys, { uid: people.sales, now })
    const input = { uid: people.sales, password: passwordOf(people.sales), newPassword, cost, now }
    await expect(changeOwnPassword(disabled, team.keys, input)).rejects.toMatchObject(wrongPassword)
  })
})

describe('a password given by the owner', () => {
  it('replaces the forgotten one and the device, and has to be changed', async () => {
    const input = { uid: people.sales, password: newPassword, cost, now: now + 5 }
    const header = await resetPassword(withDevice, team.keys, input)
    const slot = findPasswordSlot(header, people.sales)
    expect(slot).toMatchObject({ status: 'pending', passwordChangedAt: now + 5 })
    expect(slot?.publicKey).not.toBe(findPasswordSlot(withDevice, people.sales)?.publicKey)
    expect(findDeviceSlot(header, people.sales)).toBeNull()
    expect((await open(header, people.sales, newPassword)).dataKey).toEqual(team.keys.dataKey)
    await expect(open(header, people.sales, passwordOf(people.sales))).rejects.toMatchObject(
      wrongPassword,
    )
  })

  it('does not let somebody back in who is disabled, until they are enabled', async () => {
    const disabled = disableUser(team.header, team.keys, { uid: people.sales, now })
    const input = { uid: people.sales, password: newPassword, cost, now }
    const header = await resetPassword(disabled, team.keys, input)
    expect(findPasswordSlot(reread(header), people.sales)?.status).toBe('disabled')
    await expect(open(header, people.sales, newPassword)).rejects.toMatchObject(wrongPassword)
    const enabled = enableUser(header, team.keys, { uid: people.sales, now })
    expect(findPasswordSlot(enabled, people.sales)?.status).toBe('pending')
  })
})

describe('a password set with the recovery key', () => {
  it('is the person’s own at once and ends the old one', async () => {
    const keys = await unwrapHeader(team.header, { userUid: null, secret: team.recoveryKey })
    const input = { uid: people.owner, newPassword, cost, now }
    const header = await setPasswordByRecovery(team.header, keys, input)
    expect(findPasswordSlot(header, people.owner)?.status).toBe('active')
    expect(await open(header, people.owner, newPassword)).toEqual(team.keys)
    await expect(open(header, people.owner, passwordOf(people.owner))).rejects.toMatchObject(
      wrongPassword,
    )
  })
})
