import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none } from '@shared/core/schemas'
import { ownershipSettings, possibleOwner } from './ownership.schema'

export const ownershipContract = {
  'ownership.getSettings': query({
    home: 'data',
    permission: 'customers.read',
    input: none,
    output: ownershipSettings,
  }),
  'ownership.setSettings': command({
    home: 'data',
    permission: 'users.manage',
    input: ownershipSettings,
    output: ownershipSettings,
    invalidates: ['ownership', 'customers', 'audit'],
  }),
  /** Who customers may be given to: people of today who may own some. */
  'ownership.listOwners': query({
    home: 'data',
    permission: 'customers.transfer',
    input: none,
    output: z.strictObject({ owners: z.array(possibleOwner) }),
  }),
} as const
