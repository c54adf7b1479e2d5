/** A day off, or a weekend day that is worked instead (调休). */
export const holidayKinds = ['off', 'work'] as const
export type HolidayKind = (typeof holidayKinds)[number]
