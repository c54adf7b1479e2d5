export const userErrorCodes = [
  'users.not-found',
  'users.name-taken',
  /** The last owner who can sign in may not be removed, disabled or given another role. */
  'users.last-owner',
  /** Somebody with customers can only be removed with a word on who gets them. */
  'users.owns-customers',
  'users.too-many',
] as const
export type UserErrorCode = (typeof userErrorCodes)[number]
