export const duplicateErrorCodes = [
  /** One of them is in the bin already, such as after another merge. */
  'duplicates.gone',
] as const
export type DuplicateErrorCode = (typeof duplicateErrorCodes)[number]
