import { attachmentsHandlers } from './attachments'
import { auditHandlers } from './audit'
import { backupsHandlers } from './backups'
import { contactsHandlers } from './contacts'
import { customerRestoresHandlers } from './customer-restores'
import { customFieldsHandlers } from './custom-fields'
import { customersHandlers } from './customers'
import { draftsHandlers } from './drafts'
import { duplicatesHandlers } from './duplicates'
import { followUpsHandlers } from './follow-ups'
import { historyHandlers } from './history'
import { importsHandlers } from './imports'
import { lifecycleHandlers } from './lifecycle'
import { ownershipHandlers } from './ownership'
import { qualityHandlers } from './quality'
import { tagsHandlers } from './tags'
import { tasksHandlers } from './tasks'
import { todayHandlers } from './today'
import type { DataHandlers } from './types'

/** Every data route with its handler, one line a feature. */
export const dataHandlers = {
  ...attachmentsHandlers,
  ...auditHandlers,
  ...backupsHandlers,
  ...contactsHandlers,
  ...customerRestoresHandlers,
  ...customFieldsHandlers,
  ...customersHandlers,
  ...draftsHandlers,
  ...duplicatesHandlers,
  ...followUpsHandlers,
  ...historyHandlers,
  ...importsHandlers,
  ...lifecycleHandlers,
  ...ownershipHandlers,
  ...qualityHandlers,
  ...tagsHandlers,
  ...tasksHandlers,
  ...todayHandlers,
} satisfies DataHandlers
