export const qualityErrorCodes = [
  /** A field that is empty cannot be checked. */
  'quality.nothing-to-check',
] as const
export type QualityErrorCode = (typeof qualityErrorCodes)[number]
