import { eq, inArray } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { maskEmail } from '@shared/core/email'
import { fieldLevelOf } from '@shared/core/permissions'
import { maskPhone } from '@shared/core/phone'
import type {
  CustomMergeLine,
  DuplicateCustomer,
  MergeLine,
} from '@shared/features/duplicates/duplicates.contract'
import {
  isSealedField,
  type MergeField,
  mergeFields,
} from '@shared/features/duplicates/merge-fields'
import {
  groupValues,
  mayJoin,
  type MergeRow,
  proposeChoice,
} from '@shared/features/duplicates/merge.rules'
import type { ReadContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import { listDuplicateCustomers } from '../duplicates/duplicate-customers'
import { customField, customValue } from '../schema/custom-field'
import { customer } from '../schema/customer'
import { assertSeenWhole, toMergeRow } from './merge-customers'

export type MergePreview = {
  survivorId: number
  customers: DuplicateCustomer[]
  lines: MergeLine[]
  custom: CustomMergeLine[]
}

/**
 * Several customers side by side with what is proposed for each field; contact details and sealed numbers masked (R051, X2).
 * @throws AppError customers.not-found; core.forbidden; duplicates.gone
 */
export function previewMerge(
  context: ReadContext,
  { ids, survivorId: wanted }: { ids: number[]; survivorId: number | null },
): MergePreview {
  const { read, session } = context
  const all = [...new Set(ids)]
  for (const id of all) getCustomerRelation(read, context, 'customers.write', id)
  assertSeenWhole(context, all)
  const stored = all.map((id) => {
    const row = read.orm.select().from(customer).where(eq(customer.id, id)).get()
    if (!row) throw new AppError('customers.not-found')
    if (row.deletedAt !== null) throw new AppError('duplicates.gone')
    return toMergeRow(row)
  })
  const customers = listDuplicateCustomers(context, all)
  const survivorId =
    wanted !== null && all.includes(wanted) ? wanted : proposeSurvivor(customers, all)
  const level = fieldLevelOf(session.role, 'idNumber', 'own')
  const shown = mergeFields.filter((field) => !isSealedField(field) || level !== 'none')
  return {
    survivorId,
    customers,
    lines: shown.map((field) => toLine(context, field, stored, survivorId, level === 'full')),
    custom: customLines(context, all, survivorId),
  }
}

/** Who has the most behind them, then who has been there longest. */
function proposeSurvivor(customers: readonly DuplicateCustomer[], ids: readonly number[]): number {
  const [first] = [...customers].sort(
    (a, b) =>
      Number(a.archivedAt !== null) - Number(b.archivedAt !== null) ||
      b.followUpCount - a.followUpCount ||
      a.createdAt - b.createdAt ||
      a.id - b.id,
  )
  return first?.id ?? ids[0] ?? 0
}

function toLine(
  context: ReadContext,
  field: MergeField,
  rows: readonly MergeRow[],
  survivorId: number,
  hasKey: boolean,
): MergeLine {
  const locked = isSealedField(field) && !hasKey
  return {
    field,
    values: rows.map((row) => shownValue(context, field, row[field] ?? null)),
    groups: groupValues(field, rows),
    choice: locked ? survivorId : proposeChoice(field, rows, survivorId),
    joinable: mayJoin(field, rows),
    locked,
  }
}

function shownValue(
  { read }: ReadContext,
  field: MergeField,
  value: string | number | null,
): string | number | null {
  if (value === null) return null
  if (field === 'phone') return maskPhone(String(value))
  if (field === 'email') return maskEmail(String(value))
  if (field !== 'referrerId') return value
  const found = read.orm
    .select({ code: customer.code })
    .from(customer)
    .where(eq(customer.id, Number(value)))
    .get()
  return found?.code ?? null
}

/** Own fields that one of them has a value in. */
function customLines({ read }: ReadContext, ids: number[], survivorId: number): CustomMergeLine[] {
  const values = read.orm
    .select({
      fieldId: customField.id,
      name: customField.name,
      type: customField.type,
      options: customField.options,
      customerId: customValue.customerId,
      value: customValue.value,
    })
    .from(customValue)
    .innerJoin(customField, eq(customField.id, customValue.fieldId))
    .where(inArray(customValue.customerId, ids))
    .orderBy(customField.sort, customField.id, customValue.customerId)
    .all()
  const fields = new Map(values.map((value) => [value.fieldId, value]))
  return [...fields.values()].map(({ fieldId, name, type, options }) => {
    const ofField = values.filter((value) => value.fieldId === fieldId)
    const wordOf = (key: string) => options.find((option) => option.key === key)?.label ?? key
    const shown = ids.map((id) => {
      const value = ofField.find(({ customerId }) => customerId === id)?.value
      if (value === undefined) return null
      return type.endsWith('choice') ? value.split('\n').map(wordOf).join('、') : value
    })
    const isSurvivors = ofField.some(({ customerId }) => customerId === survivorId)
    const choice = isSurvivors ? survivorId : (ofField[0]?.customerId ?? survivorId)
    return { fieldId, name, type, values: shown, choice }
  })
}
