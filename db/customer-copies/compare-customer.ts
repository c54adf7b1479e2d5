import type { RestoreDifference } from '@shared/features/restores/customer-restores.schema'
import { foldText } from '@shared/core/text'
import type { ReadHandle } from '../handles'
import { isErased } from '../repositories/deletion-log'
import { compareFollowUps } from './compare-follow-ups'
import { comparePeople } from './compare-people'
import { compareRecords } from './compare-records'
import { newAttachmentsOf } from './copied-attachments'
import { type CopiedCustomer, findCopied, nothingThere } from './copied-customer'
import { settleValues } from './compare-values'
import { compareFields } from './restored-fields'

type Counts = Omit<RestoreDifference, 'status'>

const nothing: Counts = {
  ...{ fields: [], emptyFields: [], newFollowUps: 0, changedFollowUps: 0, newTags: 0 },
  ...{ newContacts: 0, newPoints: 0, changedContacts: 0, newRecords: 0 },
  ...{ newValues: 0, changedValues: 0 },
  newAttachments: 0,
}

/**
 * What a backup holds of a customer that the book of now does not. What was added since the backup is no difference: nothing
 * of it ever goes.
 */
export function compareCustomer(copied: CopiedCustomer, present: ReadHandle): RestoreDifference {
  const { uid } = copied.row
  if (isErased(present, uid)) return { status: 'erased', ...nothing }
  const found = findCopied(present, uid)
  const settled = settleValues(copied, found ?? nothingThere, present)
  const custom = {
    newValues: settled.values.added.length,
    changedValues: settled.values.changed.length,
  }
  if (!found)
    return { status: 'missing', ...nothing, ...countBelongings(copied, nothingThere), ...custom }
  const { row } = settled.copied
  const difference = {
    // Every edit of a row moves `updated_at` on, and an undo brings it back: equal ones need no look, unless the notes got more.
    ...(row === copied.row && row.updatedAt === found.row.updatedAt
      ? { fields: [], emptyFields: [] }
      : compareFields(row, found.row)),
    ...countBelongings(copied, found),
    ...custom,
  }
  const { fields, emptyFields: _empty, ...counts } = difference
  const isSame = fields.length === 0 && Object.values(counts).every((count) => count === 0)
  return { status: isSame ? 'same' : 'changed', ...difference }
}

function countBelongings(
  copied: CopiedCustomer,
  found: typeof nothingThere,
): Omit<Counts, 'fields' | 'emptyFields' | 'newValues' | 'changedValues'> {
  const { added, changed } = compareFollowUps(copied, found)
  const people = comparePeople(copied, found)
  const { verifications, stageChanges } = compareRecords(copied, found)
  return {
    ...{ newFollowUps: added.length, changedFollowUps: changed.length },
    newTags: newTagsOf(copied, found).length,
    ...{ newContacts: people.contacts.length, newPoints: people.points.length },
    changedContacts: people.changedContacts.length + people.changedPoints.length,
    newRecords: verifications.length + stageChanges.length,
    newAttachments: newAttachmentsOf(copied, found).length,
  }
}

/** Tags that the customer wore and does not wear now, by axis and folded name. */
export function newTagsOf(
  copied: CopiedCustomer,
  present: Pick<CopiedCustomer, 'tags'>,
): CopiedCustomer['tags'] {
  const keyOf = ({ type, name }: CopiedCustomer['tags'][number]) => `${type}:${foldText(name)}`
  const worn = new Set(present.tags.map(keyOf))
  return copied.tags.filter((tag) => !worn.has(keyOf(tag)))
}
