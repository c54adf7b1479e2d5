export const tagErrorCodes = [
  'tags.not-found',
  'tags.name-taken',
  'tags.in-rule',
  'tags.rule-circular',
] as const
export type TagErrorCode = (typeof tagErrorCodes)[number]
