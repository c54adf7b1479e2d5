import { mayUse, type Role } from '@shared/core/permissions'
import type { CustomerFilter, CustomerSort } from '@shared/features/customers/customers.contract'
import type { CustomerRow } from '@shared/features/customers/customers.schema'
import { relationOf, type Viewer } from '@shared/features/ownership/ownership.rules'
import {
  markOf,
  type QualityFacts,
  qualityOf,
  seenBy,
} from '@shared/features/quality/quality.rules'
import type { QualitySettings } from '@shared/features/quality/quality.schema'
import { viewerOf } from '../access'
import type { ReadContext } from '../context'
import { customWhere } from '../custom-filter'
import { customByCustomer, seesCustomValues } from '../custom-value-rows'
import { customerOrder, type CustomerWhere, customerWhere } from '../customer-filter'
import { orderedIds } from '../customer-order'
import { tagsByCustomer } from '../customer-tags'
import { viewContactLine } from '../customer-view'
import type { ReadHandle } from '../handles'
import { qualityFacts } from '../quality-facts'
import { getQualitySettings } from '../quality-settings'
import { statement } from '../statements'

type ListedRow = Omit<CustomerRow, 'tags' | 'phoneMasked' | 'relation' | 'custom' | 'quality'> & {
  phone: string | null
  ownerRole: Role
  ownedSince: number | null
  pooledAt: number | null
}

const rowColumns = `id, code, kind, name, contact_person AS contactPerson, phone, industry, stage, tier,
  next_follow_at AS nextFollowAt, last_interaction_at AS lastInteractionAt, created_at AS createdAt,
  archived_at AS archivedAt, owner_id AS ownerId, owned_since AS ownedSince, pooled_at AS pooledAt,
  (SELECT user.name FROM user WHERE user.id = owner_id) AS ownerName,
  (SELECT user.role FROM user WHERE user.id = owner_id) AS ownerRole`

type Judging = { settings: QualitySettings; now: number }
type Page = {
  filter: CustomerFilter
  sort: CustomerSort
  /** Custom fields whose values are wanted. */
  columns: number[]
  offset: number
  limit: number
}

/**
 * One page of the list with the total of the whole filter, as far as the person may read (R083, R084); phones are masked (X2).
 * @throws AppError core.forbidden when a role filters by tags or custom fields that it may not see; as `customWhere` and
 * `orderedIds`
 */
export function listCustomers(
  context: ReadContext,
  { filter, sort, columns, offset, limit }: Page,
): { rows: CustomerRow[]; total: number } {
  const { read } = context
  const viewer = viewerOf(read, context)
  const judging = judgingOf(context)
  const custom = customWhere(read, filter.custom, viewer)
  const where = customerWhere(filter, viewer, judging, custom)
  const asked = { where, sort, viewer }
  const rows =
    sort.fieldId === undefined
      ? rowsOfPage(read, asked, { limit, offset })
      : rowsInOrder(read, orderedIds(read, asked, { limit, offset }))
  // A page that is not full is the last one, and its end is the total.
  const isLast = rows.length < limit && (rows.length > 0 || offset === 0)
  const total = isLast ? offset + rows.length : countMatches(read, where)
  const ids = rows.map(({ id }) => id)
  const [tags, facts] = [tagsByCustomer(read, ids), qualityFacts(read, ids)]
  const values =
    columns.length > 0
      ? customByCustomer(read, ids, columns)
      : new Map<number, CustomerRow['custom']>()
  return {
    total,
    rows: rows.flatMap((row) => {
      const found = facts.get(row.id)
      const shown = { tags: tags.get(row.id) ?? [], custom: values.get(row.id) ?? [] }
      return found ? [toRow(row, { viewer, judging }, found, shown)] : []
    }),
  }
}

/**
 * Ids of all matching customers in list order.
 * @throws as `listCustomers`
 */
export function listCustomerIds(
  context: ReadContext,
  { filter, sort }: Pick<Page, 'filter' | 'sort'>,
): number[] {
  const { read } = context
  const viewer = viewerOf(read, context)
  const custom = customWhere(read, filter.custom, viewer)
  const where = customerWhere(filter, viewer, judgingOf(context), custom)
  return orderedIds(read, { where, sort, viewer })
}

function judgingOf({ read, clock }: ReadContext): Judging {
  return { settings: getQualitySettings(read), now: clock() }
}

type Asked = { where: CustomerWhere; sort: CustomerSort }

/** Found and sorted by id alone first: then an index answers, and only the rows that are shown are read. */
function rowsOfPage(
  read: ReadHandle,
  { where, sort }: Asked,
  page: Pick<Page, 'offset' | 'limit'>,
): ListedRow[] {
  const ids = `SELECT id FROM customer ${where.index} WHERE ${where.sql} ORDER BY ${customerOrder(sort)} LIMIT @limit OFFSET @offset`
  return statement<ListedRow>(
    read,
    `SELECT ${rowColumns} FROM customer WHERE id IN (${ids}) ORDER BY ${customerOrder(sort)}`,
  ).all({ ...where.values, ...page })
}

function rowsInOrder(read: ReadHandle, ids: number[]): ListedRow[] {
  return statement<ListedRow>(
    read,
    `SELECT ${rowColumns} FROM (SELECT key AS place, value AS wanted FROM json_each(?))
     CROSS JOIN customer ON customer.id = wanted ORDER BY place`,
  ).all(JSON.stringify(ids))
}

function countMatches(read: ReadHandle, where: CustomerWhere): number {
  const row = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM customer ${where.countIndex} WHERE ${where.sql}`,
  ).get(where.values)
  return row?.total ?? 0
}

function toRow(
  row: ListedRow,
  { viewer, judging }: { viewer: Viewer; judging: Judging },
  facts: QualityFacts,
  { tags, custom }: Pick<CustomerRow, 'tags' | 'custom'>,
): CustomerRow {
  const { phone: _phone, ownerRole: _ownerRole, ownedSince: _since, pooledAt: _at, ...shown } = row
  const relation = relationOf(row, viewer)
  return {
    ...shown,
    ...viewContactLine(row, { role: viewer.role, relation }),
    relation,
    quality: markOf(qualityOf(facts, { ...judging, seen: seenBy(viewer.role, relation) })),
    tags: mayUse(viewer.role, 'tags.read', relation) ? tags : [],
    custom: seesCustomValues(viewer.role, relation) ? custom : [],
  }
}
