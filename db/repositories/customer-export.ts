import { eq, getTableColumns, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { toCsvLine } from '@shared/core/csv'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf, isAllowed, mayUse } from '@shared/core/permissions'
import type { CustomField } from '@shared/features/custom-fields/custom-fields.schema'
import {
  exportCells,
  type ExportedCustomer,
  type ExportShape,
} from '@shared/features/exports/export-columns.rules'
import type { ExportSelection } from '@shared/features/exports/exports.contract'
import { relationOf } from '@shared/features/ownership/ownership.rules'
import { openableRows, viewerOf, viewerValues, writableRows } from '../access'
import type { ReadContext } from '../context'
import { readCustomFields } from '../custom-field-rows'
import { customWhere } from '../custom-filter'
import { customByCustomer, seesCustomValues } from '../custom-value-rows'
import { customerWhere } from '../customer-filter'
import { orderedIds } from '../customer-order'
import { assertReach } from '../customer-guard'
import { tagsByCustomer } from '../customer-tags'
import { type Onlooker, viewContact, viewNotes, viewNumbers } from '../customer-view'
import type { ReadHandle } from '../handles'
import { getQualitySettings } from '../quality-settings'
import { customer } from '../schema/customer'
import { user } from '../schema/user'
import { prepared, statement } from '../statements'

const permission = 'customers.export'
const owner = alias(user, 'owner')
const creator = alias(user, 'creator')
type Stored = typeof customer.$inferSelect

/**
 * The customers of an export in their order, and the custom fields that are its last columns. Of a filter, those that the
 * permission reaches; chosen ones it must reach all.
 * @throws AppError core.forbidden; customers.in-bin; for chosen ones as `assertReach`, for a filter as `listCustomerIds`
 */
export function beginExport(
  context: ReadContext,
  selection: ExportSelection,
): { ids: number[]; fields: CustomField[] } {
  const { read, session } = context
  if (!isAllowed(session.role, permission)) throw new AppError('core.forbidden')
  const fields = readCustomFields(read).filter(({ archivedAt }) => archivedAt === null)
  if (!('ids' in selection)) return { ids: idsOfFilter(context, selection), fields }
  const ids = [...new Set(selection.ids)]
  assertReach(read, context, permission, ids)
  return { ids, fields }
}

function idsOfFilter(
  context: ReadContext,
  { filter, sort }: Extract<ExportSelection, { filter: unknown }>,
): number[] {
  if (filter.bin) throw new AppError('customers.in-bin')
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const judging = { settings: getQualitySettings(read), now: clock() }
  const custom = customWhere(read, filter.custom, viewer)
  const where = customerWhere(filter, viewer, judging, custom)
  const sql = `${where.sql} AND ${writableRows(viewer, permission)}`
  return orderedIds(read, { where: { ...where, sql }, sort, viewer })
}

/**
 * The CSV lines of some customers in this order. One that is gone, out of reach or in the bin by now is left out, and what the
 * person does not see is in no cell (R084, R089), whatever the shape says.
 * @throws AppError core.forbidden
 */
export function readExport(
  context: ReadContext,
  { ids, shape }: { ids: number[]; shape: ExportShape },
): { text: string; rows: number } {
  const { read, session } = context
  const { role } = session
  if (!isAllowed(role, permission)) throw new AppError('core.forbidden')
  const viewer = viewerOf(read, context)
  const found = prepared(read, byIds).all({ ids: JSON.stringify(ids) })
  const rows = new Map(found.map((one) => [one.row.id, one]))
  const tags = tagsByCustomer(read, ids)
  const custom = customByCustomer(
    read,
    ids,
    shape.fields.map(({ id }) => id),
  )
  const referrers = namesOfReferrers(
    context,
    found.flatMap(({ row }) => row.referrerId ?? []),
  )
  const lines = ids.flatMap((id) => {
    const one = rows.get(id)
    if (!one || one.row.deletedAt !== null) return []
    const { row, ownerName, ownerRole, creatorName } = one
    const relation = relationOf({ ...row, ownerRole }, viewer)
    if (!mayUse(role, permission, relation)) return []
    const shown: ExportedCustomer = {
      ...viewRow(row, { role, relation }),
      ...{ ownerName, creatorName },
      referrerName: row.referrerId === null ? null : (referrers.get(row.referrerId) ?? null),
      tags: mayUse(role, 'tags.read', relation) ? (tags.get(id) ?? []) : [],
      custom: seesCustomValues(role, relation) ? (custom.get(id) ?? []) : [],
    }
    return [toCsvLine(exportCells(shown, shape))]
  })
  return { text: lines.join(''), rows: lines.length }
}

const byIds = ({ orm }: ReadHandle) =>
  orm
    .select({
      row: getTableColumns(customer),
      ownerName: owner.name,
      ownerRole: owner.role,
      creatorName: creator.name,
    })
    .from(customer)
    .innerJoin(owner, eq(owner.id, customer.ownerId))
    .innerJoin(creator, eq(creator.id, customer.creatorId))
    .where(sql`${customer.id} IN (SELECT value FROM json_each(${sql.placeholder('ids')}))`)
    .prepare()

/** The row itself; phone and e-mail whole where contact details are, which the page shows only on a click. */
function viewRow(
  row: Stored,
  onlooker: Onlooker,
): Omit<ExportedCustomer, 'ownerName' | 'creatorName' | 'referrerName' | 'tags' | 'custom'> {
  const { name, kind, code, externalId, stage, tier, industry, companySize, foundedOn } = row
  const { creditCode, annualRevenue, source, firstContactOn, purchaseCycleDays } = row
  const { expectedCloseOn, nextFollowAt, lastInteractionAt, createdAt, updatedAt } = row
  const contact = viewContact(row, onlooker)
  const isWhole = fieldLevelOf(onlooker.role, 'contact', onlooker.relation) === 'full'
  return {
    ...{ name, kind, code, externalId, stage, tier, industry, companySize, foundedOn },
    ...{ creditCode, annualRevenue, source, firstContactOn, purchaseCycleDays },
    ...{ expectedCloseOn, nextFollowAt, lastInteractionAt, createdAt, updatedAt },
    ...contact,
    ...viewNumbers(row, onlooker),
    ...viewNotes(row, onlooker),
    phone: isWhole ? row.phone : contact.phoneMasked,
    email: isWhole ? row.email : contact.emailMasked,
  }
}

/** Another customer's name is told only to who may read that one (R083). */
function namesOfReferrers(context: ReadContext, ids: number[]): Map<number, string> {
  if (ids.length === 0) return new Map()
  const { read } = context
  const viewer = viewerOf(read, context)
  const rows = statement<{ id: number; name: string }>(
    read,
    `SELECT id, name FROM customer
     WHERE id IN (SELECT value FROM json_each(@ids)) AND ${openableRows(viewer)}`,
  ).all({ ...viewerValues(viewer), ids: JSON.stringify(ids) })
  return new Map(rows.map(({ id, name }) => [id, name]))
}
