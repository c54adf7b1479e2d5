/**
 * Parts of a day with the time that they stand for, until when they last, and which hour a number from 1 to 12 beside them means.
 * Minutes since midnight; hours from 24 on are those of the next day.
 */
export type DayPart = {
  time: number
  until: number
  hourOf: (hour: number) => number | null
}

const at = (hour: number, minute = 0) => hour * 60 + minute
const between = (hour: number, low: number, high: number) => hour >= low && hour <= high

function part(time: number, until: number, hourOf: DayPart['hourOf']): DayPart {
  return { time, until, hourOf }
}

const morningHour = (hour: number) => (hour <= 12 ? hour : null)
const noonHour = (hour: number) =>
  between(hour, 11, 15) ? hour : between(hour, 1, 3) ? hour + 12 : null
const afternoonHour = (hour: number) =>
  between(hour, 1, 11) ? hour + 12 : hour >= 12 ? hour : null
const duskHour = (hour: number) => (between(hour, 4, 8) ? hour + 12 : hour >= 16 ? hour : null)
/** Twelve at night, and the small hours after it, belong to the evening before. */
const eveningHour = (hour: number) => {
  if (hour === 12 || hour === 0) return 24
  if (between(hour, 1, 4)) return hour + 24
  return between(hour, 5, 11) ? hour + 12 : hour >= 17 ? hour : null
}

export const dayParts = {
  smallHours: part(at(3), at(6), (hour) => (hour === 12 ? 0 : hour < 12 ? hour : null)),
  earlyMorning: part(at(7), at(9), morningHour),
  morning: part(at(9), at(12), morningHour),
  noon: part(at(12), at(14), noonHour),
  afternoon: part(at(15), at(18), afternoonHour),
  dusk: part(at(18), at(20), duskHour),
  evening: part(at(19), at(24), eveningHour),
  night: part(at(23), at(24), eveningHour),
  /** Before one goes home. */
  closing: part(at(18), at(24), afternoonHour),
} as const satisfies Record<string, DayPart>
