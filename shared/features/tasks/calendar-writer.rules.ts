import { toIsoDate } from '@shared/core/dates'
import {
  calendarText,
  dayStamp,
  escapeText,
  foldLine,
  localStamp,
  utcStamp,
} from './calendar-lines.rules'
import { exportedRule } from './calendar-repeat.rules'
import { fromRRule } from './rrule-text.rules'
import type { ChecklistItem, TaskPriority, TaskStatus } from './tasks.enums'

/** A task, or the next step of a follow-up, on its way into a calendar file. */
export type ExportedEntry = {
  uid: string
  isNextStep: boolean
  title: string
  notes: string | null
  status: TaskStatus
  doneAt: number | null
  priority: TaskPriority
  progress: number
  dueAt: number | null
  allDay: boolean
  durationMinutes: number | null
  remindAt: number | null
  /** As it is stored. */
  recurrence: string | null
  seriesStart: string | null
  checklist: readonly ChecklistItem[]
  customer: { uid: string; name: string } | null
  updatedAt: number
}

const priorities: Record<TaskPriority, number> = { high: 1, normal: 5, low: 9 }
const eventStatus: Record<TaskStatus, string> = {
  ...{ open: 'CONFIRMED', waiting: 'TENTATIVE', done: 'CONFIRMED', cancelled: 'CANCELLED' },
}
const todoStatus: Record<TaskStatus, string> = {
  ...{ open: 'NEEDS-ACTION', waiting: 'IN-PROCESS', done: 'COMPLETED', cancelled: 'CANCELLED' },
}
const minuteMs = 60_000

export const calendarHead = toLines([
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kebu//Kebu//ZH', 'CALSCALE:GREGORIAN'],
])
export const calendarEnd = toLines(['END:VCALENDAR'])

/**
 * One entry as text. What has a day is an event, because that is what the calendars of phones show; what has none is a to-do. A
 * single time is written in UTC; a series keeps the time on the wall (floating), so that it does not shift with summer time; a whole
 * day is a DATE. What RFC 5545 has no words for stands in properties `X-KEBU-…`, so that reading the file again gives the same task.
 * @param now epoch ms
 */
export function writeEntry(entry: ExportedEntry, now: number): string {
  const { uid, dueAt, notes, status, priority, progress, doneAt } = entry
  const kind = dueAt === null ? 'VTODO' : 'VEVENT'
  const suffix = entry.customer ? ` · ${calendarText(entry.customer.name)}` : ''
  return toLines([
    `BEGIN:${kind}`,
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${utcStamp(now)}`,
    `LAST-MODIFIED:${utcStamp(entry.updatedAt)}`,
    `SUMMARY:${escapeText(entry.title + suffix)}`,
    ...(notes === null ? [] : [`DESCRIPTION:${escapeText(notes)}`]),
    ...timeLines(entry),
    `STATUS:${(dueAt === null ? todoStatus : eventStatus)[status]}`,
    `PRIORITY:${priorities[priority]}`,
    ...(dueAt === null ? [`PERCENT-COMPLETE:${progress}`] : []),
    ...(dueAt === null && doneAt !== null ? [`COMPLETED:${utcStamp(doneAt)}`] : []),
    'X-KEBU-VERSION:1',
    `X-KEBU-STATUS:${status}`,
    `X-KEBU-PROGRESS:${progress}`,
    ...(doneAt === null ? [] : [`X-KEBU-CLOSED:${doneAt}`]),
    ...(entry.isNextStep ? ['X-KEBU-KIND:next-step'] : []),
    ...(suffix ? [`X-KEBU-SUFFIX;VALUE=TEXT:${escapeText(suffix)}`] : []),
    ...(entry.customer ? [`X-KEBU-CUSTOMER:${entry.customer.uid}`] : []),
    ...entry.checklist.map(
      ({ text, done }) => `X-KEBU-${done ? 'DONE' : 'ITEM'};VALUE=TEXT:${escapeText(text)}`,
    ),
    ...alarmLines(entry),
    `END:${kind}`,
  ])
}

function timeLines({ dueAt, allDay, durationMinutes, recurrence, seriesStart }: ExportedEntry) {
  if (dueAt === null) return []
  const rule = recurrence === null ? null : fromRRule(recurrence)
  const isSeries = rule !== null && seriesStart !== null
  const start = allDay
    ? `DTSTART;VALUE=DATE:${dayStamp(dueAt)}`
    : `DTSTART:${isSeries ? localStamp(dueAt) : utcStamp(dueAt)}`
  return [
    start,
    ...(durationMinutes === null ? [] : [`DURATION:PT${durationMinutes}M`]),
    ...(isSeries
      ? [
          `RRULE:${timedUntil(exportedRule(rule, seriesStart, toIsoDate(dueAt)), allDay)}`,
          `X-KEBU-RULE;VALUE=TEXT:${escapeText(recurrence ?? '')}`,
          `X-KEBU-START:${seriesStart}`,
        ]
      : []),
  ]
}

/** UNTIL must be of the kind of DTSTART: with a time, the whole day is meant. */
export function timedUntil(rule: string, allDay: boolean): string {
  return allDay ? rule : rule.replace(/UNTIL=(\d{8})$/, 'UNTIL=$1T235959')
}

function alarmLines({ title, dueAt, remindAt }: ExportedEntry): string[] {
  if (remindAt === null) return []
  const minutes = dueAt === null ? 0 : Math.round((remindAt - dueAt) / minuteMs)
  const trigger =
    dueAt === null
      ? `TRIGGER;VALUE=DATE-TIME:${utcStamp(remindAt)}`
      : `TRIGGER:${minutes < 0 ? '-' : ''}PT${Math.abs(minutes)}M`
  return [
    ...['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapeText(title)}`, trigger],
    'END:VALARM',
  ]
}

function toLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}
