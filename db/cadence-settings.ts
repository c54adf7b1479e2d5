import { cadenceSettings, type CadenceSettings } from '@shared/features/cadence/cadence.schema'
import type { ReadHandle, WriteHandle } from './handles'
import { findJsonSetting, writeJsonSetting } from './json-setting'

const key = 'cadence'

/** How often customers of each tier are visited; the rhythms of the sources until somebody sets others (R065). */
export function getCadenceSettings(read: ReadHandle): CadenceSettings {
  return findJsonSetting(read, key, cadenceSettings) ?? cadenceSettings.parse({})
}

/** Replaces the rhythms and answers them. */
export function setCadenceSettings(write: WriteHandle, settings: CadenceSettings): CadenceSettings {
  writeJsonSetting(write, key, settings)
  return settings
}
