import type { Role } from '@shared/core/permissions'
import { addUser } from '../../electron/vault/accounts'
import { draftVault, type VaultDraft } from '../../electron/vault/create-vault'
import { headerBytes, parseHeader, type VaultHeader } from '../../electron/vault/header'
import { kdfFloor } from '../../electron/vault/kdf'
import type { VaultKeys } from '../../electron/vault/keys'

export const testPassword = 'correct horse 电池'
export const createdAt = 1_790_000_000_000
/** A day after the vault was made. */
export const now = createdAt + 86_400_000

/** User ids of the people in test vaults. */
export const people = {
  owner: '018f3c2a-0000-7000-8000-000000000001',
  sales: '018f3c2a-0000-7000-8000-000000000002',
  second: '018f3c2a-0000-7000-8000-000000000003',
  nobody: '018f3c2a-0000-7000-8000-00000000ffff',
} as const

/** A vault in memory with the cheapest allowed key derivation. */
export function testVault(bookName = '示例商贸'): Promise<VaultDraft> {
  return draftVault({
    bookName,
    owner: { uid: people.owner, name: '陈立夏', role: 'owner' },
    password: testPassword,
    cost: kdfFloor,
    createdAt,
  })
}

/** The password that `addPerson` gives. */
export function passwordOf(uid: string): string {
  return uid === people.owner ? testPassword : `一次性口令 ${uid.slice(-4)}`
}

/** The header with one more person. */
export function addPerson(
  header: VaultHeader,
  keys: VaultKeys,
  uid: string,
  role: Role,
): Promise<VaultHeader> {
  const name = `同事 ${uid.slice(-4)}`
  return addUser(header, keys, { uid, name, role, password: passwordOf(uid), cost: kdfFloor, now })
}

/** A vault with a salesperson, who does not hold the second key, and with a second owner. */
export async function testTeam(): Promise<VaultDraft> {
  const { header, ...draft } = await testVault()
  const withSales = await addPerson(header, draft.keys, people.sales, 'sales')
  return { ...draft, header: await addPerson(withSales, draft.keys, people.second, 'owner') }
}

/** A header as it comes back from the disk. */
export function reread(header: VaultHeader): VaultHeader {
  return parseHeader(headerBytes(header))
}
