import type { PointInput } from '@shared/features/contacts/contacts.schema'
import { normalizePoint } from '@shared/features/contacts/contacts.rules'
import type { contactPoint } from './schema/contact'

type Columns = Pick<
  typeof contactPoint.$inferSelect,
  'type' | 'raw' | 'normalized' | 'phoneKind' | 'label' | 'shared'
>

/** Turns a parsed point of contact into stored columns. Used by the form and by the import alike. */
export function toPointColumns({ type, raw, label, shared }: Omit<PointInput, 'id'>): Columns {
  return { ...{ type, raw, label, shared: Number(shared) }, ...normalizePoint({ type, raw }) }
}
