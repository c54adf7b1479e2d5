import { attachmentsHandlers } from './attachments'
import { auditHandlers } from './audit'
import { automationHandlers } from './automation'
import { backupsHandlers } from './backups'
import { behaviorsHandlers } from './behaviors'
import { cadenceHandlers } from './cadence'
import { calendarHandlers } from './calendar'
import { contactsHandlers } from './contacts'
import { customerRestoresHandlers } from './customer-restores'
import { customFieldsHandlers } from './custom-fields'
import { customersHandlers } from './customers'
import { deadlinesHandlers } from './deadlines'
import { draftsHandlers } from './drafts'
import { duplicatesHandlers } from './duplicates'
import { followUpsHandlers } from './follow-ups'
import { historyHandlers } from './history'
import { holidaysHandlers } from './holidays'
import { importsHandlers } from './imports'
import { lifecycleHandlers } from './lifecycle'
import { ownershipHandlers } from './ownership'
import { phrasesHandlers } from './phrases'
import { qualityHandlers } from './quality'
import { serviceCasesHandlers } from './service-cases'
import { tagsHandlers } from './tags'
import { tasksHandlers } from './tasks'
import { todayHandlers } from './today'
import type { DataHandlers } from './types'

/** Every data route with its handler, one line a feature. */
export const dataHandlers = {
  ...attachmentsHandlers,
  ...auditHandlers,
  ...automationHandlers,
  ...backupsHandlers,
  ...behaviorsHandlers,
  ...cadenceHandlers,
  ...calendarHandlers,
  ...contactsHandlers,
  ...customerRestoresHandlers,
  ...customFieldsHandlers,
  ...customersHandlers,
  ...deadlinesHandlers,
  ...draftsHandlers,
  ...duplicatesHandlers,
  ...followUpsHandlers,
  ...historyHandlers,
  ...holidaysHandlers,
  ...importsHandlers,
  ...lifecycleHandlers,
  ...ownershipHandlers,
  ...phrasesHandlers,
  ...qualityHandlers,
  ...serviceCasesHandlers,
  ...tagsHandlers,
  ...tasksHandlers,
  ...todayHandlers,
} satisfies DataHandlers
