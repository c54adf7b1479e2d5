import type { RouteOutput, RouteParsedInput } from '@shared/contract'
import { fieldLevelOf } from '@shared/core/permissions'
import type { FollowUpEntry } from '@shared/features/follow-ups/follow-ups.schema'
import {
  type TimelineCursor,
  type TimelineItem,
  type TimelineKind,
  timelineKinds,
} from '@shared/features/timeline/timeline.schema'
import type { ReadContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import type { Onlooker } from '../customer-view'
import { listEntriesById } from '../follow-up-entries'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'
import { seenRows, seenTexts, timelineNotes, timelineSources } from '../timeline-sources'
import { provideWordSearch, toWords } from '../words-in-text'

type Line = { kind: TimelineKind; id: number; at: number; personName: string; facts: string }
type Asked = Pick<RouteParsedInput<'customers.listTimeline'>, 'kinds' | 'before' | 'text'>

/**
 * One page of everything that happened with a customer, newest first, by keyset: any depth costs the same (R004, R025). Kinds that the
 * person may not see are left out, and words that they may not see are neither told nor found (R084).
 * @throws AppError customers.not-found
 */
export function listTimeline(
  context: ReadContext,
  { customerId, limit, ...asked }: RouteParsedInput<'customers.listTimeline'>,
): RouteOutput<'customers.listTimeline'> {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'customers.read', customerId)
  const onlooker = { role: session.role, relation }
  const sql = timelineSql(asked, onlooker)
  if (sql === null) return { items: [], hasMore: false }
  const { before, text } = asked
  if (text !== '') provideWordSearch(read)
  const lines = statement<Line>(read, sql).all({
    ...{ customerId, me: session.userId, limit: limit + 1, words: toWords(text) ?? '[]' },
    ...{ at: before?.at ?? 0, id: before?.id ?? 0 },
  })
  const page = lines.slice(0, limit)
  return { items: toItems(read, page, onlooker), hasMore: lines.length > limit }
}

/** The text of the query over everything that somebody may see of a customer; null when that is nothing. */
export function timelineSql({ kinds, before, text }: Asked, onlooker: Onlooker): string | null {
  const isSearch = toWords(text) !== null
  const branches = timelineKinds
    .filter((kind) => kinds.length === 0 || kinds.includes(kind))
    .map((kind) => branch(kind, { before, isSearch }, onlooker))
    .filter((one) => one !== null)
  if (branches.length === 0) return null
  return `SELECT kind, line.id, at, facts, user.name AS personName
    FROM (${branches.join(' UNION ALL ')}) line JOIN user ON user.id = person
    ORDER BY at DESC, ${rank}, line.id DESC LIMIT @limit`
}

const rank = `CASE kind ${timelineKinds.map((kind, index) => `WHEN '${kind}' THEN ${index}`).join(' ')} END`

/** One kind, newest first, behind the cursor. Within one moment kinds stand in the order of their list, then newer ids first. */
function branch(
  kind: TimelineKind,
  { before, isSearch }: { before: TimelineCursor | null; isSearch: boolean },
  onlooker: Onlooker,
): string | null {
  const { rows, at, person, facts } = timelineSources[kind]
  const [seen, texts] = [seenRows(kind, onlooker), seenTexts(kind, onlooker)]
  if (seen === null || (isSearch && texts === null)) return null
  const conditions = [
    ...(seen === 'TRUE' ? [] : [seen]),
    // Bounded first, so that the index is entered at the cursor and not walked down to it.
    ...(before === null ? [] : [`${at} <= @at AND (${at} < @at OR ${later(kind, before)})`]),
    ...(isSearch ? [`holds_words(${texts}, @words)`] : []),
  ]
  const told = Object.entries(facts).map(([name, column]) => `'${name}', ${column}`)
  return `SELECT * FROM (SELECT '${kind}' AS kind, id, ${at} AS at, ${person} AS person,
      json_object(${told.join(', ')}) AS facts
    FROM ${[rows, ...conditions].join(' AND ')} ORDER BY ${at} DESC, id DESC LIMIT @limit)`
}

function later(kind: TimelineKind, before: TimelineCursor): string {
  const [own, last] = [timelineKinds.indexOf(kind), timelineKinds.indexOf(before.kind)]
  if (own === last) return 'id < @id'
  return own > last ? 'TRUE' : 'FALSE'
}

function toItems(read: ReadHandle, lines: Line[], onlooker: Onlooker): TimelineItem[] {
  const wanted = lines.filter(({ kind }) => kind === 'follow-up').map(({ id }) => id)
  const entries = new Map(listEntriesById(read, wanted, onlooker).map((entry) => [entry.id, entry]))
  const seesNotes = fieldLevelOf(onlooker.role, 'notes', onlooker.relation) === 'full'
  return lines.map((line) => toItem(line, entries, seesNotes))
}

function toItem(
  { kind, id, at, personName, facts }: Line,
  entries: Map<number, FollowUpEntry>,
  seesNotes: boolean,
): TimelineItem {
  if (kind === 'follow-up') {
    const entry = entries.get(id)
    if (!entry) throw new Error('an entry went away within one transaction')
    return { kind, id, at, entry }
  }
  const told = JSON.parse(facts) as Record<string, string | number | null>
  if (!seesNotes) for (const note of timelineNotes) if (note in told) told[note] = null
  return { kind, id, at, personName, ...told } as TimelineItem
}
