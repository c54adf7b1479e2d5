/** 几乎肯定 可能 提示: how sure it is that two customers are one (R050, R051). */
export const duplicateLevels = ['certain', 'likely', 'hint'] as const
export type DuplicateLevel = (typeof duplicateLevels)[number]

/** What speaks for two customers being one, and what against it. */
export const duplicateReasons = [
  'same-credit-code',
  'same-id-number',
  'same-phone',
  'same-email',
  'close-phone',
  'shared-phone',
  'shared-email',
  'same-name',
  'same-core',
  'same-reading',
  'similar-name',
  'part-of-name',
  'same-contact-person',
  'same-address',
  'same-birth-date',
  'other-credit-code',
  'other-id-number',
  'other-birth-date',
  'other-gender',
  'other-place',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]
