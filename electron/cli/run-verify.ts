import { randomUUID } from 'node:crypto'
import type { BackupKeys } from '../jobs/backup/extract-backup'
import type { VaultHeader } from '../vault/header'
import { deriveKey, wipe, wipeVaultKeys } from '../vault/keys'
import { unwrapWithDevice } from '../vault/unwrap'
import { runTask } from '../services/backup/job-task'
import { parseBackupHeader } from '../services/backup/open-backup'
import { type VerifyServices, verifyBackup } from '../services/backup/verify-backup'
import type { DeviceKeys } from '../services/device-keys'
import { usersOf } from '../services/vault-people'
import type { VerifyCommand } from './arguments'
import { type Failure, failureOf } from './exit-codes'
import { type AskSecret, choosePerson } from './sign-in'

type Deps = {
  services: VerifyServices
  deviceKeys: Pick<DeviceKeys, 'listUsers' | 'read'>
  ask: AskSecret
}
export type Verified = { rowCounts: Record<string, number> }

/**
 * `kebu --verify <file>`: proves a backup with a secret of its day, or with the key that this computer keeps for a person; no book is
 * opened or changed.
 */
export async function runVerify(
  deps: Deps,
  { file, user, source }: VerifyCommand,
): Promise<Verified | Failure> {
  const { services, ask } = deps
  try {
    const header = await readHeaderOf(services, file)
    const person = source === 'recovery-key' ? null : choosePerson(usersOf(header), user)
    if (person && 'error' in person) return person
    const kept = person && source !== 'typed' ? findKeptKeys(deps, header, person.uid) : null
    if (kept) return await verifyWithKeys(services, file, kept)
    if (source === 'keystore') return { exit: 'signIn', error: 'vault.device-key-gone' }
    const secret = await ask(person ? 'password' : 'recovery-key')
    if (typeof secret !== 'string') return secret
    const typed = { userUid: person?.uid ?? null, secret: secret.normalize('NFC') }
    const jobId = randomUUID()
    return { rowCounts: await verifyBackup(services, { jobId, path: file, secret: typed }) }
  } catch (error) {
    return failureOf(error)
  }
}

function readHeaderOf(services: VerifyServices, path: string): Promise<VaultHeader> {
  return runTask(services, randomUUID(), 'restore', async ({ call }) =>
    parseBackupHeader((await call('backup.inspect', { path })).vaultHeader),
  )
}

/** Keys of the backup by the secret of this computer, when it keeps one that this backup knows. */
function findKeptKeys({ deviceKeys }: Deps, header: VaultHeader, userUid: string) {
  const { vaultId } = header
  if (!deviceKeys.listUsers(vaultId).includes(userUid)) return null
  try {
    const secret = deviceKeys.read(vaultId, userUid)
    const { keys, nextKeys } = unwrapWithDevice(header, userUid, secret)
    wipe(secret)
    const derived = {
      pageKey: deriveKey(keys, vaultId, 'page'),
      macKey: deriveKey(keys, vaultId, 'backup-mac'),
    }
    wipeVaultKeys(keys)
    if (nextKeys) wipeVaultKeys(nextKeys)
    return derived
  } catch {
    return null
  }
}

function verifyWithKeys(
  services: VerifyServices,
  path: string,
  keys: BackupKeys,
): Promise<Verified> {
  return runTask(services, randomUUID(), 'restore', async ({ call }) => {
    const { workFolder } = services
    return { rowCounts: (await call('backup.prove', { path, workFolder, keys })).rowCounts }
  })
}
