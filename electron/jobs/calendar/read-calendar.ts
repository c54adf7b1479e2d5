import { readFile, stat } from 'node:fs/promises'
import { AppError } from '@shared/core/errors'
import {
  type CalendarEntry,
  calendarEntry,
  type CalendarProblem,
  longestCalendarBytes,
  mostCalendarEntries,
} from '@shared/features/tasks/calendar-file.schema'
import type { JobReport } from '@shared/features/jobs/jobs.contract'
import { readEntry } from './read-entry'
import { splitEntries } from './split-entries'
import { createZones } from './zones'

export type ReadCalendar = { entries: CalendarEntry[]; problems: CalendarProblem[] }

type Options = { now: number; report?: (report: JobReport) => void; signal?: AbortSignal }

/**
 * Reads a calendar file (RFC 5545) into tasks. Each entry is read by itself: one that is broken is named and the others come in.
 * @throws AppError tasks.file-too-large, tasks.not-a-calendar, tasks.too-many-entries, core.file-not-readable, core.cancelled
 */
export async function readCalendarFile(path: string, options: Options): Promise<ReadCalendar> {
  const bytes = await readBytes(path)
  return parseCalendar(decode(bytes), options)
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > longestCalendarBytes)
      throw new AppError('tasks.file-too-large', 'calendar file is too large', {
        size: Math.ceil(size / 1_000_000),
        limit: longestCalendarBytes / 1_000_000,
      })
    return await readFile(path)
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('core.file-not-readable', 'no such file')
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Old programs in China write what Windows there calls its own.
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** The same for the text of a file. @throws AppError as `readCalendarFile` */
export async function parseCalendar(
  text: string,
  { now, report, signal }: Options,
): Promise<ReadCalendar> {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 1000)))
    throw new AppError('tasks.not-a-calendar', 'no VCALENDAR at the beginning')
  const blocks = [...splitEntries(text)]
  const zones = createZones()
  for (const { name, text: zone } of blocks) if (name === 'VTIMEZONE') zones.add(zone)
  const found = blocks.filter(({ name }) => name !== 'VTIMEZONE')
  if (found.length > mostCalendarEntries)
    throw new AppError('tasks.too-many-entries', 'too many entries', { limit: mostCalendarEntries })

  const entries: CalendarEntry[] = []
  const problems: CalendarProblem[] = []
  for (const [index, { text: lines, line, isWhole }] of found.entries()) {
    if (index % 500 === 0) {
      if (signal?.aborted) throw new AppError('core.cancelled')
      report?.({ phase: 'reading', done: index, total: found.length, unit: 'rows' })
      await new Promise(setImmediate)
    }
    const codes: CalendarProblem['code'][] = []
    let title: string | null = null
    if (!isWhole) codes.push('no-end')
    else
      try {
        const read = readEntry(lines, { zones, now, problem: (code) => codes.push(code) })
        const entry = calendarEntry.parse(read)
        title = entry.title
        entries.push(entry)
      } catch {
        codes.splice(0, codes.length, 'broken')
      }
    title ??= summaryOf(lines)
    for (const code of new Set(codes)) problems.push({ code, line, title })
  }
  return { entries, problems }
}

function summaryOf(lines: string): string | null {
  const [, summary] = /^SUMMARY[^:\r\n]*:(.{1,200})/im.exec(lines) ?? []
  return summary?.trim() ?? null
}
