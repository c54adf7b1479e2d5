import { maskPhone } from '@shared/core/phone'
import type { CustomerFilter, CustomerSort } from '@shared/features/customers/customers.contract'
import type { Stage } from '@shared/features/customers/customers.enums'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import { customerOrder, type CustomerWhere, customerWhere } from '../customer-filter'
import { tagsByCustomer } from '../customer-tags'
import type { ReadHandle } from '../handles'
import { stageRankSql } from '../schema/ranks'
import { statement } from '../statements'

type ListedRow = Omit<CustomerRow, 'tags' | 'phoneMasked'> & { phone: string | null }

const rowColumns = `id, code, kind, name, contact_person AS contactPerson, phone, industry, stage, tier,
  next_follow_at AS nextFollowAt, last_interaction_at AS lastInteractionAt, created_at AS createdAt,
  archived_at AS archivedAt`

type Page = { filter: CustomerFilter; sort: CustomerSort; offset: number; limit: number }

/** One page of the list with the total of the whole filter; phones are masked (X2). */
export function listCustomers(
  read: ReadHandle,
  { filter, sort, offset, limit }: Page,
): { rows: CustomerRow[]; total: number } {
  const where = customerWhere(filter)
  const rows = statement<ListedRow>(
    read,
    `SELECT ${rowColumns} FROM customer WHERE ${where.sql} ORDER BY ${customerOrder(sort)} LIMIT ? OFFSET ?`,
  ).all(...where.values, limit, offset)
  // A page that is not full is the last one, and its end is the total.
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0)
  const total = isLast ? offset + rows.length : countMatches(read, where)
  const tags = tagsByCustomer(
    read,
    rows.map(({ id }) => id),
  )
  return { total, rows: rows.map((row) => toRow(row, tags.get(row.id) ?? [])) }
}

/** Ids of all matching customers in list order. */
export function listCustomerIds(
  read: ReadHandle,
  { filter, sort }: Omit<Page, 'offset' | 'limit'>,
): number[] {
  const where = customerWhere(filter)
  return statement<{ id: number }>(
    read,
    `SELECT id FROM customer WHERE ${where.sql} ORDER BY ${customerOrder(sort)}`,
  )
    .all(...where.values)
    .map(({ id }) => id)
}

function countMatches(read: ReadHandle, where: CustomerWhere): number {
  const row = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM customer ${where.scans ? 'NOT INDEXED' : ''} WHERE ${where.sql}`,
  ).get(...where.values)
  return row?.total ?? 0
}

function toRow({ phone, ...row }: ListedRow, tags: CustomerRow['tags']): CustomerRow {
  return { ...row, phoneMasked: phone === null ? null : maskPhone(phone), tags }
}

export type CustomerCounts = { active: number; archived: number; byStage: Record<Stage, number> }

/** Numbers beside the views: customers at work by stage, and archived ones. */
export function countCustomersByStage(read: ReadHandle): CustomerCounts {
  const byStage: Record<Stage, number> = { prospect: 0, intent: 0, won: 0, repeat: 0, lost: 0 }
  // Grouped by rank, because the index on it holds all that is needed.
  const rows = statement<{ stageRank: number; total: number }>(
    read,
    `SELECT ${stageRankSql} AS stageRank, count(*) AS total FROM customer WHERE archived_at IS NULL GROUP BY ${stageRankSql}`,
  ).all()
  const names = Object.keys(byStage) as Stage[]
  for (const { stageRank, total } of rows) {
    const name = names[stageRank - 1]
    if (name) byStage[name] = total
  }
  const archived = countMatches(read, {
    sql: 'archived_at IS NOT NULL',
    values: [],
    scans: false,
  })
  const active = Object.values(byStage).reduce((sum, total) => sum + total, 0)
  return { active, archived, byStage }
}
