import { isAskable, silenceCutoff } from '@shared/features/conditions/conditions.rules'
import type {
  Condition,
  ConditionGroup,
  ConditionSet,
} from '@shared/features/conditions/conditions.schema'
import { customConditionSql } from './custom-filter'
import { readCustomFields } from './custom-field-rows'
import type { ReadHandle } from './handles'

type Values = Record<string, string | number | null>
export type RuleSql = { sql: string; values: Values }

/**
 * A rule as one condition over the table `customer`, true or false and never null (R040, R073): `meetsConditions` for many at once.
 * Each part asks the row itself, so that one customer costs as little as one look-up.
 * @param many for the whole book: where it is faster, a part is answered for all customers at once
 * @returns null for a rule that cannot be asked any more, such as of a field whose type was changed
 */
export function conditionSql(
  read: ReadHandle,
  set: ConditionSet,
  now: number,
  { many = false }: { many?: boolean } = {},
): RuleSql | null {
  const values: Values = {}
  let asked = 0
  const one = (condition: Condition): string | null => {
    const name = `asked${asked}`
    asked += 1
    const part = partOf(read, condition, { name, now, many })
    if (part) Object.assign(values, part.values)
    return part?.sql ?? null
  }
  const joined = ({ match, conditions }: ConditionGroup, more: (string | null)[] = []) => {
    const parts = [...conditions.map(one), ...more]
    if (parts.includes(null)) return null
    return parts.length === 0 ? 'TRUE' : `(${parts.join(match === 'all' ? ' AND ' : ' OR ')})`
  }
  const groups = set.groups.map((group) => joined(group))
  const sql = joined(set, groups)
  return sql === null ? null : { sql, values }
}

type Asking = { name: string; now: number; many: boolean }

function partOf(
  read: ReadHandle,
  condition: Condition,
  { name, now, many }: Asking,
): RuleSql | null {
  switch (condition.field) {
    case 'kind':
    case 'stage':
    case 'tier':
      return among(`customer.${condition.field}`, condition, name)
    case 'size':
      return among('company_size', condition, name)
    case 'industry':
    case 'source':
      return condition.op === 'contains'
        ? holding(condition.field, condition.values, name)
        : among(condition.field, condition, name)
    case 'region':
      return {
        sql: `${condition.op === 'any' ? '' : 'NOT '}EXISTS (SELECT 1 FROM json_each(@${name}) AS prefix
          WHERE substr(region_code, 1, length(prefix.value)) = prefix.value)`,
        values: { [name]: JSON.stringify(condition.values) },
      }
    case 'silence': {
      const isLong = condition.op === 'at-least'
      const cutoff = silenceCutoff(now, isLong ? condition.days : condition.days + 1)
      return {
        sql: `coalesce(last_interaction_at, created_at) ${isLong ? '<' : '>='} @${name}`,
        values: { [name]: cutoff },
      }
    }
    case 'follow-ups':
      return {
        sql: many ? countedAtOnce(condition.op, name) : countedOne(condition.op, name),
        values: { [name]: condition.count },
      }
    case 'revenue':
      return {
        sql: `(annual_revenue IS NOT NULL AND annual_revenue >= coalesce(@${name}From, annual_revenue)
          AND annual_revenue <= coalesce(@${name}To, annual_revenue))`,
        values: { [`${name}From`]: condition.from, [`${name}To`]: condition.to },
      }
    case 'tag':
      return {
        sql: `${condition.op === 'any' ? '' : 'NOT '}EXISTS (SELECT 1 FROM customer_tag AS worn
          WHERE worn.customer_id = customer.id AND worn.tag_id IN (SELECT value FROM json_each(@${name})))`,
        values: { [name]: JSON.stringify(condition.tagIds) },
      }
    case 'custom': {
      const field = readCustomFields(read).find(({ id }) => id === condition.condition.fieldId)
      if (!field || !isAskable(condition.condition, field)) return null
      return many
        ? customConditionSql(condition.condition, field, name)
        : customConditionSql(condition.condition, field, name, ofTheRow)
    }
  }
}

const countedOne = (op: 'at-least' | 'at-most', name: string) =>
  `(SELECT count(*) FROM follow_up WHERE follow_up.customer_id = customer.id AND interaction = 1)
    ${op === 'at-least' ? '>=' : '<='} @${name}`

/** Reads the timeline once through, instead of jumping to each customer's part of it. */
const countedAtOnce = (op: 'at-least' | 'at-most', name: string) =>
  op === 'at-least'
    ? `(@${name} <= 0 OR customer.id IN (${countedIn} HAVING count(*) >= @${name}))`
    : `customer.id NOT IN (${countedIn} HAVING count(*) > @${name})`
const countedIn = 'SELECT customer_id FROM follow_up WHERE interaction = 1 GROUP BY customer_id'

const ofTheRow = (name: string, asked: string) =>
  `EXISTS (SELECT 1 FROM custom_value WHERE customer_id = customer.id AND field_id = @${name} AND ${asked})`

function among(
  column: string,
  { op, values }: { op: string; values: readonly string[] },
  name: string,
): RuleSql {
  const isIn = `coalesce(${column} IN (SELECT value FROM json_each(@${name})), FALSE)`
  return {
    sql: op === 'any' ? isIn : `NOT ${isIn}`,
    values: { [name]: JSON.stringify(values) },
  }
}

function holding(column: string, parts: readonly string[], name: string): RuleSql {
  return {
    sql: `EXISTS (SELECT 1 FROM json_each(@${name}) AS part WHERE instr(lower(${column}), lower(part.value)) > 0)`,
    values: { [name]: JSON.stringify(parts) },
  }
}
