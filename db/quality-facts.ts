import type { CustomerKind, Tier } from '@shared/features/customers/customers.enums'
import type { QualityFacts } from '@shared/features/quality/quality.rules'
import type { ReadHandle } from './handles'
import { hasNeedTag, hasPoint } from './profile-parts'
import { statement } from './statements'

type Row = { id: number; kind: CustomerKind; tier: Tier; checks: string } & Pick<
  QualityFacts,
  'industry' | 'need' | 'source' | 'points' | 'needTags' | 'lastInteractionAt' | 'updatedAt'
> &
  QualityFacts['values']

// Presence is enough of the long texts, and the costly questions are asked only where the answer counts.
const sql = `SELECT c.id, c.kind, c.tier, c.name, c.phone, c.email, c.address, c.credit_code AS creditCode,
    c.id_card_mask AS idCard, c.industry, iif(c.need IS NULL, NULL, '') AS need, c.source,
    c.last_interaction_at AS lastInteractionAt, c.updated_at AS updatedAt,
    c.phone IS NULL AND c.email IS NULL
      AND ${hasPoint('c')} AS points,
    c.need IS NULL AND ${hasNeedTag('c')} AS needTags,
    (SELECT json_group_array(json_object('field', v.field, 'value', v.value, 'at', v.at))
      FROM verification v WHERE v.customer_id = c.id) AS checks
  FROM json_each(?) wanted CROSS JOIN customer c ON c.id = wanted.value`

/** What decides the quality of some customers, by id. Who may know what is asked by the rules. */
export function qualityFacts(read: ReadHandle, ids: number[]): Map<number, QualityFacts> {
  const rows = statement<Row>(read, sql).all(JSON.stringify(ids))
  return new Map(rows.map((row) => [row.id, toFacts(row)]))
}

function toFacts(row: Row): QualityFacts {
  const { kind, tier, name, phone, email, address, creditCode, idCard } = row
  const { industry, need, source, points, needTags, lastInteractionAt, updatedAt } = row
  return {
    ...{ kind, tier, industry, need, source, points, needTags, lastInteractionAt, updatedAt },
    values: { name, phone, email, address, creditCode, idCard },
    checks: JSON.parse(row.checks) as QualityFacts['checks'],
  }
}
