import ICAL from 'ical.js'
import { startOfDay, toIsoDate } from '@shared/core/dates'
import { addDays, instantOf, minutesOf } from '@shared/core/days/day-arithmetic'
import { makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import type {
  CalendarEntry,
  CalendarProblemCode,
} from '@shared/features/tasks/calendar-file.schema'
import { calendarText } from '@shared/features/tasks/calendar-lines.rules'
import { exportedRule } from '@shared/features/tasks/calendar-repeat.rules'
import { timedUntil } from '@shared/features/tasks/calendar-writer.rules'
import { nextOccurrence } from '@shared/features/tasks/recurrence.rules'
import type { Recurrence } from '@shared/features/tasks/recurrence.schema'
import { fromRRule } from '@shared/features/tasks/rrule-text.rules'
import {
  type ChecklistItem,
  taskStatuses,
  type TaskPriority,
  type TaskStatus,
} from '@shared/features/tasks/tasks.enums'
import { movedReminder } from '@shared/features/tasks/tasks.rules'
import {
  longestChecklist,
  longestDuration,
  longestNotes,
  longestTitle,
} from '@shared/features/tasks/tasks.schema'
import { readAlarm, readMinutes, readTime, type ReadTime } from './entry-times'
import type { Zones } from './zones'

type Reading = { zones: Zones; now: number; problem: (code: CalendarProblemCode) => void }
type Text = string | null

const noHolidays = makeHolidayCalendar([])
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * One VEVENT or VTODO as a task. What the model cannot say is left out and named; what cannot be read at all is thrown.
 * @throws Error for an entry that does not parse, or whose day lies outside the calendar
 */
export function readEntry(text: string, reading: Reading): CalendarEntry {
  const component = parse(text, reading)
  const words = (name: string): Text => {
    const value: unknown = component.getFirstPropertyValue(name)
    return typeof value === 'string' ? calendarText(value) : null
  }
  const start = readTime(component, 'dtstart', reading.zones)
  const when = start ?? readTime(component, 'due', reading.zones)
  if (when?.isZoneUnknown) reading.problem('time-zone')
  const isTodo = component.name === 'vtodo'
  const minutes = when && !when.allDay ? readMinutes(component, when, reading.zones) : null
  const durationMinutes =
    minutes === null || minutes < 1 || minutes > longestDuration ? null : minutes
  const series = when && readSeries(text, when, words, reading)
  const dueAt = series?.dueAt ?? when?.at ?? null
  const alarm = readAlarm(component, when?.at ?? null, minutes)
  const remindAt = series ? movedReminder(alarm, when?.at ?? null, dueAt) : alarm
  const status = statusOf(words, isTodo)
  const isOurs = words('x-kebu-version') !== null
  const closed = Number(words('x-kebu-closed') ?? NaN)
  const isClosed = status === 'done' || status === 'cancelled'
  return {
    uid:
      [words('uid') ?? '', words('recurrence-id') ?? ''].join('').trim() ||
      `${toIsoDate(dueAt ?? 0)} ${words('summary') ?? ''}`.slice(0, 200),
    isNextStep: words('x-kebu-kind') === 'next-step',
    title: titleOf(words, reading),
    notes: cut(words('description'), longestNotes, reading)?.trim() || null,
    status,
    doneAt: isClosed
      ? Number.isSafeInteger(closed)
        ? closed
        : completedAt(component, dueAt, reading)
      : null,
    priority: priorityOf(component),
    progress: progressOf(component, words),
    ...{ dueAt, allDay: when?.allDay ?? false, durationMinutes, remindAt },
    recurrence: series?.recurrence ?? null,
    seriesStart: series?.seriesStart ?? null,
    checklist: checklistOf(component),
    customerUid: customerOf(words),
    isOurs,
    isPast: !isOurs && !isTodo && dueAt !== null && isOver(dueAt, durationMinutes, reading.now),
  }
}

/** A rule that the library refuses must not cost the entry: it is read without. */
function parse(text: string, { problem }: Reading): ICAL.Component {
  const component = (lines: string) => {
    const parsed = new ICAL.Component(ICAL.parse(lines) as unknown[])
    // Values are decoded when they are asked for; the rule is asked for here, so that a refusal shows.
    parsed.getFirstPropertyValue('rrule')
    return parsed
  }
  try {
    return component(text)
  } catch (error) {
    const without = text.replace(/^(RRULE|EXDATE|RDATE|EXRULE)[;:].*\r?\n/gim, '')
    if (without === text) throw error
    const found = component(without)
    problem('repeat-once')
    return found
  }
}

type Series = { dueAt: number; recurrence: Recurrence; seriesStart: string }

function readSeries(
  text: string,
  when: ReadTime,
  words: (name: string) => Text,
  { now, problem }: Reading,
): Series | null {
  const rules = [...text.matchAll(/^RRULE[^:\r\n]*:(.*)$/gim)].map(([, rule = '']) => rule.trim())
  const hasExceptions = /^(EXDATE|RDATE|EXRULE)[;:]/im.test(text)
  const [rule] = rules
  if (rule === undefined) {
    if (hasExceptions) problem('exceptions-left')
    return null
  }
  const day = toIsoDate(when.at)
  const stored = words('x-kebu-rule')
  const storedStart = words('x-kebu-start')
  const own = stored === null ? null : fromRRule(stored)
  // Ours, and no other program has changed rule or day since.
  if (own && storedStart !== null && /^\d{4}-\d\d-\d\d$/.test(storedStart)) {
    const written = timedUntil(exportedRule(own, storedStart, day), when.allDay)
    if (written === rule) return { dueAt: when.at, recurrence: own, seriesStart: storedStart }
  }
  const recurrence = rules.length === 1 && when.isSameDay ? fromRRule(rule) : null
  if (!recurrence) {
    problem('repeat-once')
    return null
  }
  if (hasExceptions) problem('exceptions-left')
  const next =
    when.at >= startOfDay(now)
      ? day
      : nextOccurrence(recurrence, day, addDays(toIsoDate(now), -1), noHolidays)
  if (next === null) return null
  const dueAt = next === day ? when.at : instantOf(next, when.allDay ? 0 : minutesOf(when.at))
  return { dueAt, recurrence, seriesStart: day }
}

function statusOf(words: (name: string) => Text, isTodo: boolean): TaskStatus | null {
  const own = taskStatuses.find((status) => status === words('x-kebu-status'))
  const said = words('status')?.toUpperCase()
  if (said === 'CANCELLED') return 'cancelled'
  if (said === 'COMPLETED') return 'done'
  // A phone that took a task up again says so in STATUS.
  if (own && !(isTodo && said === 'NEEDS-ACTION')) return own
  if (isTodo) return said === 'IN-PROCESS' ? 'waiting' : 'open'
  return null
}

function titleOf(words: (name: string) => Text, reading: Reading): string {
  const summary = words('summary') ?? ''
  const suffix = words('x-kebu-suffix')
  const title = suffix && summary.endsWith(suffix) ? summary.slice(0, -suffix.length) : summary
  const trimmed = cut(title.trim(), longestTitle, reading) ?? ''
  if (trimmed !== '') return trimmed
  reading.problem('no-title')
  return '—'
}

function cut(text: Text, longest: number, { problem }: Reading): Text {
  if (text === null || text.length <= longest) return text
  const characters = [...text]
  if (characters.length <= longest) return text
  problem('text-cut')
  return characters.slice(0, longest).join('')
}

function priorityOf(component: ICAL.Component): TaskPriority {
  const value = Number(component.getFirstPropertyValue('priority') ?? 0)
  if (value >= 1 && value <= 4) return 'high'
  return value >= 6 ? 'low' : 'normal'
}

function progressOf(component: ICAL.Component, words: (name: string) => Text): number {
  const said = words('x-kebu-progress') ?? component.getFirstPropertyValue('percent-complete')
  const value = Math.round(Number(said ?? 0))
  return value >= 0 && value <= 100 ? value : 0
}

function checklistOf(component: ICAL.Component): ChecklistItem[] {
  return component
    .getAllProperties()
    .filter(({ name }) => name === 'x-kebu-item' || name === 'x-kebu-done')
    .map((property) => ({
      text: [...String(property.getFirstValue())].slice(0, 200).join('').trim(),
      done: property.name === 'x-kebu-done',
    }))
    .filter(({ text }) => text !== '')
    .slice(0, longestChecklist)
}

function customerOf(words: (name: string) => Text): Text {
  const value = words('x-kebu-customer')
  return value !== null && uuid.test(value) ? value : null
}

function completedAt(component: ICAL.Component, dueAt: number | null, { zones, now }: Reading) {
  return readTime(component, 'completed', zones)?.at ?? dueAt ?? now
}

function isOver(dueAt: number, minutes: number | null, now: number): boolean {
  return dueAt + (minutes ?? 0) * 60_000 < startOfDay(now)
}
