import { AppError, type ErrorCode } from '@shared/core/errors'
import type { BackupKeys } from '../../jobs/backup/extract-backup'
import { chainIncomplete } from '../../jobs/backup/errors'
import { parseHeader, type VaultHeader } from '../../vault/header'
import { deriveKey, type KeyPurpose, wipeVaultKeys } from '../../vault/keys'
import { type Secret, unwrapHeader } from '../../vault/unwrap'
import type { Task } from './job-task'

const translated: Partial<Record<ErrorCode, ErrorCode>> = {
  'vault.wrong-password': 'backups.wrong-password',
  'vault.header-damaged': 'backups.damaged',
  'vault.header-unsupported': 'backups.newer-format',
}

/**
 * Opens the vault header inside a backup with a password of its day or the recovery key, and answers the keys of this backup.
 * The header was proven whole before, so a refusal is about the secret; missing files are told before a secret is tried.
 * @throws AppError `backups.chain-incomplete`, `backups.wrong-password`, `vault.wrong-recovery-key`, `vault.recovery-key-typo`, `backups.damaged`,
 * `backups.newer-format`
 */
export async function unwrapBackup(
  { call }: Task,
  path: string,
  secret: Secret,
): Promise<BackupKeys> {
  const { manifest, vaultHeader } = await call('backup.inspect', { path })
  await assertComplete(call, path)
  const keys = await translating(() => {
    const header = parseBackupHeader(vaultHeader)
    if (header.vaultId !== manifest.vaultId)
      throw new AppError('backups.damaged', 'manifest and header of different vaults')
    return unwrapHeader(header, secret)
  })
  try {
    const derive = (purpose: KeyPurpose) => deriveKey(keys, manifest.vaultId, purpose)
    return { pageKey: derive('page'), macKey: derive('backup-mac') }
  } finally {
    wipeVaultKeys(keys)
  }
}

/** @throws AppError `backups.chain-incomplete` */
async function assertComplete(call: Task['call'], path: string): Promise<void> {
  const { missing } = await call('backup.chain', { path })
  if (missing.length > 0) throw chainIncomplete(missing)
}

/** @throws AppError `backups.damaged`, `backups.newer-format` */
export function parseBackupHeader(bytes: Uint8Array): VaultHeader {
  try {
    return parseHeader(Buffer.from(bytes))
  } catch (error) {
    throw translate(error)
  }
}

async function translating<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw translate(error)
  }
}

function translate(error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  const code = translated[error.code]
  return code ? new AppError(code, error.message) : error
}
