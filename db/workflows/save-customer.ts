import { fieldLevelOf } from '@shared/core/permissions'
import type { CustomValueInputs } from '@shared/features/custom-fields/custom-fields.schema'
import type { CustomerFields, NewCustomer } from '@shared/features/customers/customers.schema'
import { writePoints } from '../contact-rows'
import type { WriteContext } from '../context'
import { refreshPeople } from '../customer-people'
import { getCustomerRelation } from '../customer-relation'
import { writeCustomValues } from '../custom-value-rows'
import { createCustomer, updateCustomer } from '../repositories/customers'

type Custom = { custom?: CustomValueInputs | undefined }

/**
 * Makes a customer with its further numbers and the values of custom fields, in one command that one undo takes back (R050, R073).
 * Numbers of somebody who may not see contact details whole are left out, as the main ones are (R084).
 * @throws AppError as `writeCustomValues`
 */
export function saveNewCustomer(
  context: WriteContext,
  { custom = {}, points = [], ...fields }: NewCustomer,
): { id: number; code: string } {
  const made = createCustomer(context, fields)
  if (points.length > 0 && fieldLevelOf(context.session.role, 'contact', 'own') === 'full') {
    const owner = { customerId: made.id, contactId: null }
    const wanted = points.map((point) => ({ id: null, ...point }))
    writePoints(context, owner, wanted, context.clock())
    refreshPeople(context.write, made.id)
  }
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
