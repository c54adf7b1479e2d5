import { randomUUID } from 'node:crypto'
import type { Role } from '@shared/core/permissions'
import { type HeaderBody, signHeader, type VaultHeader } from './header'
import type { KdfCost } from './kdf'
import { createVaultKeys, type VaultKeys } from './keys'
import { createRecoveryKey } from './recovery-key'
import { createPasswordSlot, createRecoverySlot } from './slots'

/** A vault that exists in memory only, until the recovery key is confirmed. */
export type VaultDraft = { header: VaultHeader; keys: VaultKeys; recoveryKey: string }

type Options = {
  bookName: string
  owner: { uid: string; name: string; role: Role }
  password: string
  cost: KdfCost
  createdAt: number
}

/** Makes keys, one password slot and one recovery slot, and signs the header. Writes nothing. */
export async function draftVault(options: Options): Promise<VaultDraft> {
  const { owner, password, cost, createdAt } = options
  const keys = createVaultKeys()
  const recoveryKey = createRecoveryKey()
  const vaultId = randomUUID()
  const facts = {
    userUid: owner.uid,
    name: owner.name,
    role: owner.role,
    status: 'active' as const,
    statusBefore: null,
    passwordChangedAt: createdAt,
  }
  const body: HeaderBody = {
    format: 'kebu-vault',
    version: 2,
    vaultId,
    generation: 1,
    writtenAt: createdAt,
    bookName: options.bookName,
    createdAt,
    pageCipher: 'chacha20',
    slots: [
      await createPasswordSlot(vaultId, facts, password, cost, keys),
      await createRecoverySlot(vaultId, createdAt, recoveryKey, cost, keys),
    ],
  }
  return { header: signHeader(body, keys), keys, recoveryKey }
}
