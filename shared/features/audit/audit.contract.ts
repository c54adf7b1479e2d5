import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none, rowId } from '@shared/core/schemas'
import { auditFilter, auditLine, auditVerdict } from './audit.schema'

/** The tamper-evident trail (R087, X9). */
export const auditContract = {
  /** Newest first by keyset: pass the last line's `id` for the next page. */
  'audit.list': query({
    home: 'data',
    permission: 'audit.read',
    input: z.strictObject({
      filter: auditFilter.prefault({}),
      before: rowId.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(100),
    }),
    output: z.strictObject({ lines: z.array(auditLine), hasMore: z.boolean() }),
  }),
  /** Everybody who ever had an account, for the filter. */
  'audit.listUsers': query({
    home: 'data',
    permission: 'audit.read',
    input: none,
    output: z.strictObject({ users: z.array(z.strictObject({ id: rowId, name: z.string() })) }),
  }),
  /** Walks the whole chain and compares its end with the head kept outside. */
  'audit.verify': command({
    home: 'main',
    permission: 'audit.read',
    input: none,
    output: auditVerdict,
    invalidates: ['audit'],
  }),
  /** Saves the entries of a filter with their hashes and the head as CSV where the person says; null when cancelled. */
  'audit.export': command({
    home: 'main',
    permission: 'audit.read',
    input: z.strictObject({ filter: auditFilter.prefault({}), language: z.enum(['zh-CN', 'en']) }),
    output: z.strictObject({ lines: z.number().int() }).nullable(),
    invalidates: ['audit'],
  }),
} as const
