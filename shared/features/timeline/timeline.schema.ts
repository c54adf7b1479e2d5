import { z } from 'zod'
import { instant, rowId } from '@shared/core/schemas'
import { stages } from '../customers/customers.enums'
import { followUpEntry } from '../follow-ups/follow-ups.schema'
import { verificationMethods, verifiedFields } from '../quality/quality.enums'

/** What can stand on a customer's timeline (R004, R025). */
export const timelineKinds = [
  'follow-up',
  'stage',
  'attachment',
  'verification',
  'merge',
  'created',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

const item = { id: rowId, at: instant, personName: z.string() }

/** One thing that happened. `id` is that of its own table. */
export const timelineItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('follow-up'), id: rowId, at: instant, entry: followUpEntry }),
  z.strictObject({
    ...{ kind: z.literal('stage'), ...item },
    from: z.enum(stages),
    to: z.enum(stages),
    reason: z.string().nullable(),
  }),
  z.strictObject({
    ...{ kind: z.literal('attachment'), ...item },
    fileName: z.string(),
    bytes: z.number().int(),
  }),
  z.strictObject({
    ...{ kind: z.literal('verification'), ...item },
    field: z.enum(verifiedFields),
    method: z.enum(verificationMethods),
    note: z.string().nullable(),
  }),
  z.strictObject({
    ...{ kind: z.literal('merge'), ...item },
    code: z.string(),
    name: z.string(),
  }),
  z.strictObject({ kind: z.literal('created'), ...item, source: z.string().nullable() }),
])
export type TimelineItem = z.output<typeof timelineItem>

/** Where a page begins: behind this item. */
export const timelineCursor = z.strictObject({
  at: instant,
  kind: z.enum(timelineKinds),
  id: rowId,
})
export type TimelineCursor = z.output<typeof timelineCursor>
