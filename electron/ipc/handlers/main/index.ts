import type { RouteNameAt } from '@shared/contract'
import type { MainHandlers } from '../../main-context'
import { backupsHandlers } from './backups'
import { importsHandlers } from './imports'
import { jobsHandlers } from './jobs'
import { preferencesHandlers } from './preferences'
import { vaultHandlers } from './vault'

/** Every route that runs beside the window; a missing one does not compile. */
export const mainHandlers = {
  ...backupsHandlers,
  ...importsHandlers,
  ...jobsHandlers,
  ...preferencesHandlers,
  ...vaultHandlers,
} satisfies MainHandlers<RouteNameAt<'main'>>
