import { maskEmail } from '@shared/core/email'
import { type FieldLevel, fieldLevelOf } from '@shared/core/permissions'
import { maskPhone } from '@shared/core/phone'
import type {
  CustomFieldOption,
  CustomFieldType,
} from '@shared/features/custom-fields/custom-fields.enums'
import type { FieldForm } from '@shared/features/history/history.schema'
import type { ReadContext } from './context'
import { findCustomerRelation } from './customer-relation'
import { maskName, type Onlooker } from './customer-view'
import type { HistoryField } from './history-fields'
import type { RowValues } from './journal/conflicts'
import { statement } from './statements'

type Value = string | number | null
/** A value as it is told; null where the reader may not see it. */
export type ToldValue = { form: FieldForm; value: Value } | null

type Asked = { form: FieldForm; value: Value; text: string; level: FieldLevel; row: RowValues }

/** Of a long text so many characters are told. */
const longest = 500
const levels: readonly FieldLevel[] = ['none', 'masked', 'full']

/** How much of a field the reader sees: the least of its groups. */
export function levelOf({ groups }: HistoryField, { role, relation }: Onlooker): FieldLevel {
  const least = Math.min(
    2,
    ...groups.map((group) => levels.indexOf(fieldLevelOf(role, group, relation))),
  )
  return levels[least] ?? 'none'
}

/**
 * Reads stored values the way the pages show them (R084, R089, X2): phones, e-mails and numbers masked for everybody, names of
 * others only where they may be read.
 */
export function createValueReader(context: ReadContext, onlooker: Onlooker) {
  const { read } = context
  const named =
    (table: string) =>
    ({ form, value }: Asked): ToldValue => {
      const row = statement<{ name: string }>(read, `SELECT name FROM ${table} WHERE id = ?`)
      return { form, value: row.get(value)?.name ?? null }
    }
  const isReadable = (id: Value) =>
    typeof id === 'number' && findCustomerRelation(read, context, id) !== null

  function readContact({ form, value, level }: Asked): ToldValue {
    const told = named('contact')({ form, value, text: '', level, row: {} })
    if (level === 'full' || told === null || told.value === null) return told
    return { form, value: maskName(String(told.value)) }
  }

  function readCustom(fieldId: Value, value: Value): ToldValue {
    const field = statement<{ type: CustomFieldType; options: string }>(
      read,
      'SELECT type, options FROM custom_field WHERE id = ?',
    ).get(fieldId)
    // A value of before its field changed its type is what it was: text.
    const told = String(value)
    if (field?.type === 'yes-no' && /^[01]$/.test(told))
      return { form: 'flag', value: Number(told) }
    if (field?.type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(told)) return { form: 'date', value }
    if (field?.type !== 'choice' && field?.type !== 'multi-choice')
      return { form: 'text', value: shorten(value) }
    const options = JSON.parse(field.options) as CustomFieldOption[]
    const labels = String(value)
      .split('\n')
      .map((key) => options.find((option) => option.key === key)?.label ?? key)
    return { form: 'text', value: labels.join(' · ') }
  }

  const readers: Partial<Record<FieldForm, (asked: Asked) => ToldValue>> = {
    phone: ({ form, text }) => ({ form, value: maskPhone(text) }),
    email: ({ form, text }) => ({ form, value: maskEmail(text) }),
    point: ({ form, text, row }) => ({ form, value: maskPoint(row.type ?? null, text) }),
    sealed: ({ form, value }) => ({ form, value }),
    person: ({ form, text, level }) => ({ form, value: level === 'full' ? text : maskName(text) }),
    contact: readContact,
    user: named('user'),
    tag: named('tag'),
    'custom-field': named('custom_field'),
    customer: (asked) => (isReadable(asked.value) ? named('customer')(asked) : null),
    custom: ({ value, row }) => readCustom(row.field_id ?? null, value),
  }

  /** @param row what else is known of the row at that moment */
  return (field: HistoryField, value: Value, row: RowValues): ToldValue => {
    const { form } = field
    const level = levelOf(field, onlooker)
    if (level === 'none') return null
    if (value === null) return { form, value }
    const read = readers[form]
    if (read) return read({ form, value, text: String(value), level, row })
    return level === 'full' ? { form, value: shorten(value) } : null
  }
}

function maskPoint(type: Value, raw: string): string {
  if (type === 'phone') return maskPhone(raw)
  return type === 'email' ? maskEmail(raw) : `${[...raw].slice(0, 2).join('')}•••`
}

function shorten(value: Value): Value {
  if (typeof value !== 'string' || value.length <= longest) return value
  return `${[...value.slice(0, longest)].slice(0, -1).join('')}…`
}
