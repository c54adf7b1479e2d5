import type { FieldGroup } from '@shared/core/permissions'
import type { CustomerFields } from './customers.schema'

/**
 * Which fields of a customer belong to which group of the table of rights (R084, R089); all others are seen by everybody who
 * may read the record. The text of follow-ups and the note of a next step belong to `notes` too.
 */
export const customerFieldGroups = {
  contact: [
    'contactPerson',
    'phone',
    'email',
    'regionCode',
    'address',
    'gender',
    'birthDate',
    'lunarBirthday',
    'occupation',
  ],
  idNumber: ['idCard', 'bankAccount'],
  notes: [
    'need',
    'notes',
    'lostReason',
    'stageReason',
    'preference',
    'priceSensitivity',
    'scenario',
    'decisionMode',
    'decisionProcess',
  ],
  money: [],
} as const satisfies Record<FieldGroup, readonly (keyof CustomerFields)[]>
