import { eq, getTableColumns, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf, mayUse } from '@shared/core/permissions'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { openableRows, viewerOf, viewerValues } from '../access'
import { activityOf } from '@shared/features/quality/activity.rules'
import { qualityOf, seenBy } from '@shared/features/quality/quality.rules'
import type { ReadContext } from '../context'
import { customByCustomer, seesCustomValues } from '../custom-value-rows'
import { findCustomerRelation, getCustomerRelation } from '../customer-relation'
import { tagsByCustomer } from '../customer-tags'
import { type Onlooker, viewContact, viewNotes, viewNumbers } from '../customer-view'
import type { ReadHandle } from '../handles'
import { qualityFacts } from '../quality-facts'
import { getQualitySettings } from '../quality-settings'
import { qualityStamps } from '../quality-stamps'
import { customer } from '../schema/customer'
import { user } from '../schema/user'
import { listStageSteps } from '../stage-rows'
import { prepared, statement } from '../statements'

const owner = alias(user, 'owner')
const creator = alias(user, 'creator')

const byId = ({ orm }: ReadHandle) =>
  orm
    .select({
      row: getTableColumns(customer),
      ownerName: owner.name,
      creatorName: creator.name,
    })
    .from(customer)
    .innerJoin(owner, eq(owner.id, customer.ownerId))
    .innerJoin(creator, eq(creator.id, customer.creatorId))
    .where(eq(customer.id, sql.placeholder('id')))
    .prepare()

/**
 * Everything of the customer page that the person may see, contact details masked (R083, R084, R089, X2).
 * @throws AppError customers.not-found, also for one that the person may not read
 */
export function getCustomer(context: ReadContext, id: number): CustomerDetail {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'customers.read', id)
  const found = prepared(read, byId).get({ id })
  if (!found) throw new AppError('customers.not-found')
  const { row, ownerName, creatorName } = found
  const onlooker = { role: session.role, relation }
  return {
    ...plainFields(row),
    ...viewContact(row, onlooker),
    ...viewNumbers(row, onlooker),
    ...viewNotes(row, onlooker),
    ...viewTimeline(read, id, onlooker),
    ...viewReferrer(context, row.referrerId),
    stageSteps: listStageSteps(read, row),
    referrals: countReferrals(context, id),
    ...{ ownerName, creatorName, relation },
    tags: viewTags(read, id, onlooker),
    custom: viewCustom(read, id, onlooker),
    ...viewQuality(context, row, onlooker),
  }
}

/** What everybody sees who may read the record. */
function plainFields(row: typeof customer.$inferSelect) {
  const { id, uid, code, kind, name, stage, stageChangedAt, tier, archivedAt } = row
  const { industry, creditCode, companySize, foundedOn, source, externalId, firstContactOn } = row
  const { ownerId, ownedSince, pooledAt, createdAt, updatedAt, nextFollowAt, lastInteractionAt } =
    row
  const { annualRevenue, purchaseCycleDays, expectedCloseOn, deletedAt, mergedIntoId } = row
  return {
    ...{ id, uid, code, kind, name, stage, stageChangedAt, tier, archivedAt },
    ...{ industry, creditCode, companySize, foundedOn, source, externalId, firstContactOn },
    ...{ ownerId, ownedSince, pooledAt, createdAt, updatedAt, nextFollowAt, lastInteractionAt },
    ...{ annualRevenue, purchaseCycleDays, expectedCloseOn, deletedAt, mergedIntoId },
  }
}

/** What the customer has in fields of one's own (R073). */
function viewCustom(read: ReadHandle, id: number, { role, relation }: Onlooker) {
  return seesCustomValues(role, relation) ? (customByCustomer(read, [id], null).get(id) ?? []) : []
}

/** Another customer's name is told only to who may read that one (R083). */
function viewReferrer(
  context: ReadContext,
  referrerId: number | null,
): Pick<CustomerDetail, 'referrerId' | 'referrerName'> {
  if (referrerId === null) return { referrerId, referrerName: null }
  const { read } = context
  const isReadable = findCustomerRelation(read, context, referrerId) !== null
  const named = statement<{ name: string }>(read, 'SELECT name FROM customer WHERE id = ?')
  return { referrerId, referrerName: isReadable ? (named.get(referrerId)?.name ?? null) : null }
}

/** How many customers this one brought; of those that the person may not read nothing is told, not even their number (R026, R083). */
function countReferrals(context: ReadContext, id: number): number {
  const { read } = context
  const viewer = viewerOf(read, context)
  const row = statement<{ total: number }>(
    read,
    `SELECT count(*) AS total FROM customer INDEXED BY customer_by_referrer
     WHERE referrer_id = @id AND deleted_at IS NULL AND ${openableRows(viewer)}`,
  ).get({ ...viewerValues(viewer), id })
  return row?.total ?? 0
}

function viewTags(read: ReadHandle, id: number, { role, relation }: Onlooker) {
  return mayUse(role, 'tags.read', relation) ? (tagsByCustomer(read, [id]).get(id) ?? []) : []
}

/**
 * A part that is hidden is not called missing either: that would tell whether it is there. How quiet it is follows from moments
 * that every reader sees.
 */
function viewQuality(
  { read, clock }: ReadContext,
  row: typeof customer.$inferSelect,
  onlooker: Onlooker,
): Pick<CustomerDetail, 'quality' | 'stamps' | 'activity'> {
  const { id } = row
  const facts = qualityFacts(read, [id]).get(id)
  if (!facts) throw new AppError('customers.not-found')
  const settings = getQualitySettings(read)
  const seen = seenBy(onlooker.role, onlooker.relation)
  return {
    quality: qualityOf(facts, { now: clock(), settings, seen }),
    activity: activityOf(row, settings, clock()),
    stamps: qualityStamps(read, { id, values: facts.values }, onlooker),
  }
}

function viewTimeline(
  read: ReadHandle,
  customerId: number,
  { role, relation }: Onlooker,
): Pick<CustomerDetail, 'followUpCount' | 'nextStep'> {
  if (!mayUse(role, 'follow-ups.read', relation)) return { followUpCount: 0, nextStep: null }
  const step = findNextStep(read, customerId)
  const seesNote = fieldLevelOf(role, 'notes', relation) === 'full'
  return {
    followUpCount: countFollowUps(read, customerId),
    nextStep: step && { ...step, note: seesNote ? step.note : null },
  }
}

function countFollowUps(read: ReadHandle, customerId: number): number {
  return (
    statement<{ total: number }>(
      read,
      'SELECT count(*) AS total FROM follow_up WHERE customer_id = ?',
    ).get(customerId)?.total ?? 0
  )
}

function findNextStep(read: ReadHandle, customerId: number): CustomerDetail['nextStep'] {
  const row = statement<NonNullable<CustomerDetail['nextStep']>>(
    read,
    `SELECT id AS followUpId, next_follow_at AS at, type, next_note AS note FROM follow_up
     WHERE customer_id = ? AND next_follow_at IS NOT NULL AND next_done_at IS NULL
     ORDER BY next_follow_at, id LIMIT 1`,
  ).get(customerId)
  return row ?? null
}
