import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { fieldLevelOf } from '@shared/core/permissions'
import {
  type OwnedRecord,
  relationOf,
  type Viewer,
} from '@shared/features/ownership/ownership.rules'
import { caseSpans } from '@shared/features/service-cases/service-cases.rules'
import type { CaseEntry } from '@shared/features/service-cases/service-cases.schema'
import { readableRows, writableRows } from './access'
import { maskName } from './customer-view'

/** A case as the queries of `caseColumns` answer it, before rights are applied. */
export type CaseRow = Omit<CaseEntry, 'relation' | 'response' | 'resolution'> &
  Omit<OwnedRecord, 'lastInteractionAt'> & { lastInteractionAt: number | null }

/** `s` is the case, `c` its customer. */
export const caseColumns = `s.id, s.uid, s.code, s.customer_id AS customerId, c.name AS customerName, s.contact_id AS contactId,
  (SELECT name FROM contact WHERE contact.id = s.contact_id) AS contactName, s.kind, s.status, s.subject, s.content, s.result,
  s.satisfaction, s.opened_at AS openedAt, s.responded_at AS respondedAt, s.resolved_at AS resolvedAt, s.closed_at AS closedAt,
  s.handler_id AS handlerId, (SELECT name FROM user WHERE user.id = s.handler_id) AS handlerName,
  c.owner_id AS ownerId, (SELECT role FROM user WHERE user.id = c.owner_id) AS ownerRole, c.pooled_at AS pooledAt,
  c.owned_since AS ownedSince, c.created_at AS createdAt, c.last_interaction_at AS lastInteractionAt`

/** Customers whose cases a list holds, as a condition on `s`: within reach, and not in the recycle bin (X5). */
export function caseRows(viewer: Viewer): string {
  const reach = `${readableRows(viewer, { pool: false })} AND ${writableRows(viewer, 'service-cases.read')}`
  return `EXISTS (SELECT 1 FROM customer WHERE customer.id = s.customer_id AND deleted_at IS NULL AND ${reach})`
}

/** A case as far as the viewer may see it (R083, R084), with how long it took. */
export function viewCase(row: CaseRow, viewer: Viewer, calendar: HolidayCalendar): CaseEntry {
  const relation = relationOf(row, viewer)
  const contact = fieldLevelOf(viewer.role, 'contact', relation)
  const seesNotes = fieldLevelOf(viewer.role, 'notes', relation) === 'full'
  const { id, uid, code, customerId, customerName, kind, status, satisfaction } = row
  const { openedAt, respondedAt, resolvedAt, closedAt, handlerId, handlerName } = row
  return {
    ...{ id, uid, code, customerId, customerName, relation, kind, status, satisfaction },
    ...{ openedAt, respondedAt, resolvedAt, closedAt, handlerId, handlerName },
    contactId: contact === 'none' ? null : row.contactId,
    contactName: seenName(row.contactName, contact),
    subject: seesNotes ? row.subject : '',
    content: seesNotes ? row.content : null,
    result: seesNotes ? row.result : null,
    ...caseSpans(row, calendar),
  }
}

function seenName(name: string | null, level: 'none' | 'masked' | 'full'): string | null {
  if (name === null || level === 'none') return null
  return level === 'full' ? name : maskName(name)
}
