import { routesOfKinds } from '@shared/features/audit/audit.rules'
import type { AuditFilter } from '@shared/features/audit/audit.schema'
import type { ReadHandle } from './handles'
import { rowsOfCustomer } from './rows-of-customer'
import { statement } from './statements'

type Values = Record<string, string | number>
type Part = { sql: string; values: Values }

/** Which entries, how many at most, from which end. `edge` is the id that the page begins behind. */
export type AuditPage = {
  filter: AuditFilter
  newestFirst: boolean
  edge: number | null
  limit: number
}

/**
 * Ids of one page of the trail, in its order. Goes in by the index that narrows most: customer, then routes, then person,
 * then the row id alone; a span of time becomes a span of ids first, because the order is by id.
 */
export function findAuditIds(read: ReadHandle, page: AuditPage): number[] {
  const span = idSpan(read, page)
  if (!span) return []
  const { sql, values } = auditIdsQuery(page, span)
  return statement<{ id: number }>(read, sql)
    .all(values)
    .map(({ id }) => id)
}

/** The statement behind `findAuditIds`, on its own so that its plan can be looked at. */
export function auditIdsQuery({ filter, newestFirst, limit }: AuditPage, span: Span): Part {
  const ways = waysIn(filter)
  const rest = conditions(filter, span)
  const end = `ORDER BY id ${newestFirst ? 'DESC' : 'ASC'} LIMIT @limit`
  // Each branch ends by itself after one page: without that, a common route would be read and sorted whole.
  const branches = ways.map(
    ({ sql }) => `SELECT * FROM (SELECT id FROM audit_event WHERE ${sql} AND ${rest.sql} ${end})`,
  )
  return {
    sql: `${branches.join(' UNION ')} ${end}`,
    values: merged([rest, ...ways, { sql: '', values: { limit } }]),
  }
}

type Span = { low: number; high: number }

/** Ids between which everything lies that the page may show; null when nothing can be there. */
function idSpan(read: ReadHandle, { filter, newestFirst, edge }: AuditPage): Span | null {
  const behind = {
    low: edge === null || newestFirst ? 0 : edge + 1,
    high: edge === null || !newestFirst ? Number.MAX_SAFE_INTEGER : edge - 1,
  }
  const isOpen = filter.from === null && filter.until === null
  // A customer's entries are few: looking at the moment of each costs less than finding the span.
  if (isOpen || filter.customerId !== null) return behind
  const span = statement<{ low: number | null; high: number | null }>(
    read,
    'SELECT min(id) AS low, max(id) AS high FROM audit_event WHERE at >= @from AND at < @until',
  ).get(timeOf(filter))
  if (!span || span.low === null || span.high === null) return null
  return { low: Math.max(span.low, behind.low), high: Math.min(span.high, behind.high) }
}

/** Any moment that a date can hold stands for an open end. */
function timeOf({ from, until }: AuditFilter): { from: number; until: number } {
  return { from: from ?? -8.64e15, until: until ?? 8.64e15 }
}

/** What every way in has to meet besides. A plus before a column keeps its index out, which would be a worse way. */
function conditions(filter: AuditFilter, span: Span): Part {
  const { customerId, userId } = filter
  const routes = routesOfKinds(filter.kinds)
  const isWay = { id: customerId === null, user: customerId === null && routes === null }
  const parts: Part[] = [{ sql: `${isWay.id ? '' : '+'}id BETWEEN @low AND @high`, values: span }]
  if (userId !== null)
    parts.push({ sql: `${isWay.user ? '' : '+'}user_id = @userId`, values: { userId } })
  if (routes && 'without' in routes) parts.push(routePart('NOT IN', routes.without))
  if (routes && 'only' in routes && customerId !== null) parts.push(routePart('IN', routes.only))
  // Entries stand in the order of time but for a few, such as a refused password noted at the next unlock.
  if (filter.from !== null || filter.until !== null)
    parts.push({ sql: '+at >= @from AND +at < @until', values: timeOf(filter) })
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: merged(parts) }
}

function routePart(operator: 'IN' | 'NOT IN', routes: string[]): Part {
  const values = Object.fromEntries(routes.map((route, index) => [`listed${index}`, route]))
  const names = Object.keys(values).map((name) => `@${name}`)
  return { sql: `+route ${operator} (${names.join(', ')})`, values }
}

function merged(parts: Part[]): Values {
  return Object.assign({}, ...parts.map(({ values }) => values)) as Values
}

function waysIn({ customerId, kinds }: AuditFilter): Part[] {
  if (customerId !== null) return waysToCustomer(customerId)
  const routes = routesOfKinds(kinds)
  if (!routes || 'without' in routes) return [{ sql: 'TRUE', values: {} }]
  return routes.only.map((route, index) => ({
    sql: `route = @route${index}`,
    values: { [`route${index}`]: route },
  }))
}

function waysToCustomer(customerId: number): Part[] {
  const byCommand = `command_id IN (SELECT c.command_id FROM (${rowsOfCustomer}) r
    CROSS JOIN change c ON c.table_name = r.name AND c.row_id = r.id)`
  // The space and its neighbour in the alphabet: `customer:12 …`, but not `customer:123`.
  const bySubject = `(subject = @subject OR subject >= @subject || ' ' AND subject < @subject || '!')`
  const subject = `customer:${customerId}`
  return [
    { sql: byCommand, values: { customerId } },
    { sql: bySubject, values: { subject } },
  ]
}
