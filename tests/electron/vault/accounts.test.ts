import { beforeAll, describe, expect, it } from 'vitest'
import {
  addUser,
  assertRemovable,
  disableUser,
  enableUser,
  removeUser,
  renameUser,
  setUserRole,
} from '../../../electron/vault/accounts'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import {
  bodyOf,
  headerBytes,
  maxHeaderBytes,
  signHeader,
  type VaultHeader,
} from '../../../electron/vault/header'
import { kdfFloor } from '../../../electron/vault/kdf'
import type { VaultKeys } from '../../../electron/vault/keys'
import { findPasswordSlot, unwrapHeader } from '../../../electron/vault/unwrap'
import { now, passwordOf, people, reread, testTeam } from '../../support/vault'

let team: VaultDraft
let header: VaultHeader
let keys: VaultKeys

beforeAll(async () => {
  team = await testTeam()
  header = team.header
  keys = team.keys
})

const open = (changed: VaultHeader, uid: string) =>
  unwrapHeader(reread(changed), { userUid: uid, secret: passwordOf(uid) })
const refused = (code: string) => expect.objectContaining({ code })
const newcomer = { uid: people.nobody, role: 'sales', password: 'whatever it is', now } as const

describe('a new person', () => {
  it('waits for a password of their own', () => {
    expect(findPasswordSlot(header, people.sales)).toMatchObject({
      status: 'pending',
      passwordChangedAt: now,
      role: 'sales',
    })
    expect(header).toMatchObject({ generation: 3, writtenAt: now })
  })

  it('may not take a name that reads like one that is there', async () => {
    await expect(
      addUser(header, keys, { ...newcomer, name: ' 同事　０００2 ', cost: kdfFloor }),
    ).rejects.toMatchObject({ code: 'users.name-taken' })
    expect(() =>
      renameUser(header, keys, { uid: people.sales, name: '陈立夏 ', now }),
    ).toThrowError(refused('users.name-taken'))
  })

  it('is refused where the header is full, which still is small enough to be read', async () => {
    const { slots } = header
    const [first] = slots
    const numbered = (index: number) => `018f3c2a-0000-7000-8000-${index + 100_000_000_000}`
    const crowd = Array.from({ length: 150 - 3 }, (_, index) => ({
      ...first,
      id: numbered(index),
      userUid: numbered(index + 1000),
      name: '名'.repeat(50),
    })) as typeof slots
    const full = signHeader({ ...bodyOf(header), slots: [...slots, ...crowd] }, keys)
    expect(headerBytes(full).length * 3).toBeLessThan(maxHeaderBytes)
    expect(reread(full).slots).toHaveLength(151)
    await expect(
      addUser(full, keys, { ...newcomer, name: '第一百五十一位', cost: kdfFloor }),
    ).rejects.toMatchObject({ code: 'users.too-many' })
  })
})

describe('a change of role', () => {
  it('gives the second key and takes it away, without the password', async () => {
    const asOwner = setUserRole(header, keys, { uid: people.sales, role: 'owner', now })
    expect(await open(asOwner, people.sales)).toEqual(keys)
    const asFinance = setUserRole(asOwner, keys, { uid: people.sales, role: 'finance', now })
    expect(await open(asFinance, people.sales)).toEqual({ ...keys, fieldKey: null })
    const length = (of: VaultHeader) => findPasswordSlot(of, people.sales)?.wrapped?.length ?? 0
    expect(length(asOwner)).toBeGreaterThan(length(asFinance))
  })

  it('to a role with the second key is refused to who lacks that key', async () => {
    const own = await open(header, people.sales)
    expect(() => setUserRole(header, own, { uid: people.sales, role: 'owner', now })).toThrowError(
      refused('core.forbidden'),
    )
    await expect(
      addUser(header, own, { ...newcomer, name: '新人', role: 'owner', cost: kdfFloor }),
    ).rejects.toMatchObject({ code: 'core.forbidden' })
  })
})

