import { eq } from 'drizzle-orm'
import type {
  RestoreChoice,
  RestoreTotals,
} from '@shared/features/restores/customer-restores.schema'
import type { ReadContext, WriteContext } from '../context'
import { getCopy } from '../customer-copies/attached-copy'
import { saidBy } from '../customer-copies/compare-follow-ups'
import { takeBlob } from '../customer-copies/copied-attachments'
import { getUserUid } from '../customer-copies/copied-customer'
import { planRestore, type RestorePlan, totalsOf } from '../customer-copies/plan-restore'
import { fieldsOf, mixFields } from '../customer-copies/restored-fields'
import { keepCode } from '../customer-copies/take-code'
import { takeNumbers } from '../customer-copies/take-numbers'
import { toCustomerColumns } from '../customer-columns'
import { refreshCustomerDates } from '../customer-dates'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { findUserId } from '../repositories/users'
import { attachment } from '../schema/attachment'
import { customer } from '../schema/customer'
import { followUp } from '../schema/follow-up'
import { customerTag } from '../schema/tag'
import { statement } from '../statements'
import { ensureTag } from '../tag-rows'
import { restoreBelongings } from './restore-belongings'

type Choices = { choices: RestoreChoice[] }

/**
 * What `restoreCustomers` would write now.
 * @throws AppError as `planRestore`; customer-restores.gone
 */
export function previewRestore(
  { read, fields }: Pick<ReadContext, 'read' | 'fields'>,
  { choices }: Choices,
): RestoreTotals {
  const sources = { copy: getCopy(read), present: read, fields }
  return totalsOf(choices.map((choice) => planRestore(sources, choice)))
}

/**
 * Takes customers from the copy beside the book into the book of now, with follow-ups, tags, people, numbers, records, custom fields and files,
 * all or none (R073, R094). Codes are kept
 * where they are free. Whoever owned them has them again, or the caller where that person is gone. Of customers who are
 * there the owner stays, and nothing that was added since the backup goes.
 * @throws AppError as `planRestore`; customer-restores.gone
 */
export function restoreCustomers(context: WriteContext, { choices }: Choices): RestoreTotals {
  const { write, fields } = context
  const copy = getCopy(write)
  const plans = choices.map((choice) => {
    // One after the other: what the one before wrote may have taken a code.
    const plan = planRestore({ copy, present: write, fields }, choice)
    writePlan(context, copy, plan)
    return plan
  })
  return totalsOf(plans)
}

function writePlan(context: WriteContext, copy: ReadHandle, plan: RestorePlan): void {
  const { write, clock } = context
  const now = clock()
  const id = plan.present
    ? updateFields(context, plan, plan.present)
    : insertCustomer(context, copy, plan)
  // People come before the entries that name them.
  const contactOf = restoreBelongings(context, plan, id, (userId) =>
    personOf(context, copy, userId),
  )
  for (const entry of plan.followUps) {
    const followerId = personOf(context, copy, entry.followerId)
    const code = keepCode(write, 'follow_up', entry.code, now)
    insertRow(write, followUp, {
      ...{ ...entry, customerId: id, followerId, code },
      contactId: contactOf(entry.contactId),
    })
  }
  for (const { then, now: present } of plan.changedFollowUps) {
    write.orm
      .update(followUp)
      .set({ ...saidBy(then), contactId: contactOf(then.contactId), updatedAt: now })
      .where(eq(followUp.id, present.id))
      .run()
  }
  for (const { createdAt, ...tag } of plan.tags)
    insertRow(write, customerTag, {
      ...{ customerId: id, tagId: ensureTag(context, tag), createdAt, source: 'person' },
    })
  for (const file of plan.attachments)
    insertRow(write, attachment, {
      ...file.row,
      customerId: id,
      followUpId:
        file.row.followUpId === null ? null : findSameFollowUp(write, copy, file.row.followUpId),
      blobId: takeBlob(write, copy, file, now),
      creatorId: personOf(context, copy, file.row.creatorId),
    })
  refreshCustomerDates(write, id, now)
}

function insertCustomer(context: WriteContext, copy: ReadHandle, plan: RestorePlan): number {
  const { write, session, clock, fields: cipher } = context
  const { row } = plan.copied
  const code = keepCode(write, 'customer', row.code, clock())
  return insertRow(write, customer, {
    ...row,
    ...toCustomerColumns(fieldsOf(row), { code }),
    ...takeNumbers(row, cipher).numbers,
    code,
    ownerId: plan.ownerId ?? session.userId,
    ownedSince: plan.ownerId === null ? clock() : row.ownedSince,
    creatorId: personOf(context, copy, row.creatorId),
    referrerId: row.referrerId === null ? null : findSameCustomer(write, copy, row.referrerId),
    mergedIntoId: null,
    // Both follow from the entries that come back.
    nextFollowAt: null,
    lastInteractionAt: null,
  })
}

function updateFields(
  { write, clock, fields: cipher }: WriteContext,
  { copied, fields }: RestorePlan,
  present: typeof customer.$inferSelect,
): number {
  if (fields.length === 0) return present.id
  const { numbers } = takeNumbers(copied.row, cipher)
  const { idCardSealed, idCardMask, bankAccountSealed, bankAccountMask } = numbers
  write.orm
    .update(customer)
    .set({
      ...toCustomerColumns(mixFields(copied.row, present, fields), present),
      ...(fields.includes('idCard') ? { idCardSealed, idCardMask } : {}),
      ...(fields.includes('bankAccount') ? { bankAccountSealed, bankAccountMask } : {}),
      ...(fields.includes('archived') ? placeOf(copied.row) : {}),
      ...(fields.includes('stage') ? { stageChangedAt: copied.row.stageChangedAt } : {}),
      // Always later than the edit before, even within one millisecond: editors compare this value.
      updatedAt: Math.max(clock(), present.updatedAt + 1),
    })
    .where(eq(customer.id, present.id))
    .run()
  return present.id
}

/** Archive and recycle bin go together: what is in the bin is archived, and what was merged away is in the bin. */
function placeOf({ archivedAt, deletedAt }: typeof customer.$inferSelect) {
  return { archivedAt, deletedAt, ...(deletedAt === null ? { mergedIntoId: null } : {}) }
}

/** A customer of the copy as a row of now, or null. */
function findSameCustomer(write: WriteContext['write'], copy: ReadHandle, id: number) {
  const there = statement<{ uid: string }>(copy, 'SELECT uid FROM customer WHERE id = ?').get(id)
  const sameUid = 'SELECT id FROM customer WHERE uid = ?'
  return statement<{ id: number }>(write, sameUid).get(there?.uid ?? '')?.id ?? null
}

/** An entry of the copy as a row of now, or null. */
function findSameFollowUp(write: WriteContext['write'], copy: ReadHandle, id: number) {
  const there = statement<{ uid: string }>(copy, 'SELECT uid FROM follow_up WHERE id = ?').get(id)
  const sameUid = 'SELECT id FROM follow_up WHERE uid = ?'
  return statement<{ id: number }>(write, sameUid).get(there?.uid ?? '')?.id ?? null
}

/** Somebody of the copy as a row of now; the caller for one whom this book has never seen. */
function personOf({ write, session }: WriteContext, copy: ReadHandle, id: number): number {
  return findUserId(write, getUserUid(copy, id)) ?? session.userId
}
