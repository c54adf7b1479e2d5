import { fieldLevelOf } from '@shared/core/permissions'
import { isDoubtful, maskPoint } from '@shared/features/contacts/contacts.rules'
import type { ContactView, PointView } from '@shared/features/contacts/contacts.schema'
import { maskName, type Onlooker } from './customer-view'
import type { contact, contactPoint } from './schema/contact'

type StoredContact = typeof contact.$inferSelect
type StoredPoint = typeof contactPoint.$inferSelect

/** A number as far as the onlooker may see it: masked for everybody until a reveal; what it is for may name somebody (R084, X2). */
export function viewPoint(row: StoredPoint, { role, relation }: Onlooker): PointView {
  const { id, type, phoneKind, label, shared } = row
  const isFull = fieldLevelOf(role, 'contact', relation) === 'full'
  return {
    ...{ id, type, phoneKind },
    masked: maskPoint(row),
    label: isFull ? label : null,
    shared: shared === 1,
    doubtful: isDoubtful(row),
  }
}

/** A person as far as the onlooker may see them: masked, that is whom to ask for and no more (R084). */
export function viewPerson(
  row: StoredContact,
  points: StoredPoint[],
  onlooker: Onlooker,
): ContactView {
  const { id, name, position, department, decisionRole, notes, updatedAt } = row
  const { role, relation } = onlooker
  const isFull = fieldLevelOf(role, 'contact', relation) === 'full'
  const seesNotes = isFull && fieldLevelOf(role, 'notes', relation) === 'full'
  return {
    ...{ id, updatedAt, decisionRole },
    ...(isFull
      ? { name, position, department }
      : { name: maskName(name), position: null, department: null }),
    notes: seesNotes ? notes : null,
    points: points.map((point) => viewPoint(point, onlooker)),
  }
}
