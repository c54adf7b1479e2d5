/**
 * What of a command concerns the clocks, read from its journal in one pass for any number of customers. The texts are constants, so that
 * they are compiled once.
 */

const changes = (table: string, operation: string) =>
  `change WHERE command_id = @commandId AND table_name = '${table}' AND operation = '${operation}'`

/** Contact details of the customer's own row. */
const contactColumns = ['phone', 'email', 'contact_person', 'region_code', 'address']
/** The same of the people at it, and of their numbers. */
const personColumns = ['name', 'position', 'department']

const hadOneOf = (columns: string[]) =>
  columns.map((name) => `before ->> '$.${name}' IS NOT NULL`).join(' OR ')
const wrote = (column: string) => `json_type(after, '$.${column}') IS NOT NULL`

const causes = [
  // Filling in what was empty completes a profile; only what was there can have changed.
  `SELECT row_id AS customerId, 'contact' AS cause FROM ${changes('customer', 'update')} AND (${hadOneOf(contactColumns)})`,
  `SELECT (SELECT customer_id FROM contact WHERE id = row_id), 'contact' FROM ${changes('contact', 'update')}
     AND (${hadOneOf(personColumns)})`,
  `SELECT (SELECT customer_id FROM contact_point WHERE id = row_id), 'contact' FROM ${changes('contact_point', 'update')}
     AND ${wrote('raw')}`,
  ...['contact', 'contact_point'].map(
    (table) => `SELECT before ->> '$.customer_id', 'contact' FROM ${changes(table, 'delete')}`,
  ),
  `SELECT row_id, 'need' FROM ${changes('customer', 'update')} AND ${wrote('need')}`,
  `SELECT customer_id, kind FROM behavior WHERE kind IN ('purchase', 'complaint')
     AND id IN (SELECT row_id FROM ${changes('behavior', 'insert')})`,
  `SELECT customer_id, kind FROM service_case WHERE kind IN ('complaint', 'praise')
     AND id IN (SELECT row_id FROM ${changes('service_case', 'insert')}
       UNION ALL SELECT row_id FROM ${changes('service_case', 'update')} AND ${wrote('kind')})`,
]

/** Each customer and cause that a command raised, once. */
export const raisedCauses = `SELECT customerId, cause FROM (
    ${causes.join('\n    UNION ')}
  ) WHERE EXISTS (SELECT 1 FROM customer WHERE customer.id = customerId AND archived_at IS NULL)
    AND customerId NOT IN (SELECT row_id FROM ${changes('customer', 'insert')})
  ORDER BY customerId, cause`

/** Columns that people fill in at a customer; stage, tier, owner and place are about the work, not about who it is. */
const profileColumns = [
  ...['kind', 'name', ...contactColumns, 'gender', 'birth_date', 'lunar_birthday', 'occupation'],
  ...['id_card_sealed', 'bank_account_sealed', 'credit_code', 'industry', 'company_size'],
  ...['founded_on', 'annual_revenue', 'source', 'first_contact_on', 'external_id', 'referrer_id'],
  ...['need', 'notes', 'preference', 'price_sensitivity', 'scenario', 'decision_mode'],
  ...['decision_process', 'purchase_cycle_days'],
]
const profileKeys = profileColumns.map((name) => `'${name}'`).join(', ')
const profileParts = ['contact', 'contact_point', 'custom_value', 'verification']

const hasClock = (customerId: string) =>
  `EXISTS (SELECT 1 FROM deadline running WHERE running.customer_id = ${customerId} AND running.settled_at IS NULL)`

/** Customers with a running clock whose profile a command edited, or to whom somebody spoke. Whoever has no clock is passed over first. */
export const profileEdits = [
  `SELECT row_id FROM ${changes('customer', 'update')} AND ${hasClock('row_id')}
     AND EXISTS (SELECT 1 FROM json_each(after) WHERE json_each.key IN (${profileKeys}))`,
  `SELECT customer_id FROM follow_up WHERE interaction = 1 AND id IN (SELECT row_id FROM ${changes('follow_up', 'insert')})`,
  ...profileParts.flatMap((table) => [
    `SELECT before ->> '$.customer_id' FROM ${changes(table, 'delete')}`,
    `SELECT customer_id FROM ${table} WHERE id IN (
       SELECT row_id FROM ${changes(table, 'insert')} UNION ALL SELECT row_id FROM ${changes(table, 'update')})`,
  ]),
].join('\n  UNION ALL ')
