import { randomUUID } from 'node:crypto'
import type { Role } from '@shared/core/permissions'
import { bodyOf, type HeaderBody, signHeader, type VaultHeader } from './header'
import type { KdfCost } from './kdf'
import { createVaultKeys, type VaultKeys } from './keys'
import { createRecoveryKey } from './recovery-key'
import { createSlot } from './slots'

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
  const keys = createVaultKeys()
  const recoveryKey = createRecoveryKey()
  const vaultId = randomUUID()
  const owner = {
    kind: 'password' as const,
    id: randomUUID(),
    userUid: options.owner.uid,
    name: options.owner.name,
    role: options.owner.role,
  }
  const recovery = { kind: 'recovery' as const, id: randomUUID() }
  const body: HeaderBody = {
    format: 'kebu-vault',
    version: 1,
    vaultId,
    generation: 1,
    bookName: options.bookName,
    createdAt: options.createdAt,
    pageCipher: 'chacha20',
    slots: [
      await createSlot(vaultId, owner, options.password, options.cost, keys),
      await createSlot(vaultId, recovery, recoveryKey, options.cost, keys),
    ],
  }
  return { header: signHeader(body, keys), keys, recoveryKey }
}

/** The header with a new password for one user; all other slots stay as they are. */
export async function changePassword(
  header: VaultHeader,
  keys: VaultKeys,
  userUid: string,
  password: string,
  cost: KdfCost,
): Promise<VaultHeader> {
  const slots = await Promise.all(
    header.slots.map(async (slot) => {
      if (slot.kind !== 'password' || slot.userUid !== userUid) return slot
      const { kind, name, role } = slot
      const identity = { kind, id: randomUUID(), userUid, name, role }
      return createSlot(header.vaultId, identity, password, cost, keys)
    }),
  )
  return signHeader({ ...bodyOf(header), slots, generation: header.generation + 1 }, keys)
}
