export const customerErrorCodes = [
  'customers.not-found',
  'customers.changed-meanwhile',
  'customers.lost-reason-required',
] as const
export type CustomerErrorCode = (typeof customerErrorCodes)[number]
