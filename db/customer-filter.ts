import { searchWords } from '@shared/core/text'
import type { CustomerFilter, CustomerSort } from '@shared/features/customers/customers.contract'
import { stageRankSql, tierRankSql } from './schema/ranks'

type SqlPart = { sql: string; values: unknown[] }
export type CustomerWhere = SqlPart & {
  /** Whether counting has to look at every row: then reading the table in its own order beats walking any index. */
  scans: boolean
}

/**
 * WHERE of the customer list. Conditions are ANDed, values of one condition ORed, words of the text ANDed as substrings of
 * the folded text. The SQL text depends on the kinds of conditions only, so that prepared statements are reused.
 */
export function customerWhere(filter: CustomerFilter): CustomerWhere {
  const parts: SqlPart[] = [
    { sql: `archived_at IS ${filter.archived ? 'NOT ' : ''}NULL`, values: [] },
  ]
  if (filter.stages.length > 0) parts.push(anyOf('stage', filter.stages))
  if (filter.tiers.length > 0) parts.push(anyOf('tier', filter.tiers))
  if (filter.tagIds.length > 0)
    parts.push({
      sql: `EXISTS (SELECT 1 FROM customer_tag WHERE customer_id = customer.id
        AND tag_id IN (SELECT value FROM json_each(?)))`,
      values: [JSON.stringify(filter.tagIds)],
    })
  for (const word of searchWords(filter.text))
    parts.push({ sql: 'instr(search_text, ?) > 0', values: [word] })
  return {
    sql: parts.map(({ sql }) => sql).join(' AND '),
    values: parts.flatMap(({ values }) => values),
    scans: parts.length > 1 && !filter.archived,
  }
}

function anyOf(column: 'stage' | 'tier', values: string[]): SqlPart {
  return { sql: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(values)] }
}

const sortColumns: Record<CustomerSort['by'], string> = {
  nextFollowAt: 'next_follow_at',
  lastInteractionAt: 'last_interaction_at',
  createdAt: 'created_at',
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
