import { fieldLevelOf, mayUse, scopeOf } from '@shared/core/permissions'
import { dayIndexOf, timeOfDay } from '@shared/features/calendar/calendar.rules'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import { statement } from '../statements'
import { type Asked, type DayPart, plainItem, relationIn, spanOf } from './asked'

type Found = { id: number; at: number }
type Day = { ids: number[]; total: number }

const isOpen = 'f.next_follow_at IS NOT NULL AND f.next_done_at IS NULL'
const inSpan = 'f.next_follow_at >= @from AND f.next_follow_at < @to'

/** Open next steps of customers at work that the person may read, day by day. */
export function stepsByDay(asked: Asked): DayPart[] {
  const { role } = asked.viewer
  const scope = scopeOf(role, 'follow-ups.read')
  if (scope === 'none') return []
  const isWhole = scope === 'all' && scopeOf(role, 'customers.read') === 'all' && !asked.mine
  const days = isWhole ? daysOfAll(asked) : daysOfOwn(asked)
  const items = itemsOf(asked, days)
  return days.map(({ ids, total }) => ({
    items: ids.flatMap((id) => items.get(id) ?? []),
    total,
  }))
}

/** By the index of next steps: the first of each day, and of a fuller day the number. */
function daysOfAll(asked: Asked): Day[] {
  const { context, dates, midnights, perDay } = asked
  const { read } = context
  const first = statement<Found>(
    read,
    `SELECT f.id FROM follow_up f INDEXED BY follow_up_by_next_step
     CROSS JOIN customer c ON c.id = f.customer_id
     WHERE ${inSpan} AND ${isOpen} AND c.archived_at IS NULL
     ORDER BY f.next_follow_at, f.id LIMIT @limit`,
  )
  const count = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM follow_up f INDEXED BY follow_up_by_next_step WHERE ${inSpan} AND ${isOpen}`,
  )
  const days = dates.map((_, index) => {
    const span = { from: midnights[index], to: midnights[index + 1] }
    const ids = first.all({ ...span, limit: perDay }).map(({ id }) => id)
    const isFull = ids.length === perDay
    return { ids, isFull, total: isFull ? (count.get(span)?.total ?? 0) : ids.length }
  })
  if (!days.some(({ isFull }) => isFull)) return days
  const archived = archivedByDay(asked)
  return days.map(({ ids, isFull, total }, index) => ({
    ids,
    total: isFull ? total - (archived.get(index) ?? 0) : total,
  }))
}

/** What the index of next steps counts too much: steps of customers that were archived. */
function archivedByDay(asked: Asked): Map<number, number> {
  const found = statement<{ at: number }>(
    asked.context.read,
    `SELECT f.next_follow_at AS at FROM customer c INDEXED BY customer_by_archived_at
     CROSS JOIN follow_up f INDEXED BY follow_up_by_open_next_step ON f.customer_id = c.id
     WHERE c.archived_at IS NOT NULL AND ${inSpan} AND ${isOpen}`,
  ).all(spanOf(asked))
  const counts = new Map<number, number>()
  for (const { at } of found) {
    const day = dayIndexOf(asked.midnights, at)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  return counts
}

/** By one's own customers whose earliest step is not behind the span: indexes alone are read. */
function daysOfOwn(asked: Asked): Day[] {
  const { context, viewer, dates, midnights, perDay } = asked
  const found = statement<Found>(
    context.read,
    `SELECT f.id, f.next_follow_at AS at FROM customer c INDEXED BY customer_by_owner_id
     CROSS JOIN follow_up f INDEXED BY follow_up_by_open_next_step ON f.customer_id = c.id
     WHERE c.owner_id = @me AND c.pooled_at IS NULL AND c.archived_at IS NULL AND c.next_follow_at < @to
       AND ${inSpan} AND ${isOpen}
     ORDER BY f.next_follow_at, f.id`,
  ).all({ ...spanOf(asked), me: viewer.userId })
  const days: Day[] = dates.map(() => ({ ids: [], total: 0 }))
  for (const { id, at } of found) {
    const day = days[dayIndexOf(midnights, at)]
    if (!day) continue
    day.total += 1
    if (day.ids.length < perDay) day.ids.push(id)
  }
  return days
}

type Row = {
  id: number
  at: number
  allDay: number
  type: FollowUpType | null
  note: string | null
  customerId: number
  customerName: string
  ownerId: number
  pooledAt: number | null
  personName: string
}

function itemsOf({ context, viewer }: Asked, days: Day[]): Map<number, CalendarItem> {
  const { role } = viewer
  const rows = statement<Row>(
    context.read,
    `SELECT f.id, f.next_follow_at AS at, f.next_all_day AS allDay, f.next_type AS type, f.next_note AS note,
       c.id AS customerId, c.name AS customerName, c.owner_id AS ownerId, c.pooled_at AS pooledAt, u.name AS personName
     FROM follow_up f JOIN customer c ON c.id = f.customer_id JOIN user u ON u.id = c.owner_id
     WHERE f.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(days.flatMap(({ ids }) => ids)))
  return new Map(
    rows.map(({ at, allDay, note, ownerId, pooledAt, ...row }) => {
      const relation = relationIn(viewer, { ownerId, pooledAt })
      const seesNote = fieldLevelOf(role, 'notes', relation) === 'full'
      const item: CalendarItem = {
        ...plainItem,
        ...row,
        kind: 'next-step',
        minutes: timeOfDay(at, allDay === 1),
        title: seesNote ? note : null,
        movable: mayUse(role, 'follow-ups.write', relation),
      }
      return [row.id, item]
    }),
  )
}
