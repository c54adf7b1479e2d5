import {
  deadlineSettings,
  type DeadlineSettings,
} from '@shared/features/deadlines/deadlines.schema'
import type { ReadHandle, WriteHandle } from './handles'
import { findJsonSetting, writeJsonSetting } from './json-setting'

const key = 'deadlines'

/** How soon profiles are brought up to date, and after what; the terms of the sources until somebody sets others (R057, R058). */
export function getDeadlineSettings(read: ReadHandle): DeadlineSettings {
  return findJsonSetting(read, key, deadlineSettings) ?? deadlineSettings.parse({})
}

/** Replaces the rules and answers them; clocks that run keep their time. */
export function setDeadlineSettings(
  write: WriteHandle,
  settings: DeadlineSettings,
): DeadlineSettings {
  writeJsonSetting(write, key, settings)
  return settings
}
