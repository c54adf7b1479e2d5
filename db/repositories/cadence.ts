import { daysBetween, toIsoDate } from '@shared/core/dates'
import { instantOf } from '@shared/core/days/day-arithmetic'
import type { HolidayCalendar } from '@shared/core/days/holiday-calendar'
import { dueDay, proposeDay } from '@shared/features/cadence/cadence.rules'
import type { LateCursor, LateCustomer, Rhythm } from '@shared/features/cadence/cadence.schema'
import { type Tier, tiers } from '@shared/features/customers/customers.enums'
import type { RouteOutput } from '@shared/contract'
import { readableRows, viewerOf, viewerValues } from '../access'
import { getCadenceSettings } from '../cadence-settings'
import { lateLimits, lateWithoutContact, unplanned } from '../cadence-sql'
import type { ReadContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import { holidayCalendarOf } from '../holiday-calendar'
import { statement } from '../statements'

type Asked = {
  tier: Tier | null
  ownerId: number | null
  after: LateCursor | null
  limit: number
}
type Row = Omit<LateCustomer, 'dueOn' | 'daysLate'> & {
  firstContactOn: string | null
  createdAt: number
}

/**
 * One page of the customers that are late and have nothing planned (R065): the higher tier first, then those that were never spoken
 * to, then the longest silence. By keyset on the index of last contacts, so that any depth costs the same.
 */
export function listLate(context: ReadContext, asked: Asked): RouteOutput<'cadence.late'> {
  const { read, clock } = context
  const calendar = holidayCalendarOf(read)
  const settings = getCadenceSettings(read)
  const limits = lateLimits(settings, calendar, clock())
  const wanted = asked.limit + 1
  const found: LateCustomer[] = []
  for (const tier of tiers) {
    const rhythm = settings[tier]
    if (rhythm === null || (asked.tier !== null && asked.tier !== tier)) continue
    for (const met of [false, true]) {
      const left = wanted - found.length
      if (left <= 0 || isPassed(asked.after, tier, met)) continue
      const page = { ...asked, tier, met, limit: left }
      const rows = readLate(context, page, limits[tier])
      found.push(...rows.map((row) => toLate(row, rhythm, calendar, clock())))
    }
  }
  const customers = found.slice(0, asked.limit)
  const last = found.length > asked.limit ? customers.at(-1) : undefined
  return {
    customers,
    next: last ? { tier: last.tier, at: last.lastInteractionAt, id: last.id } : null,
  }
}

/** Whether a part of the list lies before the cursor: parts are the tiers, each with those never met before the others. */
function isPassed(after: LateCursor | null, tier: Tier, met: boolean): boolean {
  if (after === null) return false
  const [own, last] = [tiers.indexOf(tier), tiers.indexOf(after.tier)]
  return own < last || (own === last && !met && after.at !== null)
}

function readLate(
  context: ReadContext,
  { tier, met, ownerId, after, limit }: Asked & { tier: Tier; met: boolean },
  limits: { before: number | null; day: string | null },
): Row[] {
  const { read } = context
  const viewer = viewerOf(read, context)
  const isBehind = after !== null && after.tier === tier && (after.at !== null) === met
  const behind = met ? '(last_interaction_at, id) > (@at, @id)' : 'id > @id'
  const conditions = [
    met
      ? 'last_interaction_at < @before'
      : `last_interaction_at IS NULL AND ${lateWithoutContact('@before', '@day')}`,
    ...[`tier = @tier AND ${unplanned}`, readableRows(viewer, { pool: false })],
    ...(ownerId === null ? [] : ['owner_id = @ownerId']),
    ...(isBehind ? [behind] : []),
  ]
  return statement<Row>(
    read,
    `SELECT id, code, kind, name, tier, (SELECT user.name FROM user WHERE user.id = owner_id) AS ownerName,
       last_interaction_at AS lastInteractionAt, first_contact_on AS firstContactOn, created_at AS createdAt
     FROM customer WHERE ${conditions.join(' AND ')} ORDER BY last_interaction_at, id LIMIT @limit`,
  ).all({
    ...{ ...viewerValues(viewer), ...limits, tier, ownerId, limit },
    ...{ at: after?.at ?? null, id: after?.id ?? null },
  })
}

function toLate(
  { firstContactOn, createdAt, ...row }: Row,
  rhythm: Rhythm,
  calendar: HolidayCalendar,
  now: number,
): LateCustomer {
  const { lastInteractionAt } = row
  const since =
    lastInteractionAt === null
      ? (firstContactOn ?? toIsoDate(createdAt))
      : toIsoDate(lastInteractionAt)
  const dueOn = dueDay(since, rhythm, calendar)
  return { ...row, dueOn, daysLate: daysBetween(instantOf(dueOn, 0), now) }
}

/** How many are late by tier and by owner, of what the person may read. */
export function countLate(
  context: ReadContext,
  { ownerId }: { ownerId: number | null },
): RouteOutput<'cadence.counts'> {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const limits = lateLimits(getCadenceSettings(read), holidayCalendarOf(read), clock())
  const [before, day] = (['Before', 'Day'] as const).map(
    (name) =>
      `CASE tier ${tiers.map((tier) => `WHEN '${tier}' THEN @${tier}${name}`).join(' ')} END`,
  ) as [string, string]
  const rows = statement<{ tier: Tier; ownerId: number; ownerName: string; total: number }>(
    read,
    `SELECT tier, owner_id AS ownerId, (SELECT user.name FROM user WHERE user.id = owner_id) AS ownerName, count(*) AS total
     FROM customer WHERE CASE WHEN last_interaction_at IS NOT NULL THEN last_interaction_at < ${before}
         ELSE ${lateWithoutContact(before, day)} END
       AND ${unplanned} AND ${readableRows(viewer, { pool: false })}
     GROUP BY owner_id, tier`,
  ).all({
    ...viewerValues(viewer),
    ...Object.fromEntries(
      tiers.flatMap((tier) => [
        [`${tier}Before`, limits[tier].before],
        [`${tier}Day`, limits[tier].day],
      ]),
    ),
  })
  const asked = ownerId === null ? rows : rows.filter((row) => row.ownerId === ownerId)
  const sum = (lines: typeof rows) => lines.reduce((all, { total }) => all + total, 0)
  const byTier = (tier: Tier) => sum(asked.filter((row) => row.tier === tier))
  const owners = new Map(rows.map((row) => [row.ownerId, row.ownerName]))
  return {
    total: sum(asked),
    byTier: { high: byTier('high'), potential: byTier('potential'), normal: byTier('normal') },
    byOwner: [...owners]
      .map(([id, ownerName]) => ({
        ...{ ownerId: id, ownerName },
        total: sum(rows.filter((row) => row.ownerId === id)),
      }))
      .sort((a, b) => b.total - a.total || a.ownerId - b.ownerId),
  }
}

/**
 * The next visit that the rhythm of a customer's tier proposes (R065).
 * @param asked `from` is the contact that it counts from, epoch ms; null for the last one on record
 * @throws AppError customers.not-found
 */
export function proposeVisit(
  context: ReadContext,
  { customerId, from }: { customerId: number; from: number | null },
): { date: string | null } {
  const { read, clock } = context
  getCustomerRelation(read, context, 'customers.read', customerId)
  const row = statement<Pick<Row, 'tier' | 'lastInteractionAt' | 'firstContactOn' | 'createdAt'>>(
    read,
    `SELECT tier, last_interaction_at AS lastInteractionAt, first_contact_on AS firstContactOn, created_at AS createdAt
     FROM customer WHERE id = ?`,
  ).get(customerId)
  const rhythm = row ? getCadenceSettings(read)[row.tier] : null
  if (!row || rhythm === null) return { date: null }
  const met = from ?? row.lastInteractionAt
  const since = met === null ? (row.firstContactOn ?? toIsoDate(row.createdAt)) : toIsoDate(met)
  const days = { from: since, today: toIsoDate(clock()) }
  return { date: proposeDay(days, rhythm, holidayCalendarOf(read)) }
}
