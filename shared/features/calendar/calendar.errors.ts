export const calendarErrorCodes = ['calendar.not-open'] as const
export type CalendarErrorCode = (typeof calendarErrorCodes)[number]
