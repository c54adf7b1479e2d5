import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, optionalText, rowId } from '@shared/core/schemas'
import { customCondition } from '../custom-fields/custom-filter.schema'
import { qualityFindings } from '@shared/features/quality/quality.enums'
import { erasureReasons, stages, tiers } from './customers.enums'
import { customValueInputs } from '../custom-fields/custom-fields.schema'
import { customerDetail, customerInput, customerRow, newCustomerInput } from './customers.schema'

/** Every condition is ANDed; several values of one condition are ORed. */
export const customerFilter = z.strictObject({
  text: z.string().max(200).default(''),
  stages: z.array(z.enum(stages)).default([]),
  tiers: z.array(z.enum(tiers)).default([]),
  tagIds: z.array(rowId).default([]),
  ownerIds: z.array(rowId).default([]),
  /** Only what anybody may claim (公海, R082). */
  pool: z.boolean().default(false),
  /** What was archived and is not in the recycle bin. */
  archived: z.boolean().default(false),
  /** Conditions on fields of one's own (R073). */
  custom: z.array(customCondition).max(20).default([]),
  /** What lies in the recycle bin, whatever `archived` says (X5). */
  bin: z.boolean().default(false),
  /** What is wrong or right with the profile (R066). */
  quality: z.array(z.enum(qualityFindings)).default([]),
})
export type CustomerFilter = z.output<typeof customerFilter>

export const customerSortKeys = [
  'nextFollowAt',
  'lastInteractionAt',
  'createdAt',
  'updatedAt',
  'name',
  'stage',
  'tier',
] as const
export const customerSort = z.strictObject({
  by: z.enum(customerSortKeys).default('createdAt'),
  direction: z.enum(['asc', 'desc']).default('desc'),
  /** A custom field to go by instead of `by`; customers without a value come last either way (R073). */
  fieldId: rowId.optional(),
})
export type CustomerSort = z.output<typeof customerSort>

/** What a click may show whole (R089). */
export const revealFields = ['phone', 'email', 'idCard', 'bankAccount'] as const
export type RevealField = (typeof revealFields)[number]

const ids = z.array(rowId).min(1).max(100_000)
const changed = [
  'customers',
  'contacts',
  'follow-ups',
  'history',
  'ownership',
  'duplicates',
] as const
const base = { home: 'data' } as const

export const customersContract = {
  'customers.list': query({
    ...base,
    permission: 'customers.read',
    input: z.strictObject({
      filter: customerFilter.prefault({}),
      sort: customerSort.prefault({}),
      /** Custom fields whose values stand in the rows. */
      columns: z.array(rowId).max(20).default([]),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.strictObject({ rows: z.array(customerRow), total: z.number().int() }),
  }),
  /** Ids in list order, for 全选 and for previous/next on the customer page. */
  'customers.listIds': query({
    ...base,
    permission: 'customers.read',
    input: z.strictObject({
      filter: customerFilter.prefault({}),
      sort: customerSort.prefault({}),
    }),
    output: z.strictObject({ ids: z.array(rowId) }),
  }),
  'customers.counts': query({
    ...base,
    permission: 'customers.read',
    input: none,
    output: z.strictObject({
      active: z.number().int(),
      archived: z.number().int(),
      /** In the recycle bin. */
      bin: z.number().int(),
      /** Of `active`: one's own. */
      own: z.number().int(),
      /** What one may claim now. */
      pool: z.number().int(),
      byStage: z.record(z.enum(stages), z.number().int()),
    }),
  }),
  'customers.get': query({
    ...base,
    permission: 'customers.read',
    input: z.strictObject({ id: rowId }),
    output: customerDetail,
  }),
  'customers.create': command({
    ...base,
    permission: 'customers.create',
    input: newCustomerInput,
    output: z.strictObject({ id: rowId, code: z.string() }),
    invalidates: changed,
    undoable: true,
  }),
  'customers.update': command({
    ...base,
    permission: 'customers.write',
    /** `updatedAt` is the value the form was opened with; a newer row is refused, not overwritten. */
    input: z.strictObject({
      id: rowId,
      updatedAt: instant,
      fields: customerInput,
      custom: customValueInputs.optional(),
    }),
    output: z.strictObject({ updatedAt: instant }),
    invalidates: changed,
    undoable: true,
  }),
  'customers.setStage': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({
      ids,
      stage: z.enum(stages),
      lostReason: optionalText(500),
      /** Why, for a stage that is not 流失. */
      reason: optionalText(500),
      /** When it happened; null for now. */
      at: instant.nullable().default(null),
    }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'customers.setTier': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({ ids, tier: z.enum(tiers) }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'customers.archive': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({ ids }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'customers.unarchive': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({ ids }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  /** Into the recycle bin, with everything attached (X5). */
  'customers.delete': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({ ids }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  /** Out of the recycle bin, to where it was before. */
  'customers.restore': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({ ids }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  /** Whole contact details for 30 s on screen or for the edit form: a sensitive read, hence a command with an audit line. */
  'customers.reveal': command({
    ...base,
    permission: 'customers.read',
    input: z.strictObject({ id: rowId, fields: z.array(z.enum(revealFields)).min(1) }),
    output: z.strictObject({
      phone: z.string().nullable().optional(),
      email: z.string().nullable().optional(),
      idCard: z.string().nullable().optional(),
      bankAccount: z.string().nullable().optional(),
    }),
    invalidates: ['audit'],
  }),
  /** Gives customers to another person (R082). */
  'customers.transfer': command({
    ...base,
    permission: 'customers.transfer',
    input: z.strictObject({ ids, ownerId: rowId }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  /** Puts customers into the pool (公海), where anybody may claim them. */
  'customers.release': command({
    ...base,
    permission: 'customers.release',
    input: z.strictObject({ ids }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  /** Takes customers out of the pool for oneself, within the limit of the settings. */
  'customers.claim': command({
    ...base,
    permission: 'customers.claim',
    input: z.strictObject({ ids }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  /**
   * Erases customers for good with everything attached, the journal included (X5, X10), all or none. Beside the window, because
   * this computer remembers who was erased outside of the book too.
   */
  'customers.erase': command({
    home: 'main',
    permission: 'customers.erase',
    input: z.strictObject({ ids, reason: z.enum(erasureReasons) }),
    output: none,
    invalidates: [...changed, 'tags', 'audit'],
  }),
} as const
