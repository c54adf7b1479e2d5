import { AppError } from '@shared/core/errors'
import { accessByRole, type Role, scopeOf } from '@shared/core/permissions'
import { searchWords } from '@shared/core/text'
import type { CustomerFilter, CustomerSort } from '@shared/features/customers/customers.contract'
import type { Viewer } from '@shared/features/ownership/ownership.rules'
import type { QualitySettings } from '@shared/features/quality/quality.schema'
import { ownRows, readableRows, viewerValues } from './access'
import { qualitySql, qualityValues, seenInList } from './quality-sql'
import { stageRankSql, tierRankSql } from './schema/ranks'

type Values = Record<string, string | number | null>
/** Further conditions, with a value for each mark in them. */
export type ConditionSql = { sql: string[]; values: Values }
const noConditions: ConditionSql = { sql: [], values: {} }

export type CustomerWhere = {
  sql: string
  /** By name, for every mark in `sql`. */
  values: Values
  /** Hint of an index for finding and sorting, or empty. */
  index: string
  /** The same for counting. */
  countIndex: string
}

/**
 * WHERE of the customer list: what the viewer may read (R083), then the filter. Conditions are ANDed, values of one condition
 * ORed, words of the text ANDed as substrings of the folded texts. The SQL text depends on the kinds of conditions only, so
 * that prepared statements are reused.
 * @throws AppError core.forbidden when a role that may not see tags filters by them
 */
export function customerWhere(
  filter: CustomerFilter,
  viewer: Viewer,
  judging: { settings: QualitySettings; now: number },
  custom: ConditionSql = noConditions,
): CustomerWhere {
  if (filter.tagIds.length > 0 && scopeOf(viewer.role, 'tags.read') === 'none')
    throw new AppError('core.forbidden', 'role may not filter by tags')
  const words = searchWords(filter.text)
  const state = stateOf(filter)
  const reach = reachOf(filter, viewer, { state, isSearch: words.length > 0 })
  const conditions = [
    ...(filter.ownerIds.length > 0 ? [ownedBy(filter.pool)] : []),
    ...(filter.stages.length > 0 ? [anyOf('stage', 'stages')] : []),
    ...(filter.tiers.length > 0 ? [anyOf('tier', 'tiers')] : []),
    ...(filter.tagIds.length > 0 ? [tagged] : []),
    ...custom.sql,
    ...(filter.quality.length > 0 ? [anyFinding(filter, viewer, judging.settings)] : []),
    ...words.map((_, index) => matches(`@word${index}`, viewer.role)),
  ]
  const isAll = reach.sql === 'TRUE' && filter.ownerIds.length === 0 && state === atWork
  return {
    sql: [state, reach.sql, ...conditions].filter((part) => part !== 'TRUE').join(' AND '),
    values: {
      ...viewerValues(viewer),
      ...filterValues(filter),
      ...qualityValues(judging.settings, judging.now),
      ...wordValues(words),
      ...custom.values,
    },
    index: reach.index,
    countIndex: isAll ? indexForCounting(conditions.length > 0) : reach.index,
  }
}

const atWork = 'archived_at IS NULL'

/** At work, in the archive, or in the bin, where those that were merged into another one never show (R051, X5). */
function stateOf({ archived, bin }: CustomerFilter): string {
  if (bin) return 'deleted_at IS NOT NULL AND merged_into_id IS NULL'
  return archived ? 'archived_at IS NOT NULL AND deleted_at IS NULL' : atWork
}

type Reach = { sql: string; index: string }

/** The rows that the viewer may read, and which index has them. */
function reachOf(
  { pool }: CustomerFilter,
  viewer: Viewer,
  { state, isSearch }: { state: string; isSearch: boolean },
): Reach {
  const sql = readableRows(viewer, { pool })
  const index = pool ? poolIndex(viewer) : ''
  if (!isSearch || sql === 'TRUE') return { sql, index }
  // A search reads the texts of all these rows: in the order of the table, not jumping about as an index has them.
  return { sql: `id IN (SELECT id FROM customer ${index} WHERE ${state} AND ${sql})`, index: '' }
}

/** Left to itself, SQLite walks all rows in the order of the list to find the few that are in the pool. */
function poolIndex({ staleBefore }: Viewer): string {
  return `INDEXED BY ${staleBefore === null ? 'customer_by_pooled_at' : 'customer_by_owner_id'}`
}

/** Where every row has to be looked at, the table in its own order beats any index; to count all, the smallest index does. */
function indexForCounting(looksAtRows: boolean): string {
  return looksAtRows ? 'NOT INDEXED' : 'INDEXED BY customer_by_created_at'
}

const tagged = `EXISTS (SELECT 1 FROM customer_tag WHERE customer_id = customer.id
  AND tag_id IN (SELECT value FROM json_each(@tagIds)))`

/** What is in the pool is nobody's; in the pool's own list it is still asked who had it last. */
function ownedBy(pool: boolean): string {
  const owner = anyOf('owner_id', 'ownerIds')
  return pool ? owner : `${owner} AND pooled_at IS NULL`
}

function anyOf(column: 'stage' | 'tier' | 'owner_id', name: keyof CustomerFilter): string {
  return `${column} IN (SELECT value FROM json_each(@${name}))`
}

function anyFinding(
  { quality, pool }: CustomerFilter,
  { role }: Viewer,
  settings: QualitySettings,
) {
  const { findings } = qualitySql(settings, seenInList(role, { pool }))
  const wanted = [...new Set(quality)].sort()
  return `(${wanted.map((finding) => findings[finding]).join(' OR ')})`
}

/** Contact details are searched only where they may be seen whole, or a search would tell them digit by digit (R084). */
function matches(word: string, role: Role): string {
  const { own, others } = accessByRole[role].fields.contact
  const byName = `instr(search_text, ${word}) > 0`
  const byContact = `(instr(search_contact, ${word}) > 0 OR instr(search_people, ${word}) > 0)`
  if (others === 'full') return `(${byName} OR ${byContact})`
  return own === 'full' ? `(${byName} OR (${ownRows()} AND ${byContact}))` : byName
}

function filterValues({ ownerIds, stages, tiers, tagIds }: CustomerFilter): Values {
  return {
    ownerIds: JSON.stringify(ownerIds),
    stages: JSON.stringify(stages),
    tiers: JSON.stringify(tiers),
    tagIds: JSON.stringify(tagIds),
  }
}

function wordValues(words: string[]): Values {
  return Object.fromEntries(words.map((word, index) => [`word${index}`, word]))
}

const sortColumns: Record<CustomerSort['by'], string> = {
  nextFollowAt: 'next_follow_at',
  lastInteractionAt: 'last_interaction_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  name: 'name_pinyin',
  stage: stageRankSql,
  tier: tierRankSql,
}

/**
 * ORDER BY of the customer list, always ended by the id so that pages neither repeat nor skip a row. Customers without a next
 * step come last either way; never-contacted ones are the longest uncontacted, so they lead an ascending order.
 */
export function customerOrder({ by, direction }: CustomerSort): string {
  const way = direction === 'asc' ? 'ASC' : 'DESC'
  const nulls = by === 'nextFollowAt' ? ' NULLS LAST' : ''
  return `${sortColumns[by]} ${way}${nulls}, id ${way}`
}
