import type { Relation } from '@shared/core/permissions'

/** Whom an entry is about, and whose the customer is, which decides what may be written. */
export type EntryCustomer = { id: number; name: string; relation: Relation }
