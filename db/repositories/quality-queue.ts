import { z } from 'zod'
import { maskEmail } from '@shared/core/email'
import { toIsoDate } from '@shared/core/dates'
import { rowId } from '@shared/core/schemas'
import { relationOf } from '@shared/features/ownership/ownership.rules'
import type { OwnedRecord } from '@shared/features/ownership/ownership.rules'
import type { QueueEntry } from '@shared/features/quality/quality.contract'
import { qualityOf, queueSize, seenBy } from '@shared/features/quality/quality.rules'
import { viewerOf, viewerValues, writableRows } from '../access'
import type { QuietContext, ReadContext } from '../context'
import { viewContactLine } from '../customer-view'
import { findJsonSetting, writeJsonSetting } from '../json-setting'
import { qualityFacts } from '../quality-facts'
import { getQualitySettings } from '../quality-settings'
import { qualitySql, qualityValues, seenInList } from '../quality-sql'
import { tierRankSql } from '../schema/ranks'
import { statement } from '../statements'

type Asking = Omit<ReadContext, 'fields'>

/** Day and customers, in their order. */
const keptQueue = z.strictObject({ day: z.iso.date(), ids: z.array(rowId) })
const keyOf = (userId: number) => `quality-queue:${userId}`

/**
 * Today's customers with what they lack now; those that were set right since stay in their place (R066). Before anything was picked
 * today: the ones that would be.
 */
export function listQueue(context: Asking): { picked: boolean; entries: QueueEntry[] } {
  const ids = findKept(context)
  return { picked: ids !== null, entries: entriesOf(context, ids ?? rankWorst(context)) }
}

/** Keeps today's customers; once a day, or another lot when asked for again. */
export function pickQueue({ write, ...rest }: QuietContext, { again }: { again: boolean }) {
  const context = { ...rest, read: write }
  if (again || findKept(context) === null) {
    const queue = { day: toIsoDate(context.clock()), ids: rankWorst(context) }
    writeJsonSetting(write, keyOf(context.session.userId), queue)
  }
  return {}
}

function findKept({ read, session, clock }: Asking): number[] | null {
  const kept = findJsonSetting(read, keyOf(session.userId), keptQueue)
  return kept?.day === toIsoDate(clock()) ? kept.ids : null
}

/** High tier first, then who lacks most, then who was left alone longest, of those the person may change. */
function rankWorst(context: Asking): number[] {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const settings = getQualitySettings(read)
  const { lacking } = qualitySql(settings, seenInList(viewer.role, { pool: false }))
  return statement<{ id: number }>(
    read,
    `SELECT id FROM (SELECT id, ${tierRankSql} AS tier_rank, ${lacking} AS lacking, updated_at FROM customer
       WHERE archived_at IS NULL AND ${writableRows(viewer, 'customers.write')})
     WHERE lacking > 0 ORDER BY tier_rank, lacking DESC, updated_at, id LIMIT @size`,
  )
    .all({
      ...{ ...viewerValues(viewer), ...qualityValues(settings, clock()), size: queueSize },
    })
    .map(({ id }) => id)
}

type Row = Omit<QueueEntry, 'quality' | 'phoneMasked' | 'emailMasked'> &
  OwnedRecord & { phone: string | null; email: string | null; contactPerson: string | null }

/** As far as they are still there, at work and the person's to change. */
function entriesOf(context: Asking, ids: number[]): QueueEntry[] {
  const { read, session, clock } = context
  const viewer = viewerOf(read, context)
  const settings = getQualitySettings(read)
  const facts = qualityFacts(read, ids)
  const rows = statement<Row>(
    read,
    `SELECT customer.id, code, kind, name, tier, phone, email, contact_person AS contactPerson,
       last_interaction_at AS lastInteractionAt, owner_id AS ownerId, pooled_at AS pooledAt,
       owned_since AS ownedSince, created_at AS createdAt,
       (SELECT user.name FROM user WHERE user.id = owner_id) AS ownerName,
       (SELECT user.role FROM user WHERE user.id = owner_id) AS ownerRole
     FROM json_each(@ids) wanted CROSS JOIN customer ON customer.id = wanted.value
     WHERE archived_at IS NULL AND ${writableRows(viewer, 'customers.write')} ORDER BY wanted.key`,
  ).all({ ...viewerValues(viewer), ids: JSON.stringify(ids) })
  return rows.flatMap((row) => {
    const found = facts.get(row.id)
    if (!found) return []
    const relation = relationOf(row, viewer)
    const seen = seenBy(session.role, relation)
    const { id, code, kind, name, tier, ownerName, lastInteractionAt, email } = row
    const { phoneMasked } = viewContactLine(row, { role: session.role, relation })
    const quality = qualityOf(found, { now: clock(), settings, seen })
    const emailMasked = email === null || !seen.contact ? null : maskEmail(email)
    return [
      {
        ...{ id, code, kind, name, tier, ownerName, lastInteractionAt },
        ...{ phoneMasked, emailMasked, quality },
      },
    ]
  })
}
