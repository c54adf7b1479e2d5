/** The built-in columns of an exported table in their order: custom fields follow. */
export const exportColumnNames = [
  ...(['name', 'kind', 'code', 'externalId', 'stage', 'stageReason', 'lostReason'] as const),
  ...([
    'tier',
    'contactPerson',
    'phone',
    'email',
    'gender',
    'birthDate',
    'lunarBirthday',
    'occupation',
  ] as const),
  ...(['regionCode', 'address', 'idCard', 'bankAccount', 'industry', 'companySize'] as const),
  ...(['foundedOn', 'creditCode', 'annualRevenue', 'source', 'referrer'] as const),
  ...(['firstContactOn', 'need', 'preference', 'priceSensitivity', 'scenario'] as const),
  ...(['decisionMode', 'decisionProcess', 'purchaseCycleDays', 'expectedCloseOn'] as const),
  ...(['needTags', 'valueTags', 'riskTags', 'nextFollowAt', 'lastInteractionAt'] as const),
  ...(['owner', 'creator', 'createdAt', 'updatedAt', 'notes'] as const),
] as const
export type ExportColumn = (typeof exportColumnNames)[number]
