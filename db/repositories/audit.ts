import { auditKindOf, readSubject } from '@shared/features/audit/audit.rules'
import type { AuditFilter, AuditLine } from '@shared/features/audit/audit.schema'
import { type AuditPage, findAuditIds } from '../audit-where'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'
import { namesOfCustomers, touchedCustomers } from '../audit-customers'

type StoredLine = Omit<AuditLine, 'kind' | 'customers' | 'customerCount'> & {
  commandId: number | null
}

type ListInput = { filter: AuditFilter; before: number | null; limit: number }

/** One page of the trail, newest first, by keyset (R087). Who may read it was decided by the route. */
export function listAudit(
  read: ReadHandle,
  { filter, before, limit }: ListInput,
): { lines: AuditLine[]; hasMore: boolean } {
  const page = { filter, newestFirst: true, edge: before, limit: limit + 1 }
  const lines = readLines(read, page)
  return { lines: lines.slice(0, limit), hasMore: lines.length > limit }
}

/** One page for the export, oldest first, after an id. */
export function pageAudit(
  read: ReadHandle,
  { filter, after, limit }: { filter: AuditFilter; after: number; limit: number },
): AuditLine[] {
  return readLines(read, { filter, newestFirst: false, edge: after, limit })
}

/** Everybody who ever had an account, for the filter, by name. */
export function listAuditUsers(read: ReadHandle): { id: number; name: string }[] {
  return statement<{ id: number; name: string }>(
    read,
    'SELECT id, name FROM user ORDER BY name, id',
  ).all()
}

function readLines(read: ReadHandle, page: AuditPage): AuditLine[] {
  return findAuditIds(read, page).map((id) => readLine(read, id))
}

function readLine(read: ReadHandle, id: number): AuditLine {
  const row = statement<StoredLine>(
    read,
    `SELECT e.id, e.at, e.route, e.user_id AS userId, u.name AS userName, e.changes, e.subject, e.hash,
       e.command_id AS commandId
     FROM audit_event e LEFT JOIN user u ON u.id = e.user_id WHERE e.id = ?`,
  ).get(id)
  if (!row) throw new Error('audit entry is gone')
  const { commandId, ...line } = row
  const subject = readSubject(line.subject)
  const touched =
    subject?.kind === 'customer'
      ? { ids: [subject.id], count: 1 }
      : touchedCustomers(read, { commandId, changes: line.changes })
  return {
    ...line,
    kind: auditKindOf(line.route),
    customers: namesOfCustomers(read, touched.ids),
    customerCount: touched.count,
  }
}