describe('somebody disabled', () => {
  it('opens nothing until enabled, then the old password opens again and must still be changed', async () => {
    const disabled = disableUser(header, keys, { uid: people.sales, now })
    const slot = findPasswordSlot(disabled, people.sales)
    expect(slot).toMatchObject({ status: 'disabled', wrapped: null, nextWrapped: null })
    await expect(open(disabled, people.sales)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    const again = disableUser(disabled, keys, { uid: people.sales, now })
    const enabled = enableUser(again, keys, { uid: people.sales, now })
    expect(findPasswordSlot(enabled, people.sales)?.status).toBe('pending')
    expect(await open(enabled, people.sales)).toEqual({ ...keys, fieldKey: null })
  })

  it('comes back as active when they had been', () => {
    const disabled = disableUser(header, keys, { uid: people.owner, now })
    const enabled = enableUser(disabled, keys, { uid: people.owner, now })
    expect(findPasswordSlot(enabled, people.owner)?.status).toBe('active')
    expect(
      findPasswordSlot(enableUser(enabled, keys, { uid: people.owner, now }), people.owner),
    ).toMatchObject({ status: 'active', statusBefore: null })
  })

  it('may get another role meanwhile and gets its keys when enabled', async () => {
    const disabled = disableUser(header, keys, { uid: people.second, now })
    const demoted = setUserRole(disabled, keys, { uid: people.second, role: 'viewer', now })
    expect(findPasswordSlot(reread(demoted), people.second)?.wrapped).toBeNull()
    const enabled = enableUser(demoted, keys, { uid: people.second, now })
    expect((await open(enabled, people.second)).fieldKey).toBeNull()
  })
})

describe('the last owner', () => {
  it('who can sign in stays: not removed, not disabled, no other role', () => {
    const alone = disableUser(header, keys, { uid: people.second, now })
    const uid = people.owner
    for (const attempt of [
      () => removeUser(alone, keys, { uid, now }),
      () => disableUser(alone, keys, { uid, now }),
      () => setUserRole(alone, keys, { uid, role: 'manager', now }),
      () => assertRemovable(alone, uid),
    ])
      expect(attempt).toThrowError(refused('users.last-owner'))
    expect(() => setUserRole(alone, keys, { uid, role: 'owner', now })).not.toThrow()
    expect(() => assertRemovable(header, uid)).not.toThrow()
    expect(() => removeUser(header, keys, { uid, now })).not.toThrow()
  })
})

describe('a change of the header', () => {
  it('of nobody is refused', () => {
    const at = { uid: people.nobody, now }
    for (const attempt of [
      () => renameUser(header, keys, { ...at, name: '谁' }),
      () => setUserRole(header, keys, { ...at, role: 'owner' }),
      () => disableUser(header, keys, at),
      () => enableUser(header, keys, at),
      () => removeUser(header, keys, at),
      () => assertRemovable(header, people.nobody),
    ])
      expect(attempt).toThrowError(refused('users.not-found'))
  })

  it('leaves the header it started from alone, and every other slot to the byte', () => {
    const before = JSON.stringify(header)
    const changed = reread(renameUser(header, keys, { uid: people.sales, name: '林夏至', now }))
    expect(JSON.stringify(header)).toBe(before)
    expect(changed.generation).toBe(header.generation + 1)
    const others = (of: VaultHeader) =>
      of.slots.filter((slot) => slot.kind === 'recovery' || slot.userUid !== people.sales)
    expect(others(changed)).toEqual(others(header))
    expect(findPasswordSlot(changed, people.sales)?.name).toBe('林夏至')
  })

  it('is refused for a header that the keys do not prove, so that a forged one is never signed', () => {
    const forged = { ...header, bookName: '改名' }
    expect(() => renameUser(forged, keys, { uid: people.sales, name: '新名', now })).toThrowError(
      refused('vault.header-damaged'),
    )
  })
})
