import { z } from 'zod'
import { maskEmail } from '@shared/core/email'
import { toIsoDate } from '@shared/core/dates'
import { rowId } from '@shared/core/schemas'
import { tiers } from '@shared/features/customers/customers.enums'
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
import { statement } from '../statements'

type Asking = Omit<ReadContext, 'fields'>

/** Day and customers, in their order. */
const keptQueue = z.strictObject({ day: z.iso.date(), ids: z.array(rowId) })
const keyOf = (userId: number) => `quality-queue:${userId}`

/**
 * Today's customers with what they lack now; those that were set right since stay in their place (R066). While they are fewer than a
 * day's, the next ones that would be picked follow them.
 */
export function listQueue(context: Asking): { picked: boolean; entries: QueueEntry[] } {
  const kept = findKept(context)
  const next = rankWorst(context, kept)
  return { picked: next.length === 0, entries: entriesOf(context, [...kept, ...next]) }
}

/** Keeps today's customers, as many as a day has; `again` begins another lot. */
export function pickQueue({ write, ...rest }: QuietContext, { again }: { again: boolean }) {
  const context = { ...rest, read: write }
  const kept = again ? [] : findKept(context)
  const next = rankWorst(context, kept)
  if (next.length > 0) {
    const queue = { day: toIsoDate(context.clock()), ids: [...kept, ...next] }
    writeJsonSetting(write, keyOf(context.session.userId), queue)
  }
  return {}
}

function findKept({ read, session, clock }: Asking): number[] {
  const kept = findJsonSetting(read, keyOf(session.userId), keptQueue)
  return kept?.day === toIsoDate(clock()) ? kept.ids : []
}

/**
 * High tier first, then who lacks most, then who was left alone longest, of those the person may change. Tier by tier, because
 * the first ones are mostly enough; as many as are still wanting beside the kept ones.
 */
function rankWorst(context: Asking, kept: number[]): number[] {
  const { read, clock } = context
  const viewer = viewerOf(read, context)
  const settings = getQualitySettings(read)
  const { lacking } = qualitySql(settings, seenInList(viewer.role, { pool: false }))
  const worstOfTier = statement<{ id: number; lacking: number }>(
    read,
    `SELECT id, ${lacking} AS lacking FROM customer
     WHERE archived_at IS NULL AND tier = @tier AND ${writableRows(viewer, 'customers.write')}
       AND id NOT IN (SELECT value FROM json_each(@kept))
     ORDER BY lacking DESC, updated_at, id LIMIT @size`,
  )
  const values = {
    ...{ ...viewerValues(viewer), ...qualityValues(settings, clock()) },
    kept: JSON.stringify(kept),
  }
  const found: number[] = []
  for (const tier of tiers) {
    const size = queueSize - kept.length - found.length
    if (size <= 0) break
    // What lacks nothing comes last; dropped here, because asking for it in the query would look at each row twice.
    const rows = worstOfTier.all({ ...values, tier, size })
    found.push(...rows.filter((row) => row.lacking > 0).map(({ id }) => id))
  }
  return found
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
