import { join } from 'node:path'
import { bookFiles } from '../vault/header-file'
import { copySecret } from '../vault/secret-memory'
import type { BackupServices } from './backup/backup-services'
import { runTask } from './backup/job-task'

/**
 * Looks through the whole book in a job process, then has the data process put what was found in place of what was known (R051).
 * @throws AppError core.cancelled; core.locked
 */
export async function scanForDuplicates(
  services: Pick<BackupServices, 'vault' | 'data' | 'jobs' | 'startJob'>,
  jobId: string,
): Promise<{ customers: number; candidates: number }> {
  const { vault, data } = services
  return runTask(services, jobId, 'duplicates', async ({ call, report }) => {
    const scan = await vault.withKey('page', (key) =>
      call('duplicates.scan', {
        path: join(vault.folder(), bookFiles.database),
        key: copySecret(key),
      }),
    )
    const { customers, candidates } = scan
    report({ phase: 'writing', done: customers, total: customers, unit: 'rows' })
    await data.call('duplicates.store', scan)
    return { customers, candidates: candidates.length }
  })
}
