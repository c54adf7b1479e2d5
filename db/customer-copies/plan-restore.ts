import { AppError } from '@shared/core/errors'
import { roles } from '@shared/core/permissions'
import { mayOwn } from '@shared/features/ownership/ownership.rules'
import type {
  RestoreChoice,
  RestoreTotals,
  RestoredField,
} from '@shared/features/restores/customer-restores.schema'
import type { FieldCipher } from '../field-cipher'
import type { ReadHandle } from '../handles'
import { isErased } from '../repositories/deletion-log'
import type { followUp } from '../schema/follow-up'
import { statement } from '../statements'
import { newTagsOf } from './compare-customer'
import { compareFollowUps } from './compare-follow-ups'
import { comparePeople, onlyFree, type PeopleDifference } from './compare-people'
import { compareRecords, type RecordsDifference } from './compare-records'
import { isAttachmentFree, newAttachmentsOf } from './copied-attachments'
import { settleValues, type ValuesDifference } from './compare-values'
import { type CopiedCustomer, findCopied, getUserUid, nothingThere } from './copied-customer'
import { compareFields } from './restored-fields'
import { isCodeFree } from './take-code'
import { takeNumbers } from './take-numbers'

type FollowUpRow = typeof followUp.$inferSelect

/** What is written for one customer. */
export type RestorePlan = {
  copied: CopiedCustomer
  /** The row of now; null for one that comes back. */
  present: CopiedCustomer['row'] | null
  fields: RestoredField[]
  followUps: FollowUpRow[]
  changedFollowUps: { then: FollowUpRow; now: FollowUpRow }[]
  tags: CopiedCustomer['tags']
  people: PeopleDifference
  records: RecordsDifference
  attachments: CopiedCustomer['attachments']
  values: ValuesDifference
  /** Row id of the owner now; null when that person is gone. */
  ownerId: number | null
  numbersLost: number
  newCode: boolean
}
type Sources = { copy: ReadHandle; present: ReadHandle; fields: FieldCipher | null }

/**
 * What a choice would write now.
 * @throws AppError customer-restores.erased; core.not-found for a customer that is not in the copy
 */
export function planRestore(
  { copy, present, fields: cipher }: Sources,
  { uid, mode }: RestoreChoice,
): RestorePlan {
  if (isErased(present, uid)) throw new AppError('customer-restores.erased')
  const stored = findCopied(copy, uid)
  if (!stored) throw new AppError('core.not-found', 'customer is not in the copy')
  const found = findCopied(present, uid)
  const there = found ?? nothingThere
  const { copied, values } = settleValues(stored, there, present)
  const ownerId = findOwner(present, getUserUid(copy, copied.row.ownerId))
  const { added, changed } = compareFollowUps(copied, there)
  const people = onlyFree(comparePeople(copied, there), copied, { ...there, read: present })
  const common = {
    ...{ copied, ownerId },
    followUps: added.filter((entry) => isFree(present, entry.uid)),
    tags: newTagsOf(copied, there),
    attachments: newAttachmentsOf(copied, there).filter(({ row }) =>
      isAttachmentFree(present, row.uid),
    ),
  }
  if (!found)
    return {
      ...{ ...common, present: null, fields: [], changedFollowUps: [] },
      ...{ people, records: compareRecords(copied, there), values },
      numbersLost: takeNumbers(copied.row, cipher).lost,
      newCode: !isCodeFree(present, 'customer', copied.row.code),
    }
  const { fields, emptyFields } = compareFields(copied.row, found.row)
  const chosen = mode === 'replace' ? fields : emptyFields
  const readable = chosen.filter((field) => isReadable(field, copied, cipher))
  const isReplaced = mode === 'replace'
  return {
    ...{ ...common, present: found.row, fields: readable },
    changedFollowUps: isReplaced ? changed : [],
    people: isReplaced ? people : { ...people, changedContacts: [], changedPoints: [] },
    values: {
      added: values.added,
      changed: isReplaced ? values.changed : [],
      toNotes: readable.includes('notes') ? values.toNotes : 0,
    },
    // They belong to the stage and the fields of then.
    records: isReplaced ? compareRecords(copied, found) : { verifications: [], stageChanges: [] },
    numbersLost: chosen.length - readable.length,
    newCode: false,
  }
}

