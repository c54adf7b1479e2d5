export const automationErrorCodes = [
  'automation.not-found',
  'automation.no-such-person',
  'automation.too-many',
] as const
export type AutomationErrorCode = (typeof automationErrorCodes)[number]
