import {
  fieldLevelOf,
  isAllowed,
  mayUse,
  type FieldLevel,
  type Relation,
  type Role,
} from '@shared/core/permissions'

/** What a person may do with one customer, or with several in the same relation, and what they see of it. */
export type CustomerRights = {
  edit: boolean
  log: boolean
  tag: boolean
  transfer: boolean
  release: boolean
  claim: boolean
  erase: boolean
  readFollowUps: boolean
  readTags: boolean
  contact: FieldLevel
  idNumber: FieldLevel
  notes: FieldLevel
}

/**
 * The rights of a role on a customer in this relation, read from the one table (R083, R084); none while nobody is signed in.
 * What is in the pool can be claimed and cannot be put there again.
 */
export function customerRights(role: Role | null, relation: Relation): CustomerRights {
  const may = (permission: Parameters<typeof mayUse>[1]) =>
    role !== null && mayUse(role, permission, relation)
  const level = (group: Parameters<typeof fieldLevelOf>[1]) =>
    role === null ? 'none' : fieldLevelOf(role, group, relation)
  return {
    edit: may('customers.write'),
    log: may('follow-ups.write'),
    tag: may('tags.write'),
    transfer: may('customers.transfer'),
    release: relation !== 'pool' && may('customers.release'),
    claim: relation === 'pool' && may('customers.claim'),
    erase: may('customers.erase'),
    readFollowUps: may('follow-ups.read'),
    readTags: isAllowed(role, 'tags.read'),
    contact: level('contact'),
    idNumber: level('idNumber'),
    notes: level('notes'),
  }
}

/** Whether anything can be done with several customers at once: else they need not be chosen. */
export function hasBulkAction(rights: CustomerRights): boolean {
  return rights.edit || rights.tag || rights.transfer || rights.release || rights.claim
}
