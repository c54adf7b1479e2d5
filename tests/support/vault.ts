import { draftVault, type VaultDraft } from '../../electron/vault/create-vault'
import { kdfFloor } from '../../electron/vault/kdf'

export const testPassword = 'correct horse 电池'

/** A vault in memory with the cheapest allowed key derivation. */
export function testVault(bookName = '示例商贸'): Promise<VaultDraft> {
  return draftVault({
    bookName,
    owner: { uid: '018f3c2a-0000-7000-8000-000000000001', name: '陈立夏', role: 'owner' },
    password: testPassword,
    cost: kdfFloor,
    createdAt: 1_790_000_000_000,
  })
}
