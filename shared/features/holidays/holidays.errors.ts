export const holidayErrorCodes = ['holidays.not-listed', 'holidays.nothing-to-import'] as const
export type HolidayErrorCode = (typeof holidayErrorCodes)[number]
