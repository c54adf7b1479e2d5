import { z } from 'zod'
import { instant, rowId } from '@shared/core/schemas'
import { behaviorKinds } from '../behaviors/behaviors.enums'
import { stages } from '../customers/customers.enums'
import { followUpEntry } from '../follow-ups/follow-ups.schema'
import { verificationMethods, verifiedFields } from '../quality/quality.enums'
import { caseKinds, caseStatuses } from '../service-cases/service-cases.enums'
import { taskStatuses } from '../tasks/tasks.enums'

/** What can stand on a customer's timeline (R004, R025). */
export const timelineKinds = [
  'follow-up',
  'task',
  'service-case',
  'behavior',
  'stage',
  'attachment',
  'verification',
  'merge',
  'created',
] as const
export type TimelineKind = (typeof timelineKinds)[number]

const item = { id: rowId, at: instant, personName: z.string() }
const told = z.string().nullable()

/** One thing that happened. `id` is that of its own table; words are null where the reader may not see them. */
export const timelineItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('follow-up'), id: rowId, at: instant, entry: followUpEntry }),
  /** `at`: when it was done, else when it was written down. */
  z.strictObject({
    ...{ kind: z.literal('task'), ...item, title: told, notes: told },
    status: z.enum(taskStatuses),
    dueAt: instant.nullable(),
  }),
  z.strictObject({
    ...{ kind: z.literal('service-case'), ...item, subject: told, content: told, result: told },
    caseKind: z.enum(caseKinds),
    status: z.enum(caseStatuses),
    /** 1–5; null while nobody asked. */
    satisfaction: z.number().int().nullable(),
    resolvedAt: instant.nullable(),
  }),
  z.strictObject({
    ...{ kind: z.literal('behavior'), ...item, subject: told, note: told },
    behavior: z.enum(behaviorKinds),
    channel: z.string().nullable(),
  }),
  z.strictObject({
    ...{ kind: z.literal('stage'), ...item },
    from: z.enum(stages),
    to: z.enum(stages),
    reason: told,
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
    note: told,
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
