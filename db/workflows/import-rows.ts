import type { ImportRow } from '@shared/features/imports/import-row.schema'
import { tagKey, uniqueTags } from '@shared/features/tags/tags.rules'
import { fieldLevelOf } from '@shared/core/permissions'
import { takeCodes } from '../code-sequence'
import type { WriteContext } from '../context'
import { toPointColumns } from '../contact-columns'
import { toCustomerColumns } from '../customer-columns'
import { toPeopleText } from '../customer-people'
import { writableFields, writableNumbers } from '../customer-rights'
import { readCustomFields } from '../custom-field-rows'
import { writeCustomValues } from '../custom-value-rows'
import { insertRow } from '../insert-row'
import { recordImport } from '../repositories/imports'
import { contactPoint } from '../schema/contact'
import { customer } from '../schema/customer'
import { followUp } from '../schema/follow-up'
import { customerTag } from '../schema/tag'
import { ensureTag } from '../tag-rows'

type Import = { fileName: string; rejected: number; rows: ImportRow[] }
type Entry = {
  occurredAt: number
  content: string
  nextFollowAt: number | null
  interaction: 0 | 1
}

/**
 * Writes the good rows of a file under the running command: customers, their further numbers, custom fields, tags and timeline (R027,
 * R050, R052, R073).
 * The person who imports owns them; groups of fields that they may not see whole stay empty (R084). One undo takes everything back.
 */
export function importRows(
  context: WriteContext,
  { fileName, rejected, rows }: Import,
): { customers: number; batchId: number } {
  const now = context.clock()
  const timelines = rows.map((row) => toTimeline(row, fileName, now))
  const customerCode = takeCodes(context.write, 'C', now, rows.length)
  const entryCount = timelines.reduce((sum, entries) => sum + entries.length, 0)
  const entryCode = takeCodes(context.write, 'F', now, entryCount)
  const tagIdOf = createTagCache(context)
  const fields = readCustomFields(context.write)
  let written = 0
  rows.forEach((row, index) => {
    const entries = timelines[index] ?? []
    const customerId = writeCustomer(context, row, customerCode(index), entries, now)
    writeCustomValues(context, { customerId, relation: 'own' }, row.custom, fields)
    for (const entry of entries) writeEntry(context, customerId, entryCode(written++), entry, now)
    for (const tag of uniqueTags(row.tags))
      insertRow(context.write, customerTag, {
        ...{ customerId, tagId: tagIdOf(tag), createdAt: now, source: 'person' },
      })
  })
  const batchId = recordImport(context, { fileName, customers: rows.length, rejected })
  return { customers: rows.length, batchId }
}

/**
 * A row's entries, oldest first. Those without a date get the moment of the import. The planned next date stands on the latest
 * entry; without any entry it gets one of its own, named after the file, that does not count as an interaction (D2).
 */
function toTimeline(
  { followUps, nextFollowAt }: ImportRow,
  fileName: string,
  now: number,
): Entry[] {
  const entries = followUps
    .map(({ on, content }): Entry => ({
      occurredAt: on === null ? now : startOfLocalDate(on),
      content,
      nextFollowAt: null,
      interaction: 1,
    }))
    .sort((a, b) => a.occurredAt - b.occurredAt)
  if (nextFollowAt === null) return entries
  const latest = entries.at(-1)
  if (!latest) return [{ occurredAt: now, content: noteOf(fileName), nextFollowAt, interaction: 0 }]
  latest.nextFollowAt = nextFollowAt
  return entries
}

/** What the timeline says of a next step that came without a contact; both languages, since it is stored as text. */
function noteOf(fileName: string): string {
  return `导入 Import · ${fileName}`
}

function writeCustomer(
  context: WriteContext,
  row: ImportRow,
  code: string,
  entries: Entry[],
  now: number,
): number {
  const { write, session, newUid } = context
  const identity = { uid: newUid(), code }
  const writer = { role: session.role, relation: 'own' } as const
  const seesContact = fieldLevelOf(writer.role, 'contact', writer.relation) === 'full'
  const points = (seesContact ? row.points : []).map((point) => toPointColumns(point))
  const past = entries.filter((entry) => entry.interaction === 1 && entry.occurredAt <= now)
  const id = insertRow(write, customer, {
    ...identity,
    ...toCustomerColumns(writableFields(row.fields, writer, null), identity),
    ...writableNumbers(context, row.fields, { ...writer, ...identity }, null),
    ownerId: session.userId,
    creatorId: session.userId,
    ownedSince: null,
    pooledAt: null,
    stageChangedAt: now,
    nextFollowAt: row.nextFollowAt,
    lastInteractionAt: past.at(-1)?.occurredAt ?? null,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    ...{
      deletedAt: null,
      mergedIntoId: null,
      searchPeople: toPeopleText([], points),
    },
  })
  points.forEach((point, sort) =>
    insertRow(write, contactPoint, {
      ...{ ...point, customerId: id, contactId: null, uid: newUid(), sort },
      ...{ createdAt: now, updatedAt: now },
    }),
  )
  return id
}

function writeEntry(
  { write, session, newUid }: WriteContext,
  customerId: number,
  code: string,
  entry: Entry,
  now: number,
): void {
  insertRow(write, followUp, {
    ...entry,
    ...{ customerId, code },
    uid: newUid(),
    type: 'other',
    nextNote: null,
    nextDoneAt: null,
    ...{ outcome: null, contactId: null, nextType: null, nextAllDay: 0 },
    followerId: session.userId,
    createdAt: now,
    updatedAt: now,
  })
}

function createTagCache(context: WriteContext) {
  const ids = new Map<string, number>()
  return (tag: ImportRow['tags'][number]): number => {
    const key = tagKey(tag)
    const id = ids.get(key) ?? ensureTag(context, tag)
    ids.set(key, id)
    return id
  }
}

function startOfLocalDate(isoDate: string): number {
  const [year = 1970, month = 1, day = 1] = isoDate.split('-').map(Number)
  return new Date(year, month - 1, day).getTime()
}
