import { AppError } from '@shared/core/errors'
import { fieldLevelOf } from '@shared/core/permissions'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import { operationsOf } from '@shared/features/custom-fields/custom-filter.rules'
import type { CustomCondition } from '@shared/features/custom-fields/custom-filter.schema'
import {
  parseCustomValue,
  type StoredValue,
} from '@shared/features/custom-fields/custom-values.rules'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import { ownRows } from './access'
import { getCustomField } from './custom-field-rows'
import type { ConditionSql } from './customer-filter'
import type { ReadHandle } from './handles'

/**
 * Conditions on custom fields as SQL over `customer` (R073), each found by an index of `custom_value`. Where one sees the values of
 * one's own customers only, no other customer meets a condition: else a filter would tell what the row does not (R084).
 * @throws AppError core.forbidden when the role sees no values at all; custom-fields.not-found; custom-fields.bad-value;
 * core.invalid-input for a condition that the type is not asked by
 */
export function customWhere(
  read: ReadHandle,
  conditions: readonly CustomCondition[],
  viewer: Viewer,
): ConditionSql {
  if (conditions.length === 0) return { sql: [], values: {} }
  const rows = rowsWithValues(viewer)
  const parts = conditions.map((condition, index) => {
    const field = getCustomField(read, condition.fieldId)
    if (!operationsOf[field.type].includes(condition.op))
      throw new AppError('core.invalid-input', 'not a condition of this type')
    return customConditionSql(condition, field, `custom${index}`)
  })
  return {
    sql: [...(rows === 'TRUE' ? [] : [rows]), ...parts.map(({ sql }) => sql)],
    values: Object.assign({}, ...parts.map(({ values }) => values)) as ConditionSql['values'],
  }
}

/**
 * The customers whose custom values the viewer sees, as a condition: others must not be told by a filter or an order either (R084).
 * @throws AppError core.forbidden when the role sees no values at all
 */
export function rowsWithValues({ role }: Viewer): string {
  const [own, others] = [fieldLevelOf(role, 'notes', 'own'), fieldLevelOf(role, 'notes', 'other')]
  if (own !== 'full' && others !== 'full')
    throw new AppError('core.forbidden', 'role may not ask by custom fields')
  return others === 'full' ? 'TRUE' : ownRows()
}

type Part = { sql: string; values: ConditionSql['values'] }

/** How a condition on the values of a field becomes one on customers. */
type Among = (name: string, condition: string) => string

/**
 * One condition over `customer`; `name` begins the names of its values.
 * @param among by default all customers that meet it at once, by an index; for a few rows it is better asked row by row
 * @throws AppError custom-fields.bad-value
 */
export function customConditionSql(
  condition: CustomCondition,
  field: CustomField,
  name: string,
  among: Among = amongAll,
): Part {
  const at = { [name]: field.id }
  switch (condition.op) {
    case 'empty':
      return { sql: `NOT ${has(name)}`, values: at }
    case 'filled':
      return { sql: has(name), values: at }
    case 'contains':
      return {
        sql: among(name, `instr(lower(value), lower(@${name}Text)) > 0`),
        values: { ...at, [`${name}Text`]: condition.value.trim() },
      }
    case 'any':
      return {
        sql: anyOf(name, field, among),
        values: { ...at, [`${name}Keys`]: JSON.stringify(condition.keys) },
      }
    case 'is':
      return sameAs(name, field, condition.value, among)
    case 'between': {
      const bounds = { From: condition.from, To: condition.to }
      const values = Object.fromEntries(
        Object.entries(bounds).map(([end, text]) => [
          `${name}${end}`,
          text === null ? null : (valueOf(field, text)?.number ?? null),
        ]),
      )
      // Each bound is asked for only when it is there, so that both kinds of range walk the index.
      const asked = [
        values[`${name}From`] === null ? '' : ` AND number >= @${name}From`,
        values[`${name}To`] === null ? '' : ` AND number <= @${name}To`,
      ]
      return {
        sql: among(name, `number IS NOT NULL${asked.join('')}`),
        values: { ...at, ...values },
      }
    }
  }
}

function sameAs(name: string, field: CustomField, text: string, among: Among): Part {
  const stored = valueOf(field, text)
  const values = { [name]: field.id, [`${name}Value`]: stored?.value ?? null }
  return { sql: stored ? among(name, `value = @${name}Value`) : `NOT ${has(name)}`, values }
}

/** Of several choices one has to be among the wanted ones; of one it is found by the index. */
function anyOf(name: string, { type }: CustomField, among: Among): string {
  if (type === 'choice') return among(name, `value IN (SELECT value FROM json_each(@${name}Keys))`)
  return among(
    name,
    `EXISTS (SELECT 1 FROM json_each(@${name}Keys) AS wanted WHERE
      instr(char(10) || custom_value.value || char(10), char(10) || wanted.value || char(10)) > 0)`,
  )
}

function amongAll(name: string, condition: string): string {
  return `id IN (SELECT customer_id FROM custom_value WHERE field_id = @${name} AND ${condition})`
}

function has(name: string): string {
  return `EXISTS (SELECT 1 FROM custom_value WHERE customer_id = customer.id AND field_id = @${name})`
}

function valueOf(field: CustomField, text: string): StoredValue | null {
  const read = parseCustomValue(field, text)
  if (read !== null && 'problem' in read)
    throw new AppError('custom-fields.bad-value', read.problem, { field: field.name })
  return read
}
