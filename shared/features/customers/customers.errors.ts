export const customerErrorCodes = [
  'customers.not-found',
  /** It lies in the recycle bin, where nothing is changed. */
  'customers.in-bin',
  'customers.changed-meanwhile',
  'customers.lost-reason-required',
  /** A stage cannot be reached tomorrow. */
  'customers.stage-in-future',
  /** A salesperson holds as many customers as the settings allow. */
  'customers.limit-reached',
  /** Somebody else was faster, or it is not in the pool any more. */
  'customers.not-in-pool',
  /** The person to give customers to is not there or may not own any. */
  'customers.no-such-owner',
  /** The customer who brought another one is not there, may not be read, or is that customer itself. */
  'customers.no-such-referrer',
] as const
export type CustomerErrorCode = (typeof customerErrorCodes)[number]
