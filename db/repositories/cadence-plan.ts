import { toIsoDate } from '@shared/core/dates'
import { addDays, instantOf } from '@shared/core/days/day-arithmetic'
import { spreadVisits } from '@shared/features/cadence/cadence.rules'
import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import { takeCodes } from '../code-sequence'
import type { WriteContext } from '../context'
import { assertMayUse } from '../customer-guard'
import { holidayCalendarOf } from '../holiday-calendar'
import { insertPlannedEntry } from '../planned-entry'
import { tierRankSql } from '../schema/ranks'
import { statement } from '../statements'

type Wanted = { ids: number[]; from: string; perDay: number; type: FollowUpType | null }

/** What stands in the timeline where nobody spoke to the customer and a visit was only planned. */
const planned = '安排回访 Visit planned'

/**
 * Plans a visit for each customer that has none, on working days from a day on and never before tomorrow: so many a day for each
 * owner, the higher tier and the longer silence first (R065). Those who have a planned step by now keep it.
 * @throws AppError customers.not-found; core.forbidden; customers.in-bin
 */
export function planVisits(
  context: WriteContext,
  { ids, from, perDay, type }: Wanted,
): { planned: number; lastDay: string | null } {
  const { write, clock } = context
  assertMayUse(context, 'follow-ups.write', ids)
  const now = clock()
  const rows = statement<{ id: number; ownerId: number }>(
    write,
    `SELECT id, owner_id AS ownerId FROM customer
     WHERE id IN (SELECT value FROM json_each(?)) AND next_follow_at IS NULL AND archived_at IS NULL
     ORDER BY ${tierRankSql}, last_interaction_at, id`,
  ).all(JSON.stringify(ids))
  if (rows.length === 0) return { planned: 0, lastDay: null }
  const tomorrow = addDays(toIsoDate(now), 1)
  const first = from < tomorrow ? tomorrow : from
  const calendar = holidayCalendarOf(write)
  const code = takeCodes(write, 'F', now, rows.length)
  const setNext = statement(write, 'UPDATE customer SET next_follow_at = @at WHERE id = @id')
  let at = 0
  let lastDay = first
  for (const ownerId of new Set(rows.map((row) => row.ownerId))) {
    const mine = rows.filter((row) => row.ownerId === ownerId)
    const days = spreadVisits(mine.length, { first, perDay }, calendar)
    mine.forEach(({ id }, index) => {
      const day = days[index] ?? first
      insertPlannedEntry(context, {
        ...{ customerId: id, code: code(at), type: 'other', content: planned },
        ...{ nextFollowAt: instantOf(day, 0), nextAllDay: 1, nextType: type, nextNote: null },
      })
      // It had none, so that the new step is the first one; nothing else of its dates changed.
      setNext.run({ id, at: instantOf(day, 0) })
      at += 1
      if (day > lastDay) lastDay = day
    })
  }
  return { planned: rows.length, lastDay }
}
