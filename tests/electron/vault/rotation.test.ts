import { beforeAll, describe, expect, it } from 'vitest'
import { disableUser, enableUser, renameUser } from '../../../electron/vault/accounts'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import { addDevice } from '../../../electron/vault/devices'
import {
  headerBytes,
  parseHeader,
  verifyHeader,
  type VaultHeader,
} from '../../../electron/vault/header'
import { raiseGeneration } from '../../../electron/vault/header-change'
import { createNextKeys, createVaultKeys, type VaultKeys } from '../../../electron/vault/keys'
import { cancelRotation, finishRotation, startRotation } from '../../../electron/vault/rotation'
import { unwrapAll, unwrapHeader, unwrapWithDevice } from '../../../electron/vault/unwrap'
import { now, passwordOf, people, reread, testTeam } from '../../support/vault'

let team: VaultDraft
let before: VaultHeader
let nextKeys: VaultKeys
let both: VaultHeader
const device = Buffer.alloc(32, 3)
const refused = (code: string) => expect.objectContaining({ code })

beforeAll(async () => {
  team = await testTeam()
  before = addDevice(team.header, team.keys, { userUid: people.sales, secret: device, now })
  nextKeys = createNextKeys(team.keys)
  both = reread(startRotation(before, team.keys, { nextKeys, now }))
})

/** What each way in opens: two owners, a salesperson without the second key, their device, the recovery key. */
async function openAll(header: VaultHeader) {
  const byPassword = (userUid: string) =>
    unwrapAll(header, { userUid, secret: passwordOf(userUid) })
  return {
    full: [
      await byPassword(people.owner),
      await byPassword(people.second),
      await unwrapAll(header, { userUid: null, secret: team.recoveryKey }),
    ],
    partial: [await byPassword(people.sales), unwrapWithDevice(header, people.sales, device)],
  }
}

const partialOf = (keys: VaultKeys) => ({ ...keys, fieldKey: null })

describe('a rotation of the data key', () => {
  it('amid it opens both keys to everybody, without a password of theirs', async () => {
    const { full, partial } = await openAll(both)
    for (const opened of full) expect(opened).toEqual({ keys: team.keys, nextKeys })
    for (const opened of partial)
      expect(opened).toEqual({ keys: partialOf(team.keys), nextKeys: partialOf(nextKeys) })
    // Backups of this moment are under the current key.
    const secret = { userUid: people.owner, secret: passwordOf(people.owner) }
    expect(await unwrapHeader(both, secret)).toEqual(team.keys)
  })

  it('once finished opens the next keys only', async () => {
    const header = reread(finishRotation(both, nextKeys, { now: now + 9 }))
    expect(header).toMatchObject({ generation: both.generation + 1, nextMac: null })
    const { full, partial } = await openAll(header)
    for (const opened of full) expect(opened).toEqual({ keys: nextKeys, nextKeys: null })
    for (const opened of partial)
      expect(opened).toEqual({ keys: partialOf(nextKeys), nextKeys: null })
    expect(() => verifyHeader(header, team.keys)).toThrowError(refused('vault.header-damaged'))
    const old = before.slots.map(({ wrapped }) => String(wrapped))
    for (const wrapped of old) expect(headerBytes(header).toString()).not.toContain(wrapped)
  })

  it('can be finished after a crash by a person who lacks the second key, and loses it for nobody', async () => {
    const { nextKeys: own } = unwrapWithDevice(both, people.sales, device)
    const header = reread(finishRotation(both, own ?? createVaultKeys(), { now }))
    const secret = { userUid: people.owner, secret: passwordOf(people.owner) }
    expect(await unwrapHeader(header, secret)).toEqual(nextKeys)
  })

  it('can be given up, and then opens the current keys only', () => {
    const header = reread(cancelRotation(both, partialOf(team.keys), { now }))
    expect(header.slots).toEqual(before.slots)
    expect(header.generation).toBe(both.generation + 1)
    expect(() => verifyHeader(header, team.keys)).not.toThrow()
  })

  it('gives nothing to who is disabled; enabled again afterwards they open with the old password', async () => {
    const disabled = disableUser(before, team.keys, { uid: people.second, now })
    const rotating = reread(startRotation(disabled, team.keys, { nextKeys, now }))
    const secret = { userUid: people.second, secret: passwordOf(people.second) }
    await expect(unwrapAll(rotating, secret)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    const finished = finishRotation(rotating, nextKeys, { now })
    const enabled = enableUser(finished, nextKeys, { uid: people.second, now })
    expect(await unwrapHeader(reread(enabled), secret)).toEqual(nextKeys)
  })

  it('is proven by either key, and by none of anybody else', () => {
    expect(() => verifyHeader({ ...both, mac: 'x' }, team.keys, nextKeys)).not.toThrow()
    expect(() => verifyHeader({ ...both, nextMac: 'x' }, team.keys, nextKeys)).not.toThrow()
    const neither = { ...both, mac: both.nextMac ?? '', nextMac: both.mac }
    expect(() => verifyHeader(neither, team.keys, nextKeys)).toThrowError(
      refused('vault.header-damaged'),
    )
  })

  it('does not take the next keys for the current ones when the two were exchanged', async () => {
    const slots = both.slots.map((slot) => ({
      ...slot,
      wrapped: slot.nextWrapped,
      nextWrapped: slot.wrapped,
    }))
    const secret = { userUid: people.owner, secret: passwordOf(people.owner) }
    await expect(unwrapAll({ ...both, slots }, secret)).rejects.toMatchObject({
      code: 'vault.header-damaged',
    })
  })

  it('stands alone: no second one, no other change, and no end without a start', () => {
    const at = { uid: people.sales, now }
    const failed = refused('vault.rotation-failed')
    expect(() => startRotation(both, team.keys, { nextKeys, now })).toThrowError(failed)
    expect(() => renameUser(both, team.keys, { ...at, name: '新名' })).toThrowError(failed)
    expect(() => finishRotation(before, nextKeys, { now })).toThrowError(failed)
    expect(() => cancelRotation(before, team.keys, { now })).toThrowError(failed)
  })

  it('neither starts nor ends with keys that would lock somebody out', () => {
    const own = partialOf(nextKeys)
    expect(() => startRotation(before, team.keys, { nextKeys: own, now })).toThrowError(
      refused('core.forbidden'),
    )
    const damaged = refused('vault.header-damaged')
    expect(() => startRotation(before, nextKeys, { nextKeys, now })).toThrowError(damaged)
    expect(() => finishRotation(both, team.keys, { now })).toThrowError(damaged)
    expect(() => cancelRotation(both, nextKeys, { now })).toThrowError(damaged)
  })

  it('is seen in the file: the second proof can be neither left out nor added', () => {
    for (const changed of [
      { ...both, nextMac: null },
      { ...before, nextMac: before.mac },
    ])
      expect(() => parseHeader(headerBytes(changed))).toThrowError(refused('vault.header-damaged'))
  })
})

describe('a header that has to count as newer', () => {
  it('is signed again at the later generation, and never goes back', () => {
    const raised = reread(raiseGeneration(before, team.keys, 40))
    expect(raised.generation).toBe(40)
    expect(() => verifyHeader(raised, team.keys)).not.toThrow()
    expect(raiseGeneration(raised, team.keys, 7).generation).toBe(40)
    expect(() => raiseGeneration(before, nextKeys, 40)).toThrowError(
      refused('vault.header-damaged'),
    )
  })
})
