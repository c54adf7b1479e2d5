import {
  fieldLevelOf,
  isAllowed,
  isChanging,
  isReading,
  mayUse,
  type FieldLevel,
  type Permission,
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
  /** Into the recycle bin, and out of it again. */
  remove: boolean
  restore: boolean
  erase: boolean
  /** Out of the book, into a file that nothing protects. */
  export: boolean
  readFollowUps: boolean
  readTags: boolean
  contact: FieldLevel
  idNumber: FieldLevel
  notes: FieldLevel
}

/**
 * The rights of a role on a customer in this relation, read from the one table (R083, R084); none while nobody is signed in.
 * What is in the pool can be claimed and cannot be put there again; in the recycle bin a customer can be looked at, taken out
 * and erased only (X5). In a book that is open for reading only nothing can be changed.
 */
export function customerRights(
  role: Role | null,
  relation: Relation,
  { inBin = false, readOnly = false }: { inBin?: boolean; readOnly?: boolean } = {},
): CustomerRights {
  const reaches = (permission: Permission) =>
    role !== null && !(readOnly && isChanging(permission)) && mayUse(role, permission, relation)
  const may = (permission: Permission) => reaches(permission) && (!inBin || isReading(permission))
  const level = (group: Parameters<typeof fieldLevelOf>[1]) =>
    role === null ? 'none' : fieldLevelOf(role, group, relation)
  return {
    edit: may('customers.write'),
    log: may('follow-ups.write'),
    tag: may('tags.write'),
    transfer: may('customers.transfer'),
    release: relation !== 'pool' && may('customers.release'),
    claim: relation === 'pool' && may('customers.claim'),
    remove: may('customers.write'),
    restore: inBin && reaches('customers.write'),
    erase: reaches('customers.erase'),
    export: may('customers.export'),
    readFollowUps: may('follow-ups.read'),
    readTags: isAllowed(role, 'tags.read'),
    contact: level('contact'),
    idNumber: level('idNumber'),
    notes: level('notes'),
  }
}

/** Whether anything can be done with several customers at once: else they need not be chosen. */
export function hasBulkAction(rights: CustomerRights): boolean {
  const { edit, tag, transfer, release, claim, restore } = rights
  return edit || tag || transfer || release || claim || restore
}
