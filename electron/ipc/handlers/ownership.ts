import { getOwnershipSettings, setOwnershipSettings } from '@db/ownership-settings'
import { listOwners } from '@db/repositories/customer-ownership'
import type { HandlersOf } from './types'

export const ownershipHandlers = {
  'ownership.getSettings': ({ read }) => getOwnershipSettings(read),
  'ownership.setSettings': ({ write }, settings) => setOwnershipSettings(write, settings),
  'ownership.listOwners': ({ read }) => ({ owners: listOwners(read) }),
} satisfies HandlersOf<'ownership'>
