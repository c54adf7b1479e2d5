import { z } from 'zod'
import { instant, rowId } from '@shared/core/schemas'

/** Kinds of entries for filtering; each route belongs to one (see `audit.rules.ts`). */
export const auditKinds = [
  'sign-in',
  'reveal',
  'change',
  'import-export',
  'backup',
  'account',
  'vault',
] as const
export type AuditKind = (typeof auditKinds)[number]

export const auditFilter = z.strictObject({
  userId: rowId.nullable().default(null),
  kinds: z.array(z.enum(auditKinds)).default([]),
  /** From this instant on, and before that one. */
  from: instant.nullable().default(null),
  until: instant.nullable().default(null),
  customerId: rowId.nullable().default(null),
})
export type AuditFilter = z.output<typeof auditFilter>

export const auditLine = z.strictObject({
  id: rowId,
  at: instant,
  route: z.string(),
  kind: z.enum(auditKinds),
  userId: rowId.nullable(),
  userName: z.string().nullable(),
  /** Row changes of the command. */
  changes: z.number().int(),
  /** What was looked at or touched: `customer:12 phone`, `user:3`. */
  subject: z.string().nullable(),
  /** The customers it is about, at most three, and how many there are. */
  customers: z.array(z.strictObject({ id: rowId, name: z.string() })),
  customerCount: z.number().int(),
  hash: z.string(),
})
export type AuditLine = z.output<typeof auditLine>

/**
 * Verdict on the chain. `entry-changed`: the entry `brokenAt` is not what was written, or stands behind a gap.
 * `end-missing`: entries from `brokenAt` on are gone or were replaced, measured by the head that was kept outside the database,
 * now or at an earlier opening of the book.
 */
export const auditVerdict = z.discriminatedUnion('result', [
  z.strictObject({
    result: z.literal('intact'),
    entries: z.number().int(),
    head: z.string().nullable(),
    checkedAt: instant,
  }),
  z.strictObject({
    result: z.literal('entry-changed'),
    brokenAt: z.number().int(),
    at: instant.nullable(),
    checkedAt: instant,
  }),
  z.strictObject({
    result: z.literal('end-missing'),
    brokenAt: z.number().int(),
    entries: z.number().int(),
    checkedAt: instant,
  }),
])
export type AuditVerdict = z.output<typeof auditVerdict>
