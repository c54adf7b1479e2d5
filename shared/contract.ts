import type {
  ContractShape,
  Home,
  InputOf,
  OutputOf,
  ParsedInputOf,
  RoutesAt,
  Topic,
} from './core/contract'
import { attachmentsContract } from './features/attachments/attachments.contract'
import { auditContract } from './features/audit/audit.contract'
import { automationContract } from './features/automation/automation.contract'
import { backupsContract } from './features/backups/backups.contract'
import { restoreContract } from './features/backups/restore.contract'
import { behaviorsContract } from './features/behaviors/behaviors.contract'
import { cadenceContract } from './features/cadence/cadence.contract'
import { calendarContract } from './features/calendar/calendar.contract'
import { calendarFileContract } from './features/tasks/calendar-file.contract'
import { clipboardContract } from './features/clipboard/clipboard.contract'
import { contactsContract } from './features/contacts/contacts.contract'
import { customFieldsContract } from './features/custom-fields/custom-fields.contract'
import { customersContract } from './features/customers/customers.contract'
import { deadlinesContract } from './features/deadlines/deadlines.contract'
import { draftsContract } from './features/drafts/drafts.contract'
import { duplicatesContract } from './features/duplicates/duplicates.contract'
import { exportsContract } from './features/exports/exports.contract'
import { followUpsContract } from './features/follow-ups/follow-ups.contract'
import { historyContract } from './features/history/history.contract'
import { holidaysContract } from './features/holidays/holidays.contract'
import { importsContract } from './features/imports/imports.contract'
import { type JobProgress, jobsContract } from './features/jobs/jobs.contract'
import { lifecycleContract } from './features/lifecycle/lifecycle.contract'
import { ownershipContract } from './features/ownership/ownership.contract'
import { phrasesContract } from './features/phrases/phrases.contract'
import { preferencesContract } from './features/preferences/preferences.contract'
import { qualityContract } from './features/quality/quality.contract'
import { customerRestoresContract } from './features/restores/customer-restores.contract'
import { serviceCasesContract } from './features/service-cases/service-cases.contract'
import { tagsContract } from './features/tags/tags.contract'
import { tasksContract } from './features/tasks/tasks.contract'
import { timelineContract } from './features/timeline/timeline.contract'
import { todayContract } from './features/today/today.contract'
import type { ItemRef } from './features/today/today.schema'
import { usersContract } from './features/users/users.contract'
import { vaultContract } from './features/vault/vault.contract'

/** Table of contents: every route of the program, one line a feature. */
export const contract = {
  ...attachmentsContract,
  ...auditContract,
  ...automationContract,
  ...backupsContract,
  ...restoreContract,
  ...behaviorsContract,
  ...cadenceContract,
  ...calendarContract,
  ...calendarFileContract,
  ...clipboardContract,
  ...contactsContract,
  ...customerRestoresContract,
  ...customFieldsContract,
  ...customersContract,
  ...deadlinesContract,
  ...draftsContract,
  ...duplicatesContract,
  ...exportsContract,
  ...followUpsContract,
  ...historyContract,
  ...holidaysContract,
  ...importsContract,
  ...jobsContract,
  ...lifecycleContract,
  ...ownershipContract,
  ...phrasesContract,
  ...preferencesContract,
  ...qualityContract,
  ...serviceCasesContract,
  ...tagsContract,
  ...tasksContract,
  ...timelineContract,
  ...todayContract,
  ...usersContract,
  ...vaultContract,
} satisfies ContractShape

export type Contract = typeof contract
export type RouteName = keyof Contract
export type RouteInput<R extends RouteName> = InputOf<Contract[R]>
export type RouteParsedInput<R extends RouteName> = ParsedInputOf<Contract[R]>
export type RouteOutput<R extends RouteName> = OutputOf<Contract[R]>
export type RouteNameAt<H extends Home> = RoutesAt<Contract, H>

/** Everything main may tell the window without being asked. */
export type KebuEvent =
  | { type: 'data.changed'; topics: Topic[] }
  | { type: 'vault.changed' }
  /** The book is about to lock: whatever was typed must be kept now. `seconds` is 0 when it cannot wait. */
  | { type: 'vault.locking'; seconds: number }
  | { type: 'job.progress'; progress: JobProgress }
  | { type: 'data-process.restarted' }
  /** The person clicked on a notification: about this item, or about several. */
  | { type: 'reminder.opened'; item: ItemRef | null }

/** The two calls that the preload puts on `window.kebu`. */
export type KebuBridge = {
  /** The envelope as JSON text: from a thousand rows on text crosses 2–3 times faster than objects. */
  request(route: string, input: unknown): Promise<string>
  on(listener: (event: KebuEvent) => void): () => void
}
