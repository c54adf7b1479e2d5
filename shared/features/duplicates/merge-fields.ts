import type { CustomerFields } from '@shared/features/customers/customers.schema'

/** What is chosen one by one when customers are merged, in the order of the page (R051). */
export const mergeFields = [
  'name',
  'kind',
  'contactPerson',
  'phone',
  'email',
  'gender',
  'birthDate',
  'lunarBirthday',
  'idCard',
  'creditCode',
  'bankAccount',
  'occupation',
  'address',
  'industry',
  'companySize',
  'annualRevenue',
  'foundedOn',
  'stage',
  'tier',
  'source',
  'referrerId',
  'firstContactOn',
  'expectedCloseOn',
  'purchaseCycleDays',
  'need',
  'preference',
  'priceSensitivity',
  'scenario',
  'decisionMode',
  'decisionProcess',
  'notes',
  'externalId',
] as const satisfies readonly (keyof CustomerFields)[]
export type MergeField = (typeof mergeFields)[number]

/** Fields that make no sense apart from another one: they come from the same customer. */
export const mergedWith: Partial<Record<MergeField, readonly (keyof CustomerFields)[]>> = {
  address: ['regionCode'],
  stage: ['lostReason', 'stageReason'],
}

/** Texts that can be kept one below the other; with the most characters that fit. */
export const joinableFields = { need: 2000, notes: 20_000 } as const
export type JoinableField = keyof typeof joinableFields

export const isJoinable = (field: MergeField): field is JoinableField => field in joinableFields

/** Stored under the second key (R015, R089). */
export const sealedFields = ['idCard', 'bankAccount'] as const
export type SealedField = (typeof sealedFields)[number]
export const isSealedField = (field: MergeField): field is SealedField =>
  (sealedFields as readonly string[]).includes(field)
