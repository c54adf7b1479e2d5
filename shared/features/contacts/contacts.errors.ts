export const contactErrorCodes = [
  /** The person or the number is not there, or at another customer. */
  'contacts.not-found',
  'contacts.changed-meanwhile',
] as const
export type ContactErrorCode = (typeof contactErrorCodes)[number]
