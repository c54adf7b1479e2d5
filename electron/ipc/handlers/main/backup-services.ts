import { systemClock } from '@shared/core/clock'
import { app } from 'electron'
import { v7 as uuidv7 } from 'uuid'
import type { BackupServices } from '../../../services/backup/backup-services'
import { startJobProcess } from '../../../services/job-runner'
import type { MainContext } from '../../main-context'

/** What backup, restore and key rotation need of the program. */
export function backupServicesOf({
  vault,
  data,
  jobs,
}: Pick<MainContext, 'vault' | 'data' | 'jobs'>): BackupServices {
  return {
    vault,
    data,
    jobs,
    startJob: startJobProcess,
    clock: systemClock,
    newUid: () => uuidv7(),
    appVersion: app.getVersion(),
    workFolder: app.getPath('userData'),
  }
}
