import type { Secret } from '../../vault/unwrap'
import type { BackupServices } from './backup-services'
import { runTask } from './job-task'
import { unwrapBackup } from './open-backup'

export type VerifyServices = Pick<BackupServices, 'jobs' | 'startJob' | 'workFolder'>
type Input = { jobId: string; path: string; secret: Secret }

/**
 * Proves a chosen backup: every page read, opened with a secret of its day, integrity checked, rows counted.
 * @returns rows by table
 * @throws AppError as `unwrapBackup` and `proveBackup`
 */
export function verifyBackup(
  services: VerifyServices,
  { jobId, path, secret }: Input,
): Promise<Record<string, number>> {
  return runTask(services, jobId, 'restore', async (task) => {
    const keys = await unwrapBackup(task, path, secret)
    const { workFolder } = services
    return (await task.call('backup.prove', { path, workFolder, keys })).rowCounts
  })
}
