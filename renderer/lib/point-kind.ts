import type { PointView } from '@shared/features/contacts/contacts.schema'

/** Key of the word for a number in `contacts.json`: of a phone its kind where that is known. */
export function pointKind({ type, phoneKind }: Pick<PointView, 'type' | 'phoneKind'>): string {
  return type === 'phone' && phoneKind !== null && phoneKind !== 'unknown'
    ? `phoneKind.${phoneKind}`
    : `type.${type}`
}
