import type { RestoreDifference } from '@shared/features/restores/customer-restores.schema'
import { foldText } from '@shared/core/text'
import type { ReadHandle } from '../handles'
import { isErased } from '../repositories/deletion-log'
import type { followUp } from '../schema/follow-up'
import { newAttachmentsOf } from './copied-attachments'
import { type CopiedCustomer, findCopied } from './copied-customer'
import { compareFields } from './restored-fields'

type FollowUpRow = typeof followUp.$inferSelect

const nothing = {
  ...{ fields: [], emptyFields: [], newFollowUps: 0, changedFollowUps: 0, newTags: 0 },
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
  if (!found)
    return {
      ...{ status: 'missing', ...nothing },
      ...{ newFollowUps: copied.followUps.length, newTags: copied.tags.length },
      newAttachments: copied.attachments.length,
    }
  const { added, changed } = compareFollowUps(copied, found)
  const difference = {
    // Every edit of a row moves `updated_at` on, and an undo brings it back: equal ones need no look.
    ...(copied.row.updatedAt === found.row.updatedAt
      ? { fields: [], emptyFields: [] }
      : compareFields(copied.row, found.row)),
    ...{ newFollowUps: added.length, changedFollowUps: changed.length },
    newTags: newTagsOf(copied, found).length,
    newAttachments: newAttachmentsOf(copied, found).length,
  }
  const { fields, newFollowUps, changedFollowUps, newTags, newAttachments } = difference
  const isSame = fields.length + newFollowUps + changedFollowUps + newTags + newAttachments === 0
  return { status: isSame ? 'same' : 'changed', ...difference }
}

/** Entries of the backup that are not there now, and such that say something else. */
export function compareFollowUps(
  copied: CopiedCustomer,
  present: Pick<CopiedCustomer, 'followUps'>,
): { added: FollowUpRow[]; changed: { then: FollowUpRow; now: FollowUpRow }[] } {
  const now = new Map(present.followUps.map((entry) => [entry.uid, entry]))
  const both = copied.followUps.map((then) => ({ then, now: now.get(then.uid) }))
  return {
    added: both.filter((pair) => pair.now === undefined).map(({ then }) => then),
    changed: both.flatMap((pair) =>
      pair.now && saysElse(pair.then, pair.now) ? [{ then: pair.then, now: pair.now }] : [],
    ),
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

function saysElse(then: FollowUpRow, now: FollowUpRow): boolean {
  const { type, occurredAt, content, nextFollowAt, nextNote, nextDoneAt, interaction } = then
  return (
    type !== now.type ||
    occurredAt !== now.occurredAt ||
    content !== now.content ||
    nextFollowAt !== now.nextFollowAt ||
    nextNote !== now.nextNote ||
    nextDoneAt !== now.nextDoneAt ||
    interaction !== now.interaction
  )
}
