import type { CustomValueInputs } from '@shared/features/custom-fields/custom-fields.schema'
import type { CustomerFields } from '@shared/features/customers/customers.schema'
import type { WriteContext } from '../context'
import { getCustomerRelation } from '../customer-relation'
import { writeCustomValues } from '../custom-value-rows'
import { createCustomer, updateCustomer } from '../repositories/customers'

type Custom = { custom?: CustomValueInputs | undefined }

/**
 * Makes a customer with the values of custom fields, in one command that one undo takes back (R073).
 * @throws AppError as `writeCustomValues`
 */
export function saveNewCustomer(
  context: WriteContext,
  { custom = {}, ...fields }: CustomerFields & Custom,
): { id: number; code: string } {
  const made = createCustomer(context, fields)
  writeCustomValues(context, { customerId: made.id, relation: 'own' }, custom)
  return made
}

/**
 * Replaces the fields of a customer and, of the custom ones, those that are named.
 * @throws AppError as `updateCustomer` and `writeCustomValues`
 */
export function saveCustomer(
  context: WriteContext,
  { custom = {}, ...input }: { id: number; updatedAt: number; fields: CustomerFields } & Custom,
): { updatedAt: number } {
  const relation = getCustomerRelation(context.write, context, 'customers.write', input.id)
  const saved = updateCustomer(context, input)
  writeCustomValues(context, { customerId: input.id, relation }, custom)
  return saved
}
