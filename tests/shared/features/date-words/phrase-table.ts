import { expect, test } from 'vitest'
import { parseDateWords, type FoundDate } from '@shared/features/date-words/read-date-words.rules'

/** A Friday, ten in the morning, where the computer stands. */
export const friday = '2026-11-27T10:00'

/** `2026-12-03 15:00`, without the time where none was said. */
export function written(found: FoundDate | null): string {
  if (!found) return 'none'
  const pad = (value: number) => String(value).padStart(2, '0')
  const { date, time } = found
  return time === null ? date : `${date} ${pad(Math.floor(time / 60))}:${pad(time % 60)}`
}

/** One test for each `phrase = date` of a table whose entries stand apart by a middle dot or a line. */
export function testPhrases(now: string, table: string): void {
  const rows = table.split(/\n| · /).flatMap((entry) => {
    const [phrase = '', expected] = entry.trim().split(' = ')
    return expected === undefined ? [] : [[phrase, expected] as const]
  })
  test.each(rows)(`%s at ${now} is %s`, (phrase, expected) => {
    expect(written(parseDateWords(phrase, new Date(now).getTime()))).toBe(expected)
  })
}
