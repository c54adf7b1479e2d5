import { foldText } from '@shared/core/text'
import { isNameTaken } from '@shared/features/custom-fields/custom-fields.rules'
import {
  customFieldLimits,
  type CustomField,
} from '@shared/features/custom-fields/custom-fields.schema'
import { convertValue } from '@shared/features/custom-fields/custom-types.rules'
import {
  formatCustomValue,
  noteLineOf,
  parseCustomValue,
  type StoredValue,
} from '@shared/features/custom-fields/custom-values.rules'
import { readCustomFields } from '../custom-field-rows'
import type { ReadHandle } from '../handles'
import type { CopiedCustomer } from './copied-customer'
import type { CopiedValue } from './copied-values'

/** A value as the field of now takes it; a field that is not there any more comes back with its value. */
export type PlacedValue = StoredValue & { field: CustomField; isNewField: boolean }

/** What a backup holds in custom fields: where nothing stands now, and where something else does. */
export type ValuesDifference = {
  added: PlacedValue[]
  changed: PlacedValue[]
  /** Values that no field of now takes: they stand at the end of the copied notes. */
  toNotes: number
}

/**
 * Finds the place of every custom value of a backup (R073, R094): the same field, else one of the same name, else the field of then.
 * What its field does not take any more, because its type or its choices changed, joins the notes of the copy, so that it is
 * compared and comes back with them.
 */
export function settleValues(
  copied: CopiedCustomer,
  there: Pick<CopiedCustomer, 'custom'>,
  present: ReadHandle,
): { copied: CopiedCustomer; values: ValuesDifference } {
  const values: ValuesDifference = { added: [], changed: [], toNotes: 0 }
  if (holdsAll(there.custom, copied.custom)) return { copied, values }
  const now = new Map(there.custom.map(({ field, value }) => [field.uid, value]))
  const lines: string[] = []
  for (const { then, placed } of placeAll(copied.custom, readCustomFields(present))) {
    const before = placed && now.get(placed.field.uid)
    if (!placed) lines.push(noteLineOf(then.field, then.value, 'zh-CN'))
    else if (before === undefined) values.added.push(placed)
    else if (before !== placed.value) values.changed.push(placed)
  }
  if (lines.length === 0) return { copied, values }
  const notes = [copied.row.notes ?? '', ...lines].filter((part) => part !== '').join('\n')
  return {
    copied: { ...copied, row: { ...copied.row, notes } },
    values: { ...values, toNotes: lines.length },
  }
}

/** True where nothing of the copy is missing or different; nearly always, and then no field is looked at. */
function holdsAll(present: readonly CopiedValue[], copied: readonly CopiedValue[]): boolean {
  const keyOf = ({ field: { uid, type }, value }: CopiedValue) => JSON.stringify([uid, type, value])
  const held = new Set(present.map(keyOf))
  return copied.every((one) => held.has(keyOf(one)))
}

function placeAll(
  copied: readonly CopiedValue[],
  fields: readonly CustomField[],
): { then: CopiedValue; placed: PlacedValue | null }[] {
  const own = new Set(copied.map(({ field }) => field.uid))
  const known = [...fields]
  return copied.map((then) => {
    const target = findField(then.field, fields, own)
    if (target) {
      const stored = convert(then, target)
      return { then, placed: stored && { ...stored, field: target, isNewField: false } }
    }
    if (!hasRoom(known, then.field)) return { then, placed: null }
    known.push(then.field)
    const { field, value, number } = then
    return { then, placed: { field, value, number, isNewField: true } }
  })
}

/** A name finds only what is at work then and now, and nothing that another value of the customer belongs to. */
function findField(
  then: CustomField,
  fields: readonly CustomField[],
  own: ReadonlySet<string>,
): CustomField | undefined {
  const same = fields.find(({ uid }) => uid === then.uid)
  if (same || then.archivedAt !== null) return same
  return fields.find(
    ({ uid, name, archivedAt }) =>
      archivedAt === null && !own.has(uid) && foldText(name) === foldText(then.name),
  )
}

/** Whether a field of then may stand beside those of now. */
function hasRoom(fields: readonly CustomField[], { name, archivedAt }: CustomField): boolean {
  if (archivedAt !== null) return true
  const active = fields.filter((field) => field.archivedAt === null)
  return active.length < customFieldLimits.fields && !isNameTaken(active, name, null)
}

/** By key, or by words where the field has other keys. */
function convert({ field, value }: CopiedValue, target: CustomField): StoredValue | null {
  const byKey = convertValue(field, value, target, 'zh-CN')
  if (byKey || target.options.length === 0) return byKey
  const byWords = parseCustomValue(target, formatCustomValue(field, value, 'zh-CN'))
  return byWords && !('problem' in byWords) ? byWords : null
}
