import type { FieldGroup } from '@shared/core/permissions'
import type { CustomerFields } from './customers.schema'

/**
 * Which fields of a customer belong to which group of the table of rights (R084, R089); all others are seen by everybody who
 * may read the record. The text of follow-ups and the note of a next step belong to `notes` too.
 */
export const customerFieldGroups = {
  contact: ['contactPerson', 'phone', 'email', 'address', 'gender', 'birthDate'],
  idNumber: ['idCard', 'bankAccount'],
  notes: ['need', 'notes', 'lostReason'],
  money: [],
} as const satisfies Record<FieldGroup, readonly (keyof CustomerFields)[]>
