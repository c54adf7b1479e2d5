import { fieldLevelOf, mayUse, type Role } from '@shared/core/permissions'
import { maskEmail } from '@shared/core/email'
import { AppError } from '@shared/core/errors'
import type { DuplicateCustomer } from '@shared/features/duplicates/duplicates.contract'
import { relationOf } from '@shared/features/ownership/ownership.rules'
import { viewerOf } from '../access'
import type { ReadContext } from '../context'
import { viewContactLine } from '../customer-view'
import { statement } from '../statements'

type Stored = Omit<
  DuplicateCustomer,
  'phoneMasked' | 'emailMasked' | 'relation' | 'followUpCount'
> & {
  phone: string | null
  email: string | null
  ownerId: number
  ownerRole: Role
  pooledAt: number | null
  ownedSince: number | null
  followUpCount: number
}

const columns = `customer.id, code, kind, customer.name, contact_person AS contactPerson, phone, email, industry,
  stage, tier, user.name AS ownerName, user.role AS ownerRole, owner_id AS ownerId, pooled_at AS pooledAt,
  owned_since AS ownedSince, customer.created_at AS createdAt, customer.updated_at AS updatedAt,
  last_interaction_at AS lastInteractionAt, archived_at AS archivedAt,
  (SELECT count(*) FROM follow_up WHERE customer_id = customer.id) AS followUpCount`

/** Customers side by side, in the order of the ids, contact details masked (X2). Who may read them is asked before. */
export function listDuplicateCustomers(
  context: ReadContext,
  ids: readonly number[],
): DuplicateCustomer[] {
  const { read, session } = context
  const viewer = viewerOf(read, context)
  const one = statement<Stored>(
    read,
    `SELECT ${columns} FROM customer JOIN user ON user.id = owner_id WHERE customer.id = ?`,
  )
  return ids.map((id) => {
    const row = one.get(id)
    if (!row) throw new AppError('customers.not-found')
    const { phone, email, ownerId, ownerRole, pooledAt, ownedSince, ...shown } = row
    const relation = relationOf({ ...shown, ownerId, ownerRole, pooledAt, ownedSince }, viewer)
    const onlooker = { role: session.role, relation }
    const seesEmail = fieldLevelOf(session.role, 'contact', relation) !== 'none'
    return {
      ...shown,
      ...viewContactLine({ contactPerson: row.contactPerson, phone }, onlooker),
      emailMasked: email === null || !seesEmail ? null : maskEmail(email),
      relation,
      followUpCount: mayUse(session.role, 'follow-ups.read', relation) ? row.followUpCount : 0,
    }
  })
}
