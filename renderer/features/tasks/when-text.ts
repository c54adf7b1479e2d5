import { systemClock } from '@shared/core/clock'
import { daysBetween } from '@shared/core/dates'
import type { Format } from '@renderer/lib/format'

/** 今天 15:00 · 12-02 周三 10:00: the day, and the time that goes with it unless the whole day is meant. */
export function whenText(format: Format, at: number, allDay: boolean): string {
  const isNear = Math.abs(daysBetween(systemClock(), at)) <= 1
  return allDay || isNear ? format.day(at) : `${format.day(at)} ${format.time(at)}`
}
