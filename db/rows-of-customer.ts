import { removedChildSql } from './custom-sql/audit-indexes'
import { customerChildNames } from './schema/customer-children'

/** Rows that are or were the customer's, as `name` and `id`: itself and all that belong to it, those that are gone too. */
export const rowsOfCustomer = `SELECT 'customer' AS name, @customerId AS id
  ${customerChildNames.map((name) => `UNION SELECT '${name}', id FROM ${name} WHERE customer_id = @customerId`).join(' ')}
  UNION SELECT table_name, row_id FROM change INDEXED BY change_by_removed_customer
    WHERE ${removedChildSql}
      AND json_extract(before, '$.customer_id') = @customerId`
