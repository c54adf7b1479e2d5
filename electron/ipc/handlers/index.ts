import { auditHandlers } from './audit'
import { backupsHandlers } from './backups'
import { customerRestoresHandlers } from './customer-restores'
import { customersHandlers } from './customers'
import { draftsHandlers } from './drafts'
import { followUpsHandlers } from './follow-ups'
import { historyHandlers } from './history'
import { importsHandlers } from './imports'
import { ownershipHandlers } from './ownership'
import { qualityHandlers } from './quality'
import { tagsHandlers } from './tags'
import type { DataHandlers } from './types'

/** Every data route with its handler, one line a feature. */
export const dataHandlers = {
  ...auditHandlers,
  ...backupsHandlers,
  ...customerRestoresHandlers,
  ...customersHandlers,
  ...draftsHandlers,
  ...followUpsHandlers,
  ...historyHandlers,
  ...importsHandlers,
  ...ownershipHandlers,
  ...qualityHandlers,
  ...tagsHandlers,
} satisfies DataHandlers
