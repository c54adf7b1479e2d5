import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@shared/core/errors'
import { diskFileSystem } from '../../jobs/backup/file-system'
import { backupKeyId } from '../../jobs/backup/format'
import type { BackupKeys } from '../../jobs/backup/extract-backup'
import { isCustomerCopy, removeOwnFolder } from '../../jobs/backup/own-folder'
import type { PreparedCopy } from '../../jobs/customers-from-backup/prepare-copy'
import { bookFiles } from '../../vault/header-file'
import { wipe } from '../../vault/keys'
import { copySecret } from '../../vault/secret-memory'
import type { Secret } from '../../vault/unwrap'
import type { BackupServices } from './backup-services'
import { runTask, type Task } from './job-task'
import { unwrapBackup } from './open-backup'

type Input = {
  jobId: string
  path: string
  /** Of its day; null to try the keys of the open book. */
  secret: Secret | null
}
export type CustomersFromBackup = ReturnType<typeof createCustomersFromBackup>

/**
 * The one backup that customers are taken from: a temporary, encrypted copy that the data process reads beside the open book. It
 * is taken away at the end, at a lock, and at the next start after a crash.
 */
export function createCustomersFromBackup(services: BackupServices) {
  const { data, vault, workFolder } = services
  let folder: string | null = null

  async function close(): Promise<void> {
    const closing = folder
    folder = null
    if (closing === null) return
    // First the data process lets go of it: Windows removes no open file.
    await data.call('copies.close', null).catch(() => undefined)
    await removeOwnFolder(closing, diskFileSystem)
  }

  return {
    close,
    /**
     * Prepares the copy and puts it beside the book; one before it goes.
     * @throws AppError `customer-restores.password-needed` without a secret, when the keys of the open book do not fit; as
     * `unwrapBackup` and `prepareCopy`
     */
    async open({ jobId, path, secret }: Input): Promise<Omit<PreparedCopy, 'folder'>> {
      await close()
      return runTask(services, jobId, 'restore', async (task) => {
        const keys = await (secret
          ? unwrapBackup(task, path, secret)
          : ownKeys(services, task, path))
        const pageKey = copySecret(Buffer.from(keys.pageKey))
        try {
          const prepared = await vault.withKey('page', (bookKey) =>
            task.call('customers.prepare', {
              ...{ path, workFolder, keys, bookKey: copySecret(bookKey) },
              bookPath: join(vault.folder(), bookFiles.database),
            }),
          )
          folder = prepared.folder
          await data.call('copies.open', { path: join(folder, 'book.db'), pageKey })
          const { createdAt, counts } = prepared
          return { createdAt, counts }
        } catch (error) {
          await close()
          throw error
        } finally {
          wipe(pageKey)
        }
      })
    },
  }
}

/** Takes away what a program that was killed has left behind. Never throws. */
export async function removeCustomerCopies(workFolder: string): Promise<void> {
  for (const name of namesIn(workFolder))
    if (isCustomerCopy(name)) await removeOwnFolder(join(workFolder, name), diskFileSystem)
}

/** The keys of the open book, for a backup that was made under the same data key. */
async function ownKeys(
  { vault }: BackupServices,
  { call }: Task,
  path: string,
): Promise<BackupKeys> {
  const { manifest } = await call('backup.inspect', { path })
  const fits = await vault.withKey('backup-mac', (key) =>
    Promise.resolve(manifest.keyId === backupKeyId(key)),
  )
  if (!fits) throw new AppError('customer-restores.password-needed')
  const lend = (purpose: 'page' | 'backup-mac') =>
    vault.withKey(purpose, (key) => Promise.resolve(copySecret(key)))
  return { pageKey: await lend('page'), macKey: await lend('backup-mac') }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