/** True when a plan writes nothing at all. */
export function isEmptyPlan(plan: RestorePlan): boolean {
  const { present, fields, followUps, changedFollowUps, tags, attachments } = plan
  const lists = [fields, followUps, changedFollowUps, tags, attachments]
  const isWritten = lists.some((rows) => rows.length > 0)
  return present !== null && !isWritten && Object.values(countsOf(plan)).every((n) => n === 0)
}

function countsOf({ people, records, values }: RestorePlan) {
  return {
    ...{ values: values.added.length, changedValues: values.changed.length },
    ...{ contacts: people.contacts.length, points: people.points.length },
    changedContacts: people.changedContacts.length + people.changedPoints.length,
    records: records.verifications.length + records.stageChanges.length,
  }
}

/** The sum of some plans. */
export function totalsOf(plans: readonly RestorePlan[]): RestoreTotals {
  const sum = (valueOf: (plan: RestorePlan) => number) =>
    plans.reduce((total, plan) => total + valueOf(plan), 0)
  return {
    newCustomers: sum(({ present }) => Number(present === null)),
    changedCustomers: sum((plan) => Number(plan.present !== null && !isEmptyPlan(plan))),
    followUps: sum(({ followUps }) => followUps.length),
    changedFollowUps: sum(({ changedFollowUps }) => changedFollowUps.length),
    tags: sum(({ tags }) => tags.length),
    contacts: sum((plan) => countsOf(plan).contacts),
    points: sum((plan) => countsOf(plan).points),
    changedContacts: sum((plan) => countsOf(plan).changedContacts),
    records: sum((plan) => countsOf(plan).records),
    attachments: sum(({ attachments }) => attachments.length),
    values: sum((plan) => countsOf(plan).values),
    changedValues: sum((plan) => countsOf(plan).changedValues),
    newFields: newFieldsOf(plans),
    valuesToNotes: sum(({ values }) => values.toNotes),
    newCodes: sum(({ newCode }) => Number(newCode)),
    newOwners: sum(({ present, ownerId }) => Number(present === null && ownerId === null)),
    numbersLost: sum(({ numbersLost }) => numbersLost),
  }
}

/** Several customers may bring the same field. */
function newFieldsOf(plans: readonly RestorePlan[]): number {
  const values = plans.flatMap(({ values: { added } }) => added)
  return new Set(values.flatMap(({ field, isNewField }) => (isNewField ? [field.uid] : []))).size
}

/** A number that the second key of now does not open must not replace one that it does. */
function isReadable(
  field: RestoredField,
  { row }: CopiedCustomer,
  cipher: FieldCipher | null,
): boolean {
  if (field !== 'idCard' && field !== 'bankAccount') return true
  const column = field === 'idCard' ? 'idCardSealed' : 'bankAccountSealed'
  return row[column] === null || takeNumbers(row, cipher).numbers[column] !== null
}

/** Somebody who is still there and may own customers. */
function findOwner(present: ReadHandle, uid: string): number | null {
  const row = statement<{ id: number }>(
    present,
    `SELECT id FROM user WHERE uid = @uid AND status IN ('active', 'pending')
       AND role IN (SELECT value FROM json_each(@owning))`,
  ).get({ uid, owning: JSON.stringify(roles.filter(mayOwn)) })
  return row?.id ?? null
}

/** An entry that hangs on another customer by now stays there. */
function isFree(present: ReadHandle, uid: string): boolean {
  return statement(present, 'SELECT 1 FROM follow_up WHERE uid = ?').get(uid) === undefined
}
