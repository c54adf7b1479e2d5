export const customFieldErrorCodes = [
  'custom-fields.not-found',
  /** Another field at work is called so. */
  'custom-fields.name-taken',
  'custom-fields.too-many',
  /** Customers have a choice that was to go; `details.count` of them. */
  'custom-fields.option-in-use',
  /** `details.count` values have no form under the new type, and nobody said what is to become of them. */
  'custom-fields.not-convertible',
  /** The notes of a customer have no room for a value that was to be kept there. */
  'custom-fields.notes-full',
  /** `details.field` holds something that its type cannot. */
  'custom-fields.bad-value',
  /** The fields are not the ones that were put in order: somebody made or archived one meanwhile. */
  'custom-fields.changed-meanwhile',
] as const
export type CustomFieldErrorCode = (typeof customFieldErrorCodes)[number]
