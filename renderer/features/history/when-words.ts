import type { Format } from '@renderer/lib/format'

/** Day and time: 今天 15:00 · 11-20 周五 15:00 · 2025-11-20 15:00. */
export function whenWords(format: Pick<Format, 'day' | 'time'>, at: number): string {
  const day = format.day(at)
  const time = format.time(at)
  return day.endsWith(time) ? day : `${day} ${time}`
}
