import { eq, inArray } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf } from '@shared/core/permissions'
import { customerFields } from '@shared/features/customers/customers.schema'
import { mergeFields, mergedWith, sealedFields } from '@shared/features/duplicates/merge-fields'
import {
  type MergeChoices,
  type MergeRow,
  mergeValue,
} from '@shared/features/duplicates/merge.rules'
import type { ReadContext, WriteContext } from '../context'
import { toCustomerColumns } from '../customer-columns'
import { refreshCustomerDates } from '../customer-dates'
import { assertMayUse } from '../customer-guard'
import { refreshPeople } from '../customer-people'
import { findCustomerRelation } from '../customer-relation'
import { keepContacts } from '../duplicates/keep-contacts'
import { moveChildren, takeCustomValues } from '../duplicates/move-children'
import { customer } from '../schema/customer'
import { openNumber, resealNumbers, type SealedNumbers } from '../sealed-numbers'
import { statement } from '../statements'

export type MergeInput = {
  survivorId: number
  customers: { id: number; updatedAt: number }[]
  choices: MergeChoices
  custom: { fieldId: number; customerId: number }[]
}
type Stored = typeof customer.$inferSelect

/**
 * Makes one customer of several (R051). Everything that belongs to the others moves to the survivor; values that were not chosen
 * stay with the rows they were on, which go into the bin and point at the survivor; phones and addresses become further ones of the
 * survivor, so that nothing is lost. One undo brings every row back as it was.
 * @throws AppError customers.not-found; core.forbidden where the person may not change all of them or see them whole;
 * customers.changed-meanwhile; duplicates.gone
 */
export function mergeCustomers(
  context: WriteContext,
  { survivorId, customers, choices, custom }: MergeInput,
): { id: number; merged: number } {
  const { write, clock } = context
  const ids = [...new Set([survivorId, ...customers.map(({ id }) => id)])]
  // What lies in the bin or was merged is refused below by a name of its own.
  assertMayUse(context, 'customers.write', ids, { inBin: true })
  assertSeenWhole({ ...context, read: write }, ids)
  const rows = ids.map((id) => getMergeable(context, id))
  for (const { id, updatedAt } of customers)
    if (rows.find((row) => row.id === id)?.updatedAt !== updatedAt)
      throw new AppError('customers.changed-meanwhile')
  const [survivor, ...losers] = rows
  if (!survivor || losers.length === 0) return { id: survivorId, merged: 0 }

  const now = clock()
  const loserIds = losers.map(({ id }) => id)
  const chosen = chooseFields(rows, survivorId, choices)
  // Before anything moves: whose contact it was must still be known.
  keepContacts(context, { survivor, rows, chosen: chosen.fields })
  takeCustomValues(write, { survivorId, loserIds, custom })
  moveChildren(write, { survivorId, loserIds })
  write.orm
    .update(customer)
    .set({
      ...toCustomerColumns(chosen.fields, survivor),
      ...mergeNumbers(context, rows, survivor, choices),
      stageChangedAt: chosen.stageChangedAt,
      // Always later than the edit before, even within one millisecond: editors compare this value.
      updatedAt: Math.max(now, survivor.updatedAt + 1),
    })
    .where(eq(customer.id, survivorId))
    .run()
  write.orm
    .update(customer)
    .set({ deletedAt: now, mergedIntoId: survivorId })
    .where(inArray(customer.id, loserIds))
    .run()
  statement(
    write,
    `UPDATE customer SET archived_at = coalesce(archived_at, @now), updated_at = max(@now, updated_at + 1)
     WHERE id IN (SELECT value FROM json_each(@ids))`,
  ).run({ now, ids: JSON.stringify(loserIds) })
  for (const id of ids) {
    refreshCustomerDates(write, id, now)
    refreshPeople(write, id)
  }
  return { id: survivorId, merged: loserIds.length }
}

/** @throws AppError core.forbidden where a group of fields would be mixed that the person does not see whole (R084) */
export function assertSeenWhole(context: ReadContext, ids: readonly number[]): void {
  const { read, session } = context
  for (const id of ids) {
    const relation = findCustomerRelation(read, context, id)
    if (relation === null) throw new AppError('customers.not-found')
    for (const group of ['contact', 'notes'] as const)
      if (fieldLevelOf(session.role, group, relation) !== 'full')
        throw new AppError('core.forbidden', `role may not see ${group} whole here`)
  }
}

function getMergeable({ write }: WriteContext, id: number): Stored {
  const row = write.orm.select().from(customer).where(eq(customer.id, id)).get()
  if (!row) throw new AppError('customers.not-found')
  if (row.deletedAt !== null) throw new AppError('duplicates.gone')
  return row
}

/** Stored values as the rules take them. */
export function toMergeRow(row: Stored): MergeRow {
  const { idCardMask, bankAccountMask, ...plain } = row
  return { ...plain, idCard: idCardMask, bankAccount: bankAccountMask }
}

function chooseFields(rows: Stored[], survivorId: number, choices: MergeChoices) {
  const mergeRows = rows.map(toMergeRow)
  const ids = new Set(rows.map(({ id }) => id))
  const values: Record<string, unknown> = {}
  let stageChangedAt = rows[0]?.stageChangedAt ?? 0
  for (const field of mergeFields) {
    if (field === 'idCard' || field === 'bankAccount') continue
    const { from, value } = mergeValue(field, mergeRows, survivorId, choices)
    values[field] = value
    for (const name of mergedWith[field] ?? []) values[name] = from?.[name] ?? null
    if (field === 'stage') stageChangedAt = Number(from?.stageChangedAt ?? stageChangedAt)
  }
  // Nobody brought themselves.
  if (ids.has(Number(values.referrerId))) values.referrerId = null
  // Parsed again, because a choice may come from anywhere; ID number and account have their own way.
  return { fields: customerFields.parse(values), stageChangedAt }
}

/**
 * ID number and bank account of the survivor. Without the second key they stay as they are, and those of the others stay sealed
 * on their own rows: a seal holds for one row only (R089).
 */
function mergeNumbers(
  { fields: cipher, session }: WriteContext,
  rows: Stored[],
  survivor: Stored,
  choices: MergeChoices,
): Partial<SealedNumbers> {
  if (cipher === null || fieldLevelOf(session.role, 'idNumber', 'own') !== 'full') return {}
  const mergeRows = rows.map(toMergeRow)
  const [idCard = null, bankAccount = null] = sealedFields.map((field) => {
    const { from } = mergeValue(field, mergeRows, survivor.id, choices)
    const row = rows.find(({ id }) => id === from?.id)
    return row ? openNumber(field, row, cipher) : null
  })
  return resealNumbers({ idCard, bankAccount }, survivor, cipher)
}
