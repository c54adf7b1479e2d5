import {
  ownershipSettings,
  type OwnershipSettings,
} from '@shared/features/ownership/ownership.schema'
import type { ReadHandle, WriteHandle } from './handles'
import { findJsonSetting, writeJsonSetting } from './json-setting'

const key = 'ownership'

/** The rules of protection and limit; both off until somebody sets them (R082). */
export function getOwnershipSettings(read: ReadHandle): OwnershipSettings {
  return findJsonSetting(read, key, ownershipSettings) ?? ownershipSettings.parse({})
}

/** Replaces the rules and answers them. */
export function setOwnershipSettings(
  write: WriteHandle,
  settings: OwnershipSettings,
): OwnershipSettings {
  writeJsonSetting(write, key, settings)
  return settings
}
