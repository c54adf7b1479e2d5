import { scanForDuplicates } from '../../../services/duplicate-scan'
import type { MainHandlers } from '../../main-context'
import { backupServicesOf } from './backup-services'

export const duplicatesHandlers: MainHandlers<'duplicates.scan'> = {
  'duplicates.scan': (context, { jobId }) => scanForDuplicates(backupServicesOf(context), jobId),
}
