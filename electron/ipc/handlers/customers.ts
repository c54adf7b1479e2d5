import { deleteCustomers, restoreFromBin } from '@db/repositories/customer-bin'
import { archive, setStage, setTier, unarchive } from '@db/repositories/customer-bulk'
import { countCustomersByStage } from '@db/repositories/customer-counts'
import { getCustomer } from '@db/repositories/customer-detail'
import { listCustomerIds, listCustomers } from '@db/repositories/customer-list'
import { revealCustomer } from '@db/repositories/customers'
import {
  claimCustomers,
  releaseCustomers,
  transferCustomers,
} from '@db/repositories/customer-ownership'
import { listTimeline } from '@db/repositories/timeline'
import { saveCustomer, saveNewCustomer } from '@db/workflows/save-customer'
import type { HandlersOf } from './types'

export const customersHandlers = {
  'customers.list': listCustomers,
  'customers.listIds': (context, input) => ({ ids: listCustomerIds(context, input) }),
  'customers.counts': countCustomersByStage,
  'customers.get': (context, { id }) => getCustomer(context, id),
  'customers.listTimeline': listTimeline,
  'customers.create': saveNewCustomer,
  'customers.update': saveCustomer,
  'customers.setStage': setStage,
  'customers.setTier': setTier,
  'customers.archive': archive,
  'customers.unarchive': unarchive,
  'customers.delete': deleteCustomers,
  'customers.restore': restoreFromBin,
  'customers.reveal': revealCustomer,
  'customers.transfer': transferCustomers,
  'customers.release': releaseCustomers,
  'customers.claim': claimCustomers,
} satisfies HandlersOf<'customers'>
