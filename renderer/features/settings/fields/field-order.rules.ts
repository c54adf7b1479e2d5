import { groupFields } from '@shared/features/custom-fields/custom-fields.rules'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'

/** The place of a field: where it stands in the order and under which heading. */
export type FieldPlace = Pick<CustomField, 'id' | 'groupName'>

/** The fields in the order in which they are shown: group after group. */
export function placesOf(fields: readonly FieldPlace[]): FieldPlace[] {
  return groupFields(fields).flatMap((group) =>
    group.fields.map(({ id, groupName }) => ({ id, groupName })),
  )
}

/**
 * One step up or down: past a neighbour of the same group, or at the edge of the group into the one beside it. At the end of the
 * list nothing changes.
 */
export function moveField(
  places: readonly FieldPlace[],
  id: number,
  step: -1 | 1,
): readonly FieldPlace[] {
  const from = places.findIndex((place) => place.id === id)
  const [moved, neighbour] = [places[from], places[from + step]]
  if (!moved || !neighbour) return places
  if (neighbour.groupName !== moved.groupName)
    return places.with(from, { id, groupName: neighbour.groupName })
  return places.with(from, neighbour).with(from + step, moved)
}

/** Puts a field before or after another one, under the heading of that one. */
export function dropField(
  places: readonly FieldPlace[],
  id: number,
  target: { id: number; after: boolean },
): readonly FieldPlace[] {
  const at = places.find((place) => place.id === target.id)
  if (!at || target.id === id) return places
  const rest = places.filter((place) => place.id !== id)
  const index = rest.indexOf(at) + (target.after ? 1 : 0)
  return rest.toSpliced(index, 0, { id, groupName: at.groupName })
}

/** True when both say the same places in the same order. */
export function isSameOrder(a: readonly FieldPlace[], b: readonly FieldPlace[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ id, groupName }, index) => b[index]?.id === id && b[index].groupName === groupName)
  )
}
