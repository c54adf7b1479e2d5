import { beforeAll, describe, expect, it } from 'vitest'
import { disableUser } from '../../../electron/vault/accounts'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import { bodyOf, headerBytes, signHeader } from '../../../electron/vault/header'
import { groupRecoveryKey } from '../../../electron/vault/recovery-key'
import {
  activeUsers,
  listUsers,
  provesRecovery,
  unwrapAll,
  unwrapHeader,
} from '../../../electron/vault/unwrap'
import {
  addPerson,
  now,
  passwordOf,
  people,
  reread,
  testPassword,
  testVault,
} from '../../support/vault'

let draft: VaultDraft
let other: VaultDraft

beforeAll(async () => {
  const made = await testVault()
  draft = { ...made, header: await addPerson(made.header, made.keys, people.sales, 'sales') }
  other = await testVault('另一家')
})

describe('a vault header', () => {
  it('gives the same keys by password and by recovery key, however it is typed', async () => {
    const header = reread(draft.header)
    const typed = groupRecoveryKey(draft.recoveryKey).join(' - ').toLowerCase()
    expect(await unwrapHeader(header, { userUid: people.owner, secret: testPassword })).toEqual(
      draft.keys,
    )
    expect(await unwrapAll(header, { userUid: null, secret: typed })).toEqual({
      keys: draft.keys,
      nextKeys: null,
    })
    await expect(provesRecovery(header, typed)).resolves.toBe(true)
  })

  it('gives a role that must not see ID numbers no second key', async () => {
    const secret = passwordOf(people.sales)
    const keys = await unwrapHeader(reread(draft.header), { userUid: people.sales, secret })
    expect(keys).toEqual({ ...draft.keys, fieldKey: null })
  })

  it('refuses a wrong password, an unknown user and a foreign recovery key, each by its name', async () => {
    const attempt = (userUid: string | null, secret: string) =>
      unwrapHeader(draft.header, { userUid, secret })
    await expect(attempt(people.owner, `${testPassword}!`)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    await expect(attempt(people.nobody, testPassword)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    await expect(attempt(people.sales, testPassword)).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    await expect(provesRecovery(draft.header, other.recoveryKey)).rejects.toMatchObject({
      code: 'vault.wrong-recovery-key',
    })
  })

  it('tells a slip in the recovery key from a foreign key', async () => {
    const slip = draft.recoveryKey.replace(/.$/, (last) => (last === '7' ? '8' : '7'))
    await expect(unwrapHeader(draft.header, { userUid: null, secret: slip })).rejects.toMatchObject(
      { code: 'vault.recovery-key-typo' },
    )
  })

  it('does not open for who is disabled, and lists them as no longer active', async () => {
    const header = reread(disableUser(draft.header, draft.keys, { uid: people.sales, now }))
    const secret = passwordOf(people.sales)
    await expect(unwrapAll(header, { userUid: people.sales, secret })).rejects.toMatchObject({
      code: 'vault.wrong-password',
    })
    expect(listUsers(header).map(({ userUid }) => userUid)).toEqual([people.owner, people.sales])
    expect(activeUsers(header).map(({ userUid }) => userUid)).toEqual([people.owner])
  })

  it('holds no key, password or recovery key in the clear', () => {
    const text = headerBytes(draft.header).toString()
    const { dataKey, auditKey, fieldKey } = draft.keys
    for (const key of [dataKey, auditKey, fieldKey])
      for (const encoding of ['base64', 'hex'] as const)
        expect(text).not.toContain(key?.toString(encoding))
    for (const secret of [draft.recoveryKey, testPassword]) expect(text).not.toContain(secret)
  })

  it('is signed by the vault, so that even a byte of a name counts', async () => {
    const forged = signHeader({ ...bodyOf(draft.header), bookName: '示例商货' }, other.keys)
    await expect(
      unwrapHeader(reread(forged), { userUid: people.owner, secret: testPassword }),
    ).rejects.toMatchObject({ code: 'vault.header-damaged' })
  })
})
