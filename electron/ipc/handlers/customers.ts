import { archive, setStage, setTier, unarchive } from '@db/repositories/customer-bulk'
import { getCustomer } from '@db/repositories/customer-detail'
import {
  countCustomersByStage,
  listCustomerIds,
  listCustomers,
} from '@db/repositories/customer-list'
import { createCustomer, revealCustomer, updateCustomer } from '@db/repositories/customers'
import type { HandlersOf } from './types'

export const customersHandlers = {
  'customers.list': ({ read }, input) => listCustomers(read, input),
  'customers.listIds': ({ read }, input) => ({ ids: listCustomerIds(read, input) }),
  'customers.counts': ({ read }) => countCustomersByStage(read),
  'customers.get': (context, { id }) => getCustomer(context, id),
  'customers.create': createCustomer,
  'customers.update': updateCustomer,
  'customers.setStage': setStage,
  'customers.setTier': setTier,
  'customers.archive': archive,
  'customers.unarchive': unarchive,
  'customers.reveal': revealCustomer,
} satisfies HandlersOf<'customers'>
