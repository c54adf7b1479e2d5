import type { RouteNameAt } from '@shared/contract'
import type { MainHandlers } from '../../main-context'
import { auditHandlers } from './audit'
import { backupsHandlers } from './backups'
import { clipboardHandlers } from './clipboard'
import { importsHandlers } from './imports'
import { jobsHandlers } from './jobs'
import { preferencesHandlers } from './preferences'
import { usersHandlers } from './users'
import { vaultHandlers } from './vault'
import { vaultCareHandlers } from './vault-care'

/** Every route that runs beside the window; a missing one does not compile. */
export const mainHandlers = {
  ...auditHandlers,
  ...backupsHandlers,
  ...clipboardHandlers,
  ...importsHandlers,
  ...jobsHandlers,
  ...preferencesHandlers,
  ...usersHandlers,
  ...vaultHandlers,
  ...vaultCareHandlers,
} satisfies MainHandlers<RouteNameAt<'main'>>
