import { fieldLevelOf, type Relation, type Role } from '@shared/core/permissions'
import type { RevealField } from '@shared/features/customers/customers.contract'
import type { CustomerDetail } from '@shared/features/customers/customers.schema'
import { request } from '@renderer/lib/client'
import { customTextsOf } from './custom-values'
import type { CustomerDraft } from './draft-store'
import { valuesOf } from './form-values'

/**
 * Reads a customer for editing, with the whole contact details and numbers that the form will show (one audit line). Not
 * through the query cache, so that revealed values do not stay behind.
 */
export async function loadForm(
  id: number,
): Promise<CustomerDraft & { updatedAt: number; relation: Relation }> {
  const [detail, { session }] = await Promise.all([
    request('customers.get', { id }),
    request('vault.getState', {}),
  ])
  const fields = session === null ? [] : listRevealed(detail, session.role)
  const revealed = fields.length === 0 ? {} : await request('customers.reveal', { id, fields })
  const { updatedAt, relation } = detail
  const values = { ...valuesOf(detail, revealed), custom: customTextsOf(detail.custom), points: [] }
  return { values, updatedAt, relation }
}

/** What the form shows whole: of the masked fields those that hold something and that the role may see whole (R088, R089). */
export function listRevealed(detail: CustomerDetail, role: Role): RevealField[] {
  const isWhole = (group: 'contact' | 'idNumber') =>
    fieldLevelOf(role, group, detail.relation) === 'full'
  const held = (field: RevealField, masked: string | null): RevealField[] =>
    masked === null ? [] : [field]
  return [
    ...(isWhole('contact')
      ? [...held('phone', detail.phoneMasked), ...held('email', detail.emailMasked)]
      : []),
    ...(isWhole('idNumber')
      ? [...held('idCard', detail.idCardMasked), ...held('bankAccount', detail.bankAccountMasked)]
      : []),
  ]
}
