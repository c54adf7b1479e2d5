import { fieldLevelOf } from '@shared/core/permissions'
import {
  type CheckedValues,
  isSeen,
  type QualityFacts,
  seenBy,
} from '@shared/features/quality/quality.rules'
import type { QualityStamp } from '@shared/features/quality/quality.schema'
import type { Onlooker } from './customer-view'
import type { ReadHandle } from './handles'
import { statement } from './statements'

/**
 * One stamp for each field of a customer that was ever checked, as far as the onlooker may know of it: the newest check that holds,
 * else the newest (D6). What was noted with it is free text about the customer (R084).
 */
export function qualityStamps(
  read: ReadHandle,
  { id, values }: { id: number; values: CheckedValues },
  { role, relation }: Onlooker,
): QualityStamp[] {
  const seen = seenBy(role, relation)
  const seesNotes = fieldLevelOf(role, 'notes', relation) === 'full'
  const stamps = new Map<string, QualityStamp>()
  for (const { value, ...check } of listChecks(read, id).filter(({ field }) =>
    isSeen(field, seen),
  )) {
    const holds = value === values[check.field]
    const former = stamps.get(check.field)
    if (former && (former.holds || !holds)) continue
    stamps.set(check.field, { ...check, note: seesNotes ? check.note : null, holds })
  }
  return [...stamps.values()]
}

type Check = Omit<QualityStamp, 'holds'> & QualityFacts['checks'][number]

/** Newest first. */
function listChecks(read: ReadHandle, customerId: number): Check[] {
  return statement<Check>(
    read,
    `SELECT v.field, v.value, v.method, v.note, v.at, u.name AS userName
     FROM verification v JOIN user u ON u.id = v.user_id
     WHERE v.customer_id = ? ORDER BY v.at DESC, v.id DESC`,
  ).all(customerId)
}
