export const tagErrorCodes = ['tags.not-found'] as const
export type TagErrorCode = (typeof tagErrorCodes)[number]
