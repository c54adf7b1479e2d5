import { getTableColumns } from 'drizzle-orm'
import {
  automationLimits,
  type AutomationTrigger,
  type WatchedField,
} from '@shared/features/automation/automation.schema'
import { customer } from '../schema/customer'

type Values = Record<string, string | number | null>
/** Customers at whom something happened, as a subquery with the values it uses. */
type EventSql = { sql: string; values: Values }

/** Which changes of the journal to look at: a condition over `change`. */
export const ofThisCommand =
  'change.command_id = @commandId AND change.id > @after AND change.id <= @newest'
/** What people did lately and has not been taken back. */
export const doneSince = `change.command_id IN (SELECT id FROM command
  WHERE at >= @since AND kind = 'do' AND reversed_by IS NULL)`

const columns = getTableColumns(customer)
const hasField = (field: WatchedField) => `json_type(after, '$.${columns[field].name}') IS NOT NULL`

/**
 * The customers at whom the trigger of a rule went off, by the journal (R073); null for silence, which leaves no change.
 * @param changes which changes count; its values are for the caller to give
 */
export function eventSql(trigger: AutomationTrigger, changes: string): EventSql | null {
  switch (trigger.on) {
    case 'silence':
      return null
    case 'created':
      return {
        sql: `SELECT id FROM (SELECT row_id AS id FROM change WHERE ${changes} AND table_name = 'customer'
          AND operation = 'insert' ORDER BY change.id LIMIT ${automationLimits.createdAtOnce})`,
        values: {},
      }
    case 'stage':
      return {
        sql: `SELECT row_id FROM change WHERE ${changes} AND table_name = 'customer' AND operation = 'update'
          AND json_extract(after, '$.stage') IN (SELECT value FROM json_each(@stages))`,
        values: { stages: JSON.stringify(trigger.stages) },
      }
    case 'tag-added':
      return {
        sql: `SELECT link.customer_id FROM change JOIN customer_tag AS link ON link.id = change.row_id
          WHERE ${changes} AND table_name = 'customer_tag' AND operation = 'insert'
            AND link.tag_id IN (SELECT value FROM json_each(@tagIds))`,
        values: { tagIds: JSON.stringify(trigger.tagIds) },
      }
    case 'field':
      return fieldChanges(trigger, changes)
  }
}

function fieldChanges(
  { fields, customFieldIds }: AutomationTrigger & { on: 'field' },
  changes: string,
): EventSql {
  const own = `SELECT row_id FROM change WHERE ${changes} AND table_name = 'customer' AND operation = 'update'
    AND (${fields.map(hasField).join(' OR ')})`
  // What a new customer is made with is no change of it.
  const custom = `SELECT coalesce(json_extract(change.before, '$.customer_id'), kept.customer_id) AS whose
    FROM change LEFT JOIN custom_value AS kept ON kept.id = change.row_id
    WHERE ${changes} AND change.table_name = 'custom_value'
      AND coalesce(json_extract(change.before, '$.field_id'), kept.field_id) IN (SELECT value FROM json_each(@fieldIds))
      AND NOT EXISTS (SELECT 1 FROM change AS made WHERE made.table_name = 'customer' AND made.row_id = whose
        AND made.command_id = change.command_id AND made.operation = 'insert')`
  const parts = [
    ...(fields.length > 0 ? [own] : []),
    ...(customFieldIds.length > 0 ? [custom] : []),
  ]
  return {
    sql: parts.join(' UNION '),
    values: customFieldIds.length > 0 ? { fieldIds: JSON.stringify(customFieldIds) } : {},
  }
}
