import { request } from '@renderer/lib/client'
import type { CustomerDraft } from './draft-store'
import { valuesOf } from './form-values'

/**
 * Reads a customer for editing, with the whole contact details (one audit line). Not through the query cache, so that
 * revealed values do not stay behind.
 */
export async function loadForm(id: number): Promise<CustomerDraft & { updatedAt: number }> {
  const detail = await request('customers.get', { id })
  const revealed = await request('customers.reveal', { id, fields: ['phone', 'email', 'idCard'] })
  return { values: valuesOf(detail, revealed), updatedAt: detail.updatedAt }
}
