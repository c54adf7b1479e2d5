import { qualitySettings, type QualitySettings } from '@shared/features/quality/quality.schema'
import type { ReadHandle, WriteHandle } from './handles'
import { findJsonSetting, writeJsonSetting } from './json-setting'

const key = 'quality'

/** What counts as current and complete; the terms of the sources until somebody sets others (R064, D8). */
export function getQualitySettings(read: ReadHandle): QualitySettings {
  return findJsonSetting(read, key, qualitySettings) ?? qualitySettings.parse({})
}

/** Replaces the rules and answers them. */
export function setQualitySettings(write: WriteHandle, settings: QualitySettings): QualitySettings {
  writeJsonSetting(write, key, settings)
  return settings
}
