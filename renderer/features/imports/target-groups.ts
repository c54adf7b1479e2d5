import type { BuiltInTarget } from '@shared/features/imports/imports.schema'

/** The fields in the order in which a person looks for them. */
export const targetGroups: {
  group: 'customer' | 'contact' | 'need' | 'details' | 'work' | 'other'
  targets: BuiltInTarget[]
}[] = [
  {
    group: 'customer',
    targets: ['name', 'kind', 'stage', 'tier', 'industry', 'source', 'need', 'externalId'],
  },
  {
    group: 'contact',
    targets: [
      'contact',
      'contactPerson',
      'phone',
      'otherPhones',
      'wechat',
      'qq',
      'email',
      'regionCode',
      'address',
    ],
  },
  {
    group: 'need',
    targets: [
      'preference',
      'priceSensitivity',
      'scenario',
      'decisionMode',
      'decisionProcess',
      'purchaseCycleDays',
      'expectedCloseOn',
    ],
  },
  {
    group: 'work',
    targets: [
      'needTags',
      'valueTags',
      'riskTags',
      'followUps',
      'nextFollowAt',
      'firstContactOn',
      'lostReason',
    ],
  },
  {
    group: 'details',
    targets: [
      'gender',
      'birthDate',
      'lunarBirthday',
      'idCard',
      'occupation',
      'companySize',
      'annualRevenue',
      'foundedOn',
      'creditCode',
    ],
  },
  { group: 'other', targets: ['notes', 'ignore'] },
]
