import type { Clock } from '@shared/core/clock'
import type { DataLink } from '../data-link'
import type { JobProcess, JobRegistry } from '../job-runner'
import type { VaultService } from '../vault-service'

/** What backup and restore need of the program; tests put their own in place. */
export type BackupServices = {
  vault: Pick<VaultService, 'folder' | 'withKey' | 'lock' | 'openRestored'>
  data: Pick<DataLink, 'call'>
  jobs: Pick<JobRegistry, 'run'>
  /** Starts a job process of its own for each task. */
  startJob: () => Pick<JobProcess, 'call' | 'end'>
  clock: Clock
  newUid: () => string
  appVersion: string
  /** A folder of this computer for temporary, encrypted copies. */
  workFolder: string
}
