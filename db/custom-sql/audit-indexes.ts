import { customerChildNames } from '../schema/customer-children'

/** Rows of a customer that were deleted: condition of an index, which a query has to repeat word by word. */
export const removedChildSql = `operation = 'delete' AND table_name IN (${customerChildNames.map((name) => `'${name}'`).join(', ')})`

/**
 * Ways into the audit trail and the journal that only the audit page takes (R087). A filter must not walk
 * a million entries; a removed row of a customer is known by its customer only inside the journal's JSON.
 */
export function auditIndexes(): string[] {
  return [
    `CREATE INDEX audit_event_by_route ON audit_event (route, id, user_id)`,
    `CREATE INDEX audit_event_by_command ON audit_event (command_id) WHERE command_id IS NOT NULL`,
    `CREATE INDEX audit_event_by_subject ON audit_event (subject) WHERE subject IS NOT NULL`,
    `CREATE INDEX change_by_removed_customer ON change (json_extract(before, '$.customer_id'))
     WHERE ${removedChildSql}`,
  ]
}
