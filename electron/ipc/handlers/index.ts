import { backupsHandlers } from './backups'
import { customersHandlers } from './customers'
import { followUpsHandlers } from './follow-ups'
import { historyHandlers } from './history'
import { importsHandlers } from './imports'
import { tagsHandlers } from './tags'
import type { DataHandlers } from './types'

/** Every data route with its handler, one line a feature. */
export const dataHandlers = {
  ...backupsHandlers,
  ...customersHandlers,
  ...followUpsHandlers,
  ...historyHandlers,
  ...importsHandlers,
  ...tagsHandlers,
} satisfies DataHandlers
