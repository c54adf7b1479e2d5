import type { BuiltInTarget } from '@shared/features/imports/imports.schema'

/** The fields in the order in which a person looks for them. */
export const targetGroups: {
  group: 'customer' | 'contact' | 'details' | 'work' | 'other'
  targets: BuiltInTarget[]
}[] = [
  {
    group: 'customer',
    targets: ['name', 'kind', 'stage', 'tier', 'industry', 'source', 'need', 'externalId'],
  },
  { group: 'contact', targets: ['contact', 'contactPerson', 'phone', 'email', 'address'] },
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
  { group: 'details', targets: ['gender', 'birthDate', 'idCard', 'companySize', 'foundedOn'] },
  { group: 'other', targets: ['notes', 'ignore'] },
]
