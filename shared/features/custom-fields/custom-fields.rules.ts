import { foldText } from '@shared/core/text'
import type { CustomerKind, Stage } from '../customers/customers.enums'
import type { CustomFieldType } from './custom-fields.enums'
import type { CustomField, CustomValue } from './custom-fields.schema'

/** True when customers of this kind have the field (R073). */
export function appliesTo({ kinds }: Pick<CustomField, 'kinds'>, kind: CustomerKind): boolean {
  return kinds === 'both' || kinds === kind
}

/** The fields that a form of this kind shows: at work, and of the other kind those that hold something, so that no value hides. */
export function shownFields<F extends Pick<CustomField, 'id' | 'kinds' | 'archivedAt'>>(
  fields: readonly F[],
  kind: CustomerKind,
  isFilled: (fieldId: number) => boolean,
): F[] {
  return fields.filter(
    (field) => field.archivedAt === null && (appliesTo(field, kind) || isFilled(field.id)),
  )
}

/**
 * The fields that a customer of this kind needs at this stage and that hold nothing (R073, R029), in their order. A stage asks
 * for the fields that name it; archived fields are asked of nobody.
 */
export function missingCustomFields<
  F extends Pick<CustomField, 'id' | 'kinds' | 'archivedAt' | 'requiredStages'>,
>(
  fields: readonly F[],
  values: readonly Pick<CustomValue, 'fieldId' | 'value'>[],
  kind: CustomerKind,
  stage: Stage,
): F[] {
  const filled = new Set(values.filter(({ value }) => value !== '').map(({ fieldId }) => fieldId))
  return fields.filter(
    (field) =>
      field.archivedAt === null &&
      field.requiredStages.includes(stage) &&
      appliesTo(field, kind) &&
      !filled.has(field.id),
  )
}

const sortable: readonly CustomFieldType[] = ['text', 'number', 'money', 'date', 'yes-no']

/** Whether the values of a type have an order of their own; choices are filtered by, and links lead somewhere. */
export function isSortable({ type }: Pick<CustomField, 'type'>): boolean {
  return sortable.includes(type)
}

export type FieldGroupOf<F> = { name: string | null; fields: F[] }

/** Fields under their headings, in order of first mention; those without one first. */
export function groupFields<F extends Pick<CustomField, 'groupName'>>(
  fields: readonly F[],
): FieldGroupOf<F>[] {
  const byName = new Map<string | null, F[]>()
  for (const field of fields)
    byName.set(field.groupName, [...(byName.get(field.groupName) ?? []), field])
  return [...byName]
    .map(([name, members]) => ({ name, fields: members }))
    .toSorted((a, b) => Number(a.name !== null) - Number(b.name !== null))
}

/** Two fields at work with the same folded name cannot be told apart in a list or an imported file. */
export function isNameTaken(
  fields: readonly Pick<CustomField, 'id' | 'name' | 'archivedAt'>[],
  name: string,
  self: number | null,
): boolean {
  const folded = foldText(name)
  return fields.some(
    (field) => field.id !== self && field.archivedAt === null && foldText(field.name) === folded,
  )
}
