import type { RouteNameAt } from '@shared/contract'
import type { MainHandlers } from '../../main-context'
import { attachmentsHandlers } from './attachments'
import { auditHandlers } from './audit'
import { backupsHandlers } from './backups'
import { calendarFilesHandlers } from './calendar-files'
import { clipboardHandlers } from './clipboard'
import { customerRestoresHandlers } from './customer-restores'
import { customersHandlers } from './customers'
import { duplicatesHandlers } from './duplicates'
import { exportsHandlers } from './exports'
import { holidaysHandlers } from './holidays'
import { importsHandlers } from './imports'
import { jobsHandlers } from './jobs'
import { preferencesHandlers } from './preferences'
import { usersHandlers } from './users'
import { vaultHandlers } from './vault'
import { vaultCareHandlers } from './vault-care'
import { vaultConditionHandlers } from './vault-condition'
import { vaultRescueHandlers } from './vault-rescue'

/** Every route that runs beside the window; a missing one does not compile. */
export const mainHandlers = {
  ...attachmentsHandlers,
  ...auditHandlers,
  ...backupsHandlers,
  ...calendarFilesHandlers,
  ...clipboardHandlers,
  ...customerRestoresHandlers,
  ...customersHandlers,
  ...duplicatesHandlers,
  ...exportsHandlers,
  ...holidaysHandlers,
  ...importsHandlers,
  ...jobsHandlers,
  ...preferencesHandlers,
  ...usersHandlers,
  ...vaultHandlers,
  ...vaultCareHandlers,
  ...vaultConditionHandlers,
  ...vaultRescueHandlers,
} satisfies MainHandlers<RouteNameAt<'main'>>
