import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import { instantOf } from '@shared/core/days/day-arithmetic'
import {
  calendarEnd,
  calendarHead,
  type ExportedEntry,
  writeEntry,
} from '@shared/features/tasks/calendar-writer.rules'
import { foldLine } from '@shared/features/tasks/calendar-lines.rules'
import type { Recurrence } from '@shared/features/tasks/recurrence.schema'
import { fromRRule, toStoredRule } from '@shared/features/tasks/rrule-text.rules'
import { checklistProgress } from '@shared/features/tasks/tasks.rules'
import { parseCalendar, readCalendarFile } from '../../../../electron/jobs/calendar/read-calendar'

/** 15 May 2024, 10:30 local. */
const now = new Date(2024, 4, 15, 10, 30).getTime()
const at = (date: string, hours = 9) => instantOf(date, hours * 60)
const calendar = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT']
const read = (text: string) => parseCalendar(text, { now })
const one = async (...lines: string[]) => {
  const { entries, problems } = await read(calendar(...event(...lines)))
  return { ...entries[0], codes: problems.map(({ code }) => code) }
}

const texts = (longest: number) =>
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: longest })
    .map((text) => text.replace(/\p{Cc}/gu, ' ').trim())
    .filter((text) => text !== '')
const minutes = (from: number, to: number) =>
  fc.integer({ min: from / 60_000, max: to / 60_000 }).map((minute) => minute * 60_000)
const moment = minutes(Date.UTC(2000, 0, 1), Date.UTC(2090, 0, 1))
const rule: fc.Arbitrary<Recurrence> = fc
  .record({
    freq: fc.constantFrom('daily', 'weekly', 'monthly', 'yearly' as const),
    interval: fc.integer({ min: 1, max: 99 }),
    byWeekday: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
    byMonthDay: fc.constantFrom(-1, 1, 15, 29, 31),
    given: fc.boolean(),
    end: fc.oneof(
      fc.constant({ kind: 'never' as const }),
      fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 1000 }) }),
      fc.record({
        kind: fc.constant('until' as const),
        date: fc.constantFrom('1999-12-31', '2091-02-28'),
      }),
    ),
    skipDaysOff: fc.boolean(),
  })
  .map(({ freq, interval, byWeekday, byMonthDay, given, end, skipDaysOff }) => ({
    ...{ freq, interval, end },
    ...(given && freq === 'weekly' && { byWeekday }),
    ...(given && freq === 'monthly' && { byMonthDay }),
    ...(skipDaysOff && { skipDaysOff }),
  }))
const checklist = fc.array(fc.record({ text: texts(40), done: fc.boolean() }), { maxLength: 4 })
const exported: fc.Arbitrary<ExportedEntry> = fc
  .record({
    ...{ uid: fc.uuid(), title: texts(120), notes: fc.option(texts(300)), due: fc.option(moment) },
    ...{ allDay: fc.boolean(), minutes: fc.option(fc.integer({ min: 1, max: 20_160 })) },
    ...{ remind: fc.option(fc.integer({ min: -20_000, max: 2000 })), rule: fc.option(rule) },
    status: fc.constantFrom('open', 'waiting', 'done', 'cancelled' as const),
    priority: fc.constantFrom('high', 'normal', 'low' as const),
    ...{ progress: fc.integer({ min: 0, max: 100 }), checklist, doneAt: moment },
    customer: fc.option(fc.record({ uid: fc.uuid(), name: texts(40) })),
  })
  .map(({ due, rule: wanted, minutes: length, remind, ...given }) => {
    const day = due === null ? null : new Date(due)
    const dueAt =
      day && given.allDay
        ? new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime()
        : due
    const allDay = given.allDay && dueAt !== null
    const recurrence = dueAt === null || wanted === null ? null : toStoredRule(wanted)
    const isClosed = given.status === 'done' || given.status === 'cancelled'
    return {
      ...given,
      ...{ isNextStep: false, dueAt, allDay, recurrence, updatedAt: now },
      durationMinutes: allDay || dueAt === null ? null : length,
      remindAt: remind === null ? null : (dueAt ?? now - (now % 60_000)) + remind * 60_000,
      seriesStart: recurrence === null ? null : '1999-05-31',
      doneAt: isClosed ? given.doneAt : null,
      progress: checklistProgress(given.checklist) ?? given.progress,
    }
  })

