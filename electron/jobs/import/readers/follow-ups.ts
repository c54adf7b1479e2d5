import { readDate } from './dates'

export type FollowUpReading = { on: string | null; content: string }

const entryDate =
  /(^|[\s;；、,，|/。!！?？])((?:\d{4}[-./年]\d{1,2}[-./月]\d{1,2}日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?|\d{8}))(?=\s*[:：,，、\s]|$|[\p{Script=Han}A-Za-z])/gu

/**
 * Splits a log cell such as "2023-10-22:反馈课程进度快；2023-11-02 约了试听" into one entry a date (R027). Text before the first
 * date has no day; a time of day stays in front of the words. `isClear` is false when something looks like a date and is none.
 */
export function readFollowUps(text: string): { entries: FollowUpReading[]; isClear: boolean } {
  const entries: FollowUpReading[] = []
  let isClear = true
  let start = 0
  let date: string | null = null
  const close = (end: number) => {
    const entry = toEntry(date, text.slice(start, end))
    if (entry) entries.push(entry)
  }
  for (const match of text.matchAll(entryDate)) {
    const written = match[2] ?? ''
    const at = match.index + (match[1] ?? '').length
    if (readDate(written) === null) {
      isClear = false
      continue
    }
    close(at)
    date = written
    start = at + written.length
  }
  close(text.length)
  return { entries, isClear }
}

function toEntry(written: string | null, rest: string): FollowUpReading | null {
  const reading = written === null ? null : readDate(written)
  const words = trimSeparators(rest)
  if (reading === null) return words === '' ? null : { on: null, content: words }
  const content = [reading.time, words].filter((part) => part !== null && part !== '').join(' ')
  return { on: reading.date, content: content || (written ?? '') }
}

function trimSeparators(text: string): string {
  return text
    .trim()
    .replace(/^[:：,，、;；|/\s-]+/, '')
    .replace(/[;；|、,，/\s]+$/, '')
}
