import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { isAllowed } from '@shared/core/permissions'
import type { BackupRecord } from '@shared/features/backups/backups.contract'
import { isSameDisk, judgeFolder } from '../services/folder-verdict'
import type { VaultService } from '../services/vault-service'
import type { BackupCommand } from './arguments'
import { type Failure, failureOf } from './exit-codes'
import { signIn, type SignInDeps } from './sign-in'

export type BackupWarning = 'same-disk' | 'network' | 'sync'
export type BackupDeps = SignInDeps & {
  vault: Pick<VaultService, 'folder' | 'session' | 'lock'>
  make: (input: { jobId: string; folder: string; kind: 'auto' | 'full' }) => Promise<BackupRecord>
  warn: (warning: BackupWarning) => void
}

/**
 * `kebu --backup <folder>`: opens the book, makes one proven backup and locks again (R094). The role of the person decides as in the
 * window.
 */
export async function runBackup(
  deps: BackupDeps,
  { folder, kind, user, source }: BackupCommand,
): Promise<BackupRecord | Failure> {
  const { vault } = deps
  const refused = refuseTarget(folder)
  if (refused) return refused
  try {
    const closed = await signIn(deps, { user, source })
    if (closed) return closed
    const role = vault.session()?.role ?? null
    if (!isAllowed(role, 'backups.create')) return { exit: 'forbidden', error: 'core.forbidden' }
    for (const warning of listWarnings(folder, vault.folder())) deps.warn(warning)
    return await deps.make({ jobId: randomUUID(), folder, kind })
  } catch (error) {
    return failureOf(error)
  } finally {
    await vault.lock()
  }
}

function refuseTarget(folder: string): Failure | null {
  const isThere = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ?? false
  if (!isThere) return { exit: 'target', error: 'backups.target-gone' }
  if (judgeFolder(folder).verdict !== 'not-writable') return null
  return { exit: 'target', error: 'core.read-only' }
}

function listWarnings(folder: string, bookFolder: string): BackupWarning[] {
  const { verdict } = judgeFolder(folder)
  const warnings: BackupWarning[] = verdict === 'network' || verdict === 'sync' ? [verdict] : []
  return isSameDisk(folder, bookFolder) ? [...warnings, 'same-disk'] : warnings
}
