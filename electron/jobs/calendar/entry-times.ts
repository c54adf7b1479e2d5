import ICAL from 'ical.js'
import type { Zones } from './zones'

/** When an entry is: its instant, whether only the day counts, and whether that day is the one that stands in the file. */
export type ReadTime = { at: number; allDay: boolean; isSameDay: boolean; isZoneUnknown: boolean }

/** A DATE or DATE-TIME in UTC, in a zone, or on the wall of whoever reads it; null where the property is not there. */
export function readTime(component: ICAL.Component, name: string, zones: Zones): ReadTime | null {
  const property = component.getFirstProperty(name)
  const value: unknown = property?.getFirstValue()
  if (!property || !(value instanceof ICAL.Time)) return null
  const { year, month, day, hour, minute, second } = value
  const local = new Date(year, month - 1, day, hour, minute, second)
  if (year < 1900 || year > 2199 || Number.isNaN(local.getTime()))
    throw new Error('a day outside the calendar')
  if (value.isDate)
    return { at: local.getTime(), allDay: true, isSameDay: true, isZoneUnknown: false }
  const zone: unknown = property.getFirstParameter('tzid')
  const isUtc = value.zone === ICAL.Timezone.utcTimezone
  const at = isUtc
    ? Date.UTC(year, month - 1, day, hour, minute, second)
    : typeof zone === 'string'
      ? zones.instantOf({ year, month, day, hour, minute, second }, zone)
      : local.getTime()
  const instant = at ?? local.getTime()
  const isSameDay = new Date(instant).toDateString() === local.toDateString()
  return { at: toMinute(instant), allDay: false, isSameDay, isZoneUnknown: at === null }
}

const toMinute = (at: number) => Math.floor(at / 60_000) * 60_000

/** Minutes from DTSTART to DTEND, or what DURATION says; null for none. */
export function readMinutes(
  component: ICAL.Component,
  start: ReadTime,
  zones: Zones,
): number | null {
  const duration: unknown = component.getFirstPropertyValue('duration')
  if (duration instanceof ICAL.Duration) return Math.round(duration.toSeconds() / 60)
  const end = readTime(component, 'dtend', zones)
  return end && Math.round((end.at - start.at) / 60_000)
}

/** When the first alarm rings; null for none, and for one that hangs on something else than begin, end or a moment. */
export function readAlarm(
  component: ICAL.Component,
  start: number | null,
  minutes: number | null,
): number | null {
  const property = component.getFirstSubcomponent('valarm')?.getFirstProperty('trigger')
  const value: unknown = property?.getFirstValue()
  if (value instanceof ICAL.Time) return toMinute(value.toUnixTime() * 1000)
  if (!(value instanceof ICAL.Duration) || start === null) return null
  const fromEnd = property?.getFirstParameter('related') === 'END' ? (minutes ?? 0) : 0
  return toMinute(start + fromEnd * 60_000 + value.toSeconds() * 1000)
}
