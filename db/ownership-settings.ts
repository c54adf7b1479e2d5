import {
  ownershipSettings,
  type OwnershipSettings,
} from '@shared/features/ownership/ownership.schema'
import type { ReadHandle, WriteHandle } from './handles'
import { statement } from './statements'

const key = 'ownership'

/** The rules of protection and limit; both off until somebody sets them (R082). */
export function getOwnershipSettings(read: ReadHandle): OwnershipSettings {
  const row = statement<{ value: string }>(read, 'SELECT value FROM setting WHERE key = ?').get(key)
  return ownershipSettings.parse(row ? JSON.parse(row.value) : {})
}

/** Replaces the rules and answers them. */
export function setOwnershipSettings(
  write: WriteHandle,
  settings: OwnershipSettings,
): OwnershipSettings {
  statement(
    write,
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ).run(key, JSON.stringify(settings))
  return settings
}
