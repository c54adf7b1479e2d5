import { beforeAll, describe, expect, it } from 'vitest'
import type { VaultDraft } from '../../../electron/vault/create-vault'
import { kdfFloor } from '../../../electron/vault/kdf'
import { createRecoveryKey, groupRecoveryKey } from '../../../electron/vault/recovery-key'
import { noteRecoveryProven, reissueRecovery } from '../../../electron/vault/recovery-slot'
import { getRecoverySlot, provesRecovery, unwrapHeader } from '../../../electron/vault/unwrap'
import { createdAt, now, people, reread, testPassword, testVault } from '../../support/vault'

let draft: VaultDraft

beforeAll(async () => {
  draft = await testVault()
})

describe('the recovery key', () => {
  it('counts as proven on the day it was made, and then when it was last shown', () => {
    expect(getRecoverySlot(draft.header)).toMatchObject({ createdAt, provenAt: createdAt })
    const header = noteRecoveryProven(draft.header, draft.keys, { now })
    expect(getRecoverySlot(reread(header))).toMatchObject({ createdAt, provenAt: now })
  })

  it('is dead once there is a new one; passwords go on as before', async () => {
    const recoveryKey = createRecoveryKey()
    const typed = groupRecoveryKey(recoveryKey).join(' ')
    const made = await reissueRecovery(draft.header, draft.keys, {
      recoveryKey: typed,
      cost: kdfFloor,
      now,
    })
    const header = reread(made)
    expect(getRecoverySlot(header)).toMatchObject({ createdAt: now, provenAt: now })
    await expect(provesRecovery(header, draft.recoveryKey)).rejects.toMatchObject({
      code: 'vault.wrong-recovery-key',
    })
    expect(await unwrapHeader(header, { userUid: null, secret: recoveryKey })).toEqual(draft.keys)
    const secret = { userUid: people.owner, secret: testPassword }
    expect(await unwrapHeader(header, secret)).toEqual(draft.keys)
  })

  it('is not made by somebody who lacks the second key', async () => {
    const input = { recoveryKey: createRecoveryKey(), cost: kdfFloor, now }
    await expect(
      reissueRecovery(draft.header, { ...draft.keys, fieldKey: null }, input),
    ).rejects.toMatchObject({ code: 'core.forbidden' })
  })
})
