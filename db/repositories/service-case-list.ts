import { AppError } from '@shared/core/errors'
import { type Role, mayUse, scopeOf } from '@shared/core/permissions'
import type {
  CaseEntry,
  CaseFilter,
  CaseState,
} from '@shared/features/service-cases/service-cases.schema'
import type { RouteOutput } from '@shared/contract'
import { viewerOf, viewerValues } from '../access'
import type { ReadContext } from '../context'
import { findCustomerRelation, getCustomerRelation } from '../customer-relation'
import { holidayCalendarOf } from '../holiday-calendar'
import { caseColumns, type CaseRow, caseRows, viewCase } from '../service-case-rows'
import { statement } from '../statements'

type PageOf = {
  filter: CaseFilter
  after: { openedAt: number; id: number } | null
  limit: number
}
type Page = { cases: CaseEntry[]; hasMore: boolean }

const from = 'service_case s JOIN customer c ON c.id = s.customer_id'
const open = 's.resolved_at IS NULL AND s.closed_at IS NULL'
const inState: Record<CaseState, string> = {
  open,
  unanswered: `${open} AND s.responded_at IS NULL`,
  finished: 's.resolved_at IS NOT NULL',
  all: 'TRUE',
}
/** Averages look back so far. */
const averagedMs = 90 * 86_400_000

/**
 * One page of cases by keyset: what waits begins with the longest wait, all else with the newest (R080). Words that the person may
 * not see are left out (R084).
 * @throws AppError customers.not-found and core.forbidden for a customer whose cases the person may not read
 */
export function listCases(context: ReadContext, { filter, after, limit }: PageOf): Page {
  const { read } = context
  const { state, kind, handlerId, customerId } = filter
  if (customerId !== null) getCustomerRelation(read, context, 'service-cases.read', customerId)
  const viewer = viewerOf(read, context)
  const waits = state === 'open' || state === 'unanswered'
  const [direction, behind] = waits ? ['ASC', '>'] : ['DESC', '<']
  const conditions = [
    inState[state],
    // Of one customer their right was asked above, and the page of one in the bin shows them too.
    customerId === null ? caseRows(viewer) : 's.customer_id = @customerId',
    kind === null ? '' : 's.kind = @kind',
    handlerId === null ? '' : 's.handler_id = @handlerId',
    after === null ? '' : `(s.opened_at, s.id) ${behind} (@openedAt, @id)`,
  ].filter(Boolean)
  const rows = statement<CaseRow>(
    read,
    `SELECT ${caseColumns} FROM ${from} WHERE ${conditions.join(' AND ')}
     ORDER BY s.opened_at ${direction}, s.id ${direction} LIMIT @limit`,
  ).all({
    ...{ ...viewerValues(viewer), kind, handlerId, customerId, limit: limit + 1 },
    ...{ openedAt: after?.openedAt ?? null, id: after?.id ?? null },
  })
  const calendar = holidayCalendarOf(read)
  return {
    cases: rows.slice(0, limit).map((row) => viewCase(row, viewer, calendar)),
    hasMore: rows.length > limit,
  }
}

/** @throws AppError core.not-found, also for a case whose customer the person may not read */
export function getCase(context: ReadContext, id: number): CaseEntry {
  const { read, session } = context
  const row = statement<CaseRow>(read, `SELECT ${caseColumns} FROM ${from} WHERE s.id = ?`).get(id)
  const relation = row ? findCustomerRelation(read, context, row.customerId) : null
  if (!row || relation === null || !mayUse(session.role, 'service-cases.read', relation))
    throw new AppError('core.not-found')
  return viewCase(row, viewerOf(read, context), holidayCalendarOf(read))
}

/** The figures over the list, of what the person may read. */
export function countCases(context: ReadContext): RouteOutput<'service-cases.counts'> {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const values = { ...viewerValues(viewer), since: clock() - averagedMs }
  const waiting = statement<{ open: number; unanswered: number }>(
    read,
    `SELECT count(*) AS open, count(*) - count(s.responded_at) AS unanswered FROM service_case s
     WHERE ${open} AND ${caseRows(viewer)}`,
  ).get(values)
  const averages = statement<Omit<RouteOutput<'service-cases.counts'>, 'open' | 'unanswered'>>(
    read,
    `SELECT CAST(round(avg(s.responded_at - s.opened_at)) AS INTEGER) AS response, count(s.responded_at) AS answered,
       avg(s.satisfaction) AS satisfaction, count(s.satisfaction) AS rated
     FROM service_case s WHERE s.opened_at >= @since AND ${caseRows(viewer)}`,
  ).get(values)
  return {
    ...{ open: 0, unanswered: 0, response: null, answered: 0, satisfaction: null, rated: 0 },
    ...waiting,
    ...averages,
  }
}

/**
 * People of today who may look after cases, by name; of one customer those who reach them.
 * @throws AppError customers.not-found
 */
export function listHandlers(
  context: ReadContext,
  { customerId }: { customerId: number | null },
): { handlers: { id: number; name: string }[] } {
  const { read } = context
  if (customerId !== null) getCustomerRelation(read, context, 'service-cases.read', customerId)
  const people = statement<{ id: number; name: string; role: Role; owns: number }>(
    read,
    `SELECT id, name, role, EXISTS (SELECT 1 FROM customer
         WHERE customer.id = @customerId AND owner_id = user.id AND pooled_at IS NULL) AS owns
     FROM user WHERE status IN ('active', 'pending') ORDER BY name, id`,
  ).all({ customerId })
  const fits = ({ role, owns }: { role: Role; owns: number }) =>
    customerId === null
      ? scopeOf(role, 'service-cases.write') !== 'none'
      : mayUse(role, 'service-cases.write', owns === 1 ? 'own' : 'other')
  return { handlers: people.filter(fits).map(({ id, name }) => ({ id, name })) }
}
