export const historyErrorCodes = ['history.conflict', 'history.nothing-to-undo'] as const
export type HistoryErrorCode = (typeof historyErrorCodes)[number]