describe('a calendar file of ours', () => {
  test('parses with ical.js and reads back as the very same tasks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(exported, { minLength: 1, maxLength: 6 }), async (entries) => {
        const text =
          calendarHead + entries.map((entry) => writeEntry(entry, now)).join('') + calendarEnd
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line.isWellFormed()).toBe(true)
        }
        const parsed = new ICAL.Component(ICAL.parse(text) as unknown[])
        expect(parsed.getAllSubcomponents()).toHaveLength(entries.length)
        const result = await read(text)
        expect(result.problems).toEqual([])
        expect(result.entries).toEqual(
          entries.map(({ customer, recurrence, updatedAt: _, ...rest }) => ({
            ...rest,
            recurrence: recurrence === null ? null : fromRRule(recurrence),
            customerUid: customer?.uid ?? null,
            ...{ isOurs: true, isPast: false },
          })),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('folds between characters only', () => {
    const folded = foldLine(`SUMMARY:${'客'.repeat(60)}𠮷`)
    expect(folded.split('\r\n ').join('')).toBe(`SUMMARY:${'客'.repeat(60)}𠮷`)
    expect(folded.split('\r\n').map((line) => Buffer.byteLength(line))).toEqual([74, 73, 47])
  })
})

describe('a calendar file of others', () => {
  test('is read by its zones: UTC, a named zone, one described in the file, and none', async () => {
    expect((await one('SUMMARY:x', 'DTSTART:20260605T013000Z')).dueAt).toBe(
      Date.UTC(2026, 5, 5, 1, 30),
    )
    const shanghai = await one('SUMMARY:x', 'DTSTART;TZID=Asia/Shanghai:20260605T093000')
    expect(shanghai.dueAt).toBe(Date.UTC(2026, 5, 5, 1, 30))
    const summer = await one('SUMMARY:x', 'DTSTART;TZID=America/New_York:20260605T093000')
    expect(summer.dueAt).toBe(Date.UTC(2026, 5, 5, 13, 30))
    expect((await one('SUMMARY:x', 'DTSTART:20260605T093000')).dueAt).toBe(
      new Date(2026, 5, 5, 9, 30).getTime(),
    )
    const unknown = await one('SUMMARY:x', 'DTSTART;TZID=Nowhere:20260605T093000')
    expect(unknown).toMatchObject({
      codes: ['time-zone'],
      dueAt: new Date(2026, 5, 5, 9, 30).getTime(),
    })
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Own', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
      ...['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE'],
    ]
    const own = await read(
      calendar(...zone, ...event('SUMMARY:x', 'DTSTART;TZID=Own:20260605T093000')),
    )
    expect(own.entries[0]?.dueAt).toBe(Date.UTC(2026, 5, 5, 6, 30))
  })

  test('brings a series to its next day, and keeps once what the model cannot say', async () => {
    const start = 'DTSTART:20240101T090000'
    expect(await one('SUMMARY:周会', start, 'RRULE:FREQ=WEEKLY')).toMatchObject({
      ...{ dueAt: at('2024-05-20'), seriesStart: '2024-01-01', isPast: false, codes: [] },
      recurrence: { freq: 'weekly', interval: 1, end: { kind: 'never' } },
    })
    for (const rrule of [
      ...['FREQ=MONTHLY;BYDAY=3FR', 'FREQ=HOURLY', 'FREQ=DAILY;COUNT=10000'],
      ...['FREQ=WEEKLY;INTERVAL=999999999999', 'FREQ=BANANA', 'COUNT=-1', ''],
    ]) {
      const found = await one('SUMMARY:x', 'DTSTART:20260605T093000', `RRULE:${rrule}`)
      expect(found).toMatchObject({ title: 'x', recurrence: null, codes: ['repeat-once'] })
    }
    const without = await one('SUMMARY:x', start, 'RRULE:FREQ=DAILY', 'EXDATE:20240520T090000')
    expect(without).toMatchObject({ codes: ['exceptions-left'], dueAt: at('2024-05-15') })
    expect(await one('SUMMARY:x', start, 'RRULE:FREQ=DAILY;COUNT=3')).toMatchObject({
      ...{ isPast: true, recurrence: null },
    })
  })

  test('knows what is over, done or without a name', async () => {
    expect(await one('SUMMARY:x', 'DTSTART:20240401T090000')).toMatchObject({
      isPast: true,
      status: null,
    })
    expect(await one('DTSTART;VALUE=DATE:20240601')).toMatchObject({
      ...{ title: '—', codes: ['no-title'], allDay: true, dueAt: at('2024-06-01', 0) },
    })
    const todo = ['BEGIN:VTODO', 'UID:t', 'SUMMARY:买纸\\, 墨', 'DUE:20240401T090000', 'PRIORITY:2']
    const { entries } = await read(
      calendar(
        ...todo,
        'STATUS:COMPLETED',
        'COMPLETED:20240402T010000Z',
        'END:VTODO',
        ...todo,
        'END:VTODO',
      ),
    )
    expect(entries).toMatchObject([
      { title: '买纸, 墨', status: 'done', doneAt: Date.UTC(2024, 3, 2, 1), priority: 'high' },
      { status: 'open', isPast: false, dueAt: at('2024-04-01') },
    ])
  })

  test('loses only what is broken, and says where it stands', async () => {
    const good = event('SUMMARY:好的', 'DTSTART:20260605T093000')
    const text = calendar(
      ...good,
      ...event('SUMMARY:坏的', 'DTSTART:never'),
      ...['BEGIN:VEVENT', 'UID:b', 'SUMMARY:没有结尾', 'DTSTART:20260605T093000'],
      ...good,
      ...event('no colon here'),
      ...event('SUMMARY:太早', 'DTSTART:00010101T000000'),
    )
    const { entries, problems } = await read(text)
    expect(entries.map(({ title }) => title)).toEqual(['好的', '好的'])
    expect(problems).toEqual([
      { code: 'broken', line: 8, title: '坏的' },
      { code: 'no-end', line: 13, title: '没有结尾' },
      { code: 'broken', line: 22, title: null },
      { code: 'broken', line: 26, title: '太早' },
    ])
  })

  test('is refused whole when it is none, too large, or of too many entries', async () => {
    await expect(read('')).rejects.toThrow('no VCALENDAR')
    await expect(read('\u0000\u0001PNG')).rejects.toMatchObject({ code: 'tasks.not-a-calendar' })
    const many = Array.from({ length: 20_001 }, () => 'BEGIN:VEVENT\r\nEND:VEVENT\r\n').join('')
    await expect(read(`BEGIN:VCALENDAR\r\n${many}`)).rejects.toMatchObject({
      code: 'tasks.too-many-entries',
    })
    const folder = mkdtempSync(join(tmpdir(), 'kebu-ics-'))
    const path = join(folder, 'large.ics')
    writeFileSync(path, Buffer.alloc(50_000_000, 'x'))
    await expect(readCalendarFile(path, { now })).rejects.toMatchObject({
      ...{ code: 'tasks.file-too-large', details: { size: 50, limit: 16 } },
    })
    await expect(readCalendarFile(join(folder, 'none.ics'), { now })).rejects.toMatchObject({
      code: 'core.file-not-readable',
    })
    rmSync(folder, { recursive: true })
  })

  test('is read wherever it is cut off, and whatever is in it', async () => {
    const text = calendar(...event('SUMMARY:好的', 'DTSTART:20260605T093000', 'RRULE:FREQ=DAILY'))
    for (let length = 20; length < text.length; length += 1) {
      const { entries, problems } = await read(text.slice(0, length))
      expect(entries.length + problems.length).toBeLessThanOrEqual(1)
    }
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (lines) => {
        await read(calendar(...event(...lines)))
      }),
    )
  })

  test('of ten thousand entries is read in seconds', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) =>
      event(
        `SUMMARY:第 ${index}`,
        'DTSTART;TZID=Asia/Shanghai:20260605T093000',
        'RRULE:FREQ=WEEKLY;BYDAY=FR',
      ),
    ).flat()
    const { entries } = await read(calendar(...lines))
    expect(entries).toHaveLength(10_000)
  })
})
