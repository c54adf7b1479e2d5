import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { fieldLevelOf, mayUse, type Relation, type Role } from '@shared/core/permissions'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import {
  type TimelineCursor,
  type TimelineItem,
  type TimelineKind,
  timelineKinds,
} from '@shared/features/timeline/timeline.schema'
import type { ReadContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import { listEntriesById } from '../follow-up-entries'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'

type Line = { kind: TimelineKind; id: number; at: number; personName: string; facts: string }

/** Where each kind lies: its moment, who did it, and what is told of it as JSON. Each is read by an index of its customer. */
const sources: Record<TimelineKind, { from: string; at: string; person: string; facts: string }> = {
  'follow-up': {
    from: 'follow_up WHERE customer_id = @customerId',
    at: 'occurred_at',
    person: 'follower_id',
    facts: `'{}'`,
  },
  stage: {
    from: 'stage_change WHERE customer_id = @customerId',
    at: 'at',
    person: 'user_id',
    facts: `json_object('from', from_stage, 'to', to_stage, 'reason', reason)`,
  },
  attachment: {
    from: 'attachment WHERE customer_id = @customerId',
    at: 'created_at',
    person: 'creator_id',
    facts: `json_object('fileName', file_name, 'bytes', (SELECT bytes FROM attachment_blob WHERE id = blob_id))`,
  },
  verification: {
    from: 'verification WHERE customer_id = @customerId',
    at: 'at',
    person: 'user_id',
    facts: `json_object('field', field, 'method', method, 'note', note)`,
  },
  merge: {
    from: 'customer WHERE merged_into_id = @customerId',
    at: 'ifnull(deleted_at, updated_at)',
    person: 'owner_id',
    facts: `json_object('code', code, 'name', name)`,
  },
  created: {
    from: 'customer WHERE id = @customerId',
    at: 'created_at',
    person: 'creator_id',
    facts: `json_object('source', source)`,
  },
}

/** One kind, newest first, behind the cursor. Within one moment kinds stand in the order of their list, then newer ids first. */
function branch(kind: TimelineKind, before: TimelineCursor | null): string {
  const { from, at, person, facts } = sources[kind]
  const behind =
    before === null ? '' : `AND (${at} < @at OR (${at} = @at AND ${later(kind, before)}))`
  return `SELECT * FROM (SELECT '${kind}' AS kind, id, ${at} AS at, ${person} AS person, ${facts} AS facts
    FROM ${from} ${behind} ORDER BY ${at} DESC, id DESC LIMIT @limit)`
}

function later(kind: TimelineKind, before: TimelineCursor): string {
  const [own, last] = [timelineKinds.indexOf(kind), timelineKinds.indexOf(before.kind)]
  if (own === last) return 'id < @id'
  return own > last ? 'TRUE' : 'FALSE'
}

const rank = `CASE kind ${timelineKinds.map((kind, index) => `WHEN '${kind}' THEN ${index}`).join(' ')} END`

/**
 * One page of everything that happened with a customer, newest first, by keyset: any depth costs the same (R004, R025). Kinds that the
 * person may not see are left out, and words that they may not see are empty (R084).
 * @throws AppError customers.not-found
 */
export function listTimeline(
  context: ReadContext,
  { customerId, kinds, before, limit }: RouteParsedInput<'customers.listTimeline'>,
): RouteOutput<'customers.listTimeline'> {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'customers.read', customerId)
  const shown = timelineKinds.filter(
    (kind) => (kinds.length === 0 || kinds.includes(kind)) && maySee(kind, session.role, relation),
  )
  if (shown.length === 0) return { items: [], hasMore: false }
  const lines = statement<Line>(
    read,
    `SELECT kind, line.id, at, facts, user.name AS personName
     FROM (${shown.map((kind) => branch(kind, before)).join(' UNION ALL ')}) line JOIN user ON user.id = person
     ORDER BY at DESC, ${rank}, line.id DESC LIMIT @limit`,
  ).all({ customerId, limit: limit + 1, at: before?.at ?? 0, id: before?.id ?? 0 })
  const page = lines.slice(0, limit)
  const seesNotes = fieldLevelOf(session.role, 'notes', relation) === 'full'
  return { items: toItems(read, page, seesNotes), hasMore: lines.length > limit }
}

/** Files and what was verified may tell what is in notes and contact details. */
function maySee(kind: TimelineKind, role: Role, relation: Relation): boolean {
  if (kind === 'follow-up') return mayUse(role, 'follow-ups.read', relation)
  if (kind === 'attachment') return fieldLevelOf(role, 'notes', relation) === 'full'
  if (kind === 'verification') return fieldLevelOf(role, 'contact', relation) !== 'none'
  return true
}

function toItems(read: ReadHandle, lines: Line[], seesNotes: boolean): TimelineItem[] {
  const wanted = lines.filter(({ kind }) => kind === 'follow-up').map(({ id }) => id)
  const entries = new Map(listEntriesById(read, wanted).map((entry) => [entry.id, entry]))
  return lines.map((line) => toItem(line, entries, seesNotes))
}

const words = ['reason', 'note'] as const

function toItem(
  { kind, id, at, personName, facts }: Line,
  entries: Map<number, FollowUpEntry>,
  seesNotes: boolean,
): TimelineItem {
  if (kind === 'follow-up') {
    const entry = entries.get(id)
    if (!entry) throw new Error('an entry went away within one transaction')
    return { kind, id, at, entry: seesNotes ? entry : { ...entry, content: '', nextNote: null } }
  }
  const told = JSON.parse(facts) as Record<string, string | number | null>
  if (!seesNotes) for (const word of words) if (word in told) told[word] = null
  return { kind, id, at, personName, ...told } as TimelineItem
}
