import { fieldLevelOf, scopeOf } from '@shared/core/permissions'
import { ageOn, birthdaysOn, lunarBirthdaysOn } from '@shared/features/calendar/birthdays.rules'
import type { CalendarItem } from '@shared/features/calendar/calendar.schema'
import { statement } from '../statements'
import { type Asked, type DayPart, plainItem } from './asked'

type Row = {
  id: number
  customerName: string
  birthDate: string | null
  lunar: string | null
  personName: string
}

/** How a birthday is looked up; the text of the condition is that of the index. */
const ways = {
  solar: {
    index: 'customer_by_birthday',
    where: `substr(birth_date, 6) = @key AND birth_date IS NOT NULL AND lunar_birthday IS NULL AND archived_at IS NULL`,
  },
  lunar: {
    index: 'customer_by_lunar_birthday',
    where: `lunar_birthday = @key AND lunar_birthday IS NOT NULL AND archived_at IS NULL`,
  },
} as const
type Way = keyof typeof ways

const own = 'owner_id = @me AND pooled_at IS NULL'

/** Birthdays of customers at work, where the person sees their contact details whole (R026, R084). */
export function birthdaysByDay(asked: Asked): DayPart[] {
  const rows = rowsOf(asked)
  if (rows === null) return []
  return asked.dates.map((date) => {
    const keys = [
      ...birthdaysOn(date).map((key) => ({ way: 'solar' as const, key })),
      ...lunarBirthdaysOn(date).map((key) => ({ way: 'lunar' as const, key })),
    ]
    const items: CalendarItem[] = []
    let total = 0
    for (const { way, key } of keys) {
      const found = listKey(asked, { way, key, rows, limit: asked.perDay - items.length })
      items.push(...found.people.map((row) => toItem(row, date)))
      total += found.total
    }
    return { items, total }
  })
}

/** The customers whose contact details the person sees whole, as SQL; null for none. */
function rowsOf({ viewer, mine }: Asked): string | null {
  const { role } = viewer
  const scope = scopeOf(role, 'customers.read')
  if (scope === 'none' || fieldLevelOf(role, 'contact', 'own') !== 'full') return null
  const isWhole = scope === 'all' && fieldLevelOf(role, 'contact', 'other') === 'full'
  return isWhole && !mine ? 'TRUE' : own
}

function listKey(
  { context, viewer }: Asked,
  { way, key, rows, limit }: { way: Way; key: string; rows: string; limit: number },
): { people: Row[]; total: number } {
  const { index, where } = ways[way]
  const values = { key, me: viewer.userId }
  const { read } = context
  const people =
    limit <= 0
      ? []
      : statement<Row>(
          read,
          `SELECT customer.id, customer.name AS customerName, birth_date AS birthDate, lunar_birthday AS lunar, user.name AS personName
           FROM customer INDEXED BY ${index} CROSS JOIN user ON user.id = owner_id
           WHERE ${where} AND ${rows} ORDER BY customer.id LIMIT @limit`,
        ).all({ ...values, limit })
  if (people.length < limit) return { people, total: people.length }
  const counted = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM customer INDEXED BY ${index} WHERE ${where} AND ${rows}`,
  ).get(values)
  return { people, total: counted?.total ?? 0 }
}

function toItem({ birthDate, ...row }: Row, date: string): CalendarItem {
  return {
    ...plainItem,
    ...row,
    kind: 'birthday',
    title: null,
    customerId: row.id,
    age: birthDate === null ? null : ageOn(birthDate, date, row.lunar !== null),
  }
}
