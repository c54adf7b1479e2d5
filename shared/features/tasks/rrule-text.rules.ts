import { makeDate } from '@shared/core/days/day-arithmetic'
import { frequencies, recurrence, type Recurrence } from './recurrence.schema'

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/**
 * A recurrence as the value of RRULE (RFC 5545), for a DTSTART that is a date: `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR`. Weekday and
 * day of the month are left to DTSTART where the recurrence leaves them to its start. `skipDaysOff` has no words there: see
 * `toStoredRule`.
 */
export function toRRule({ freq, interval, byWeekday, byMonthDay, end }: Recurrence): string {
  const parts = [`FREQ=${freq.toUpperCase()}`]
  if (interval !== 1) parts.push(`INTERVAL=${interval}`)
  if (byWeekday)
    parts.push(
      `BYDAY=${inOrder(byWeekday)
        .map((day) => weekdays[day])
        .join(',')}`,
    )
  if (byMonthDay !== undefined) parts.push(`BYMONTHDAY=${byMonthDay}`)
  if (end.kind === 'count') parts.push(`COUNT=${end.count}`)
  if (end.kind === 'until') parts.push(`UNTIL=${end.date.replaceAll('-', '')}`)
  return parts.join(';')
}

const workdaysOnly = 'X-SKIP-DAYS-OFF=TRUE'

/** The same with `skipDaysOff`, as it is stored with a task; `fromRRule` reads it. Not for other programs: it is no RFC 5545. */
export function toStoredRule(recurrence: Recurrence): string {
  const rule = toRRule(recurrence)
  return recurrence.skipDaysOff ? `${rule};${workdaysOnly}` : rule
}

/**
 * Reads the value of RRULE, with or without its name before it. Null for whatever this program cannot do (third Friday, several days
 * of a month, hours, a week that begins on Sunday where that matters): the caller keeps the text as it is.
 */
export function fromRRule(text: string): Recurrence | null {
  const parts = readParts(text)
  if (!parts) return null
  const freq = frequencies.find((frequency) => frequency.toUpperCase() === parts.get('FREQ'))
  const interval = readNumber(parts.get('INTERVAL') ?? '1')
  const byWeekday = readWeekdays(parts.get('BYDAY'))
  const byMonthDay = readNumber(parts.get('BYMONTHDAY'))
  const end = readEnd(parts.get('COUNT'), parts.get('UNTIL'))
  if (!freq || byWeekday === null || byMonthDay === null || !end) return null
  const week = parts.get('WKST') ?? 'MO'
  if (week !== 'MO' && freq === 'weekly' && interval !== 1) return null
  const read = recurrence.safeParse({
    freq,
    interval,
    ...(byWeekday && { byWeekday }),
    ...(byMonthDay !== undefined && { byMonthDay }),
    end,
    ...(parts.has('X-SKIP-DAYS-OFF') && { skipDaysOff: true }),
  })
  return read.success ? read.data : null
}

const known = new Set([
  ...['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'COUNT', 'UNTIL', 'WKST'],
  'X-SKIP-DAYS-OFF',
])

/** Null when a part is written wrongly, comes twice, or says what the model cannot say. */
function readParts(text: string): Map<string, string> | null {
  const parts = new Map<string, string>()
  for (const part of text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [name = '', value, ...rest] = part.split('=')
    if (!known.has(name) || !value || rest.length > 0 || parts.has(name)) return null
    parts.set(name, value)
  }
  return parts
}

function readNumber(text: string): number | null
function readNumber(text: string | undefined): number | null | undefined
function readNumber(text: string | undefined): number | null | undefined {
  if (text === undefined) return undefined
  return /^[+-]?\d{1,4}$/.test(text) ? Number(text) : null
}

function readWeekdays(text: string | undefined): number[] | null | undefined {
  if (text === undefined) return undefined
  const days = text.split(',').map((name) => weekdays.findIndex((weekday) => weekday === name))
  return days.includes(-1) ? null : inOrder(days)
}

/** Monday first, as weeks are shown. */
function inOrder(days: readonly number[]): number[] {
  return [...days].sort((one, other) => ((one + 6) % 7) - ((other + 6) % 7))
}

function readEnd(count: string | undefined, until: string | undefined): Recurrence['end'] | null {
  if (count !== undefined && until !== undefined) return null
  if (count !== undefined) {
    const number = readNumber(count)
    return number === null ? null : { kind: 'count', count: number }
  }
  if (until === undefined) return { kind: 'never' }
  // A time of day does not matter: occurrences are dates.
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(until) ?? []
  const date = makeDate(Number(year), Number(month), Number(day))
  return date === null ? null : { kind: 'until', date }
}
