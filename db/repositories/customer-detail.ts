import { eq, getTableColumns, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { maskEmail } from '@shared/core/email'
import { AppError } from '@shared/core/errors'
import { maskIdCard } from '@shared/core/id-card'
import { maskPhone } from '@shared/core/phone'
import { listMissing } from '@shared/features/customers/customers.rules'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import type { ReadContext } from '../context'
import { tagsByCustomer } from '../customer-tags'
import type { ReadHandle } from '../handles'
import { customer } from '../schema/customer'
import { user } from '../schema/user'
import { prepared, statement } from '../statements'

const owner = alias(user, 'owner')
const creator = alias(user, 'creator')

const byId = ({ orm }: ReadHandle) =>
  orm
    .select({
      ...getTableColumns(customer),
      ownerName: owner.name,
      creatorName: creator.name,
    })
    .from(customer)
    .innerJoin(owner, eq(owner.id, customer.ownerId))
    .innerJoin(creator, eq(creator.id, customer.creatorId))
    .where(eq(customer.id, sql.placeholder('id')))
    .prepare()

/**
 * Everything the customer page shows, contact details masked (R089, X2).
 * @throws AppError customers.not-found
 */
export function getCustomer({ read, fields }: ReadContext, id: number): CustomerDetail {
  const found = prepared(read, byId).get({ id })
  if (!found) throw new AppError('customers.not-found')
  const { ownerId, creatorId, phone, email, idCardSealed, ...row } = found
  const { namePinyin, nameInitials, searchText, phoneNormalized, ...shown } = row
  const tags = tagsByCustomer(read, [id]).get(id) ?? []
  const needTags = tags.filter(({ type }) => type === 'need').length
  return {
    ...shown,
    tags,
    phoneMasked: phone === null ? null : maskPhone(phone),
    emailMasked: email === null ? null : maskEmail(email),
    idCardMasked: idCardSealed === null ? null : maskIdCard(fields.decrypt(idCardSealed, row.uid)),
    followUpCount: countFollowUps(read, id),
    nextStep: findNextStep(read, id),
    missing: listMissing({ ...row, phone, email, needTags }),
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
