import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { relations } from '@shared/core/permissions'
import { instant, jobId, none, rowId } from '@shared/core/schemas'
import { customerKinds, stages, tiers } from '@shared/features/customers/customers.enums'
import { customFieldTypes } from '@shared/features/custom-fields/custom-fields.enums'
import { duplicateLevels, duplicateReasons } from './duplicates.enums'
import { mergeFields } from './merge-fields'

/** Numbers of one kind that a draft is looked up by. */
export const mostCompared = 10

const likeness = {
  score: z.number().int().min(0).max(100),
  level: z.enum(duplicateLevels),
  reasons: z.array(z.enum(duplicateReasons)),
}

/** A customer that a draft may be. */
export const duplicateMatch = z.strictObject({
  id: rowId,
  code: z.string(),
  name: z.string(),
  ownerName: z.string(),
  archived: z.boolean(),
  /** Whether the person may change it, hence merge it. */
  writable: z.boolean(),
  ...likeness,
})
export type DuplicateMatch = z.output<typeof duplicateMatch>

export const duplicateCustomer = z.strictObject({
  id: rowId,
  code: z.string(),
  kind: z.enum(customerKinds),
  name: z.string(),
  contactPerson: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  emailMasked: z.string().nullable(),
  industry: z.string().nullable(),
  stage: z.enum(stages),
  tier: z.enum(tiers),
  ownerName: z.string(),
  relation: z.enum(relations),
  createdAt: instant,
  updatedAt: instant,
  lastInteractionAt: instant.nullable(),
  archivedAt: instant.nullable(),
  followUpCount: z.number().int(),
})
export type DuplicateCustomer = z.output<typeof duplicateCustomer>

export const duplicateCluster = z.strictObject({
  /** The surest of its pairs. */
  score: z.number().int(),
  level: z.enum(duplicateLevels),
  customers: z.array(duplicateCustomer),
  pairs: z.array(z.strictObject({ customerId: rowId, otherId: rowId, ...likeness })),
})
export type DuplicateCluster = z.output<typeof duplicateCluster>

const scan = z.strictObject({
  at: instant,
  customers: z.number().int(),
  candidates: z.number().int(),
})
export type LastScan = z.output<typeof scan>
export const lastScan = scan

const value = z.union([z.string(), z.number()]).nullable()
const choice = z.union([rowId, z.literal('all')])

export const mergeLine = z.strictObject({
  field: z.enum(mergeFields),
  /** One a customer, in the order of `customers`; phone, e-mail and sealed numbers masked. */
  values: z.array(value),
  /** Which of them are equal: number of the group, null for no value. */
  groups: z.array(z.number().int().nullable()),
  /** What is proposed. */
  choice,
  /** Whether the texts may all be kept. */
  joinable: z.boolean(),
  /** Not to be chosen: the role does not hold the key of sealed numbers. */
  locked: z.boolean(),
})
export type MergeLine = z.output<typeof mergeLine>

const customLine = z.strictObject({
  fieldId: rowId,
  name: z.string(),
  type: z.enum(customFieldTypes),
  values: z.array(z.string().nullable()),
  choice: rowId,
})
export type CustomMergeLine = z.output<typeof customLine>

const base = { home: 'data' } as const
const ids = z.array(rowId).min(1).max(20)
const shortText = z.string().max(200)

export const duplicatesContract = {
  /** Customers that what is being typed may be (R050), as far as the person may know of them. */
  'duplicates.find': query({
    ...base,
    permission: 'customers.create',
    input: z.strictObject({
      /** The customer that is edited; null for a new one. */
      id: rowId.nullable(),
      kind: z.enum(customerKinds),
      name: shortText,
      contactPerson: shortText.default(''),
      phones: z.array(shortText).max(mostCompared).default([]),
      emails: z.array(shortText).max(mostCompared).default([]),
      creditCode: shortText.default(''),
    }),
    output: z.strictObject({
      matches: z.array(duplicateMatch),
      /** Somebody whom the person may not read has this very number: no more is told (R082). */
      taken: z.strictObject({ phone: z.boolean(), email: z.boolean() }),
    }),
  }),
  'duplicates.count': query({
    ...base,
    permission: 'customers.write',
    input: none,
    output: z.strictObject({ clusters: z.number().int() }),
  }),
  /** What the last scan found and is still open, surest first. */
  'duplicates.list': query({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(100).default(50),
    }),
    output: z.strictObject({
      scan: scan.nullable(),
      clusters: z.array(duplicateCluster),
      total: z.number().int(),
    }),
  }),
  /** Several customers side by side, with what is proposed for each field. */
  'duplicates.preview': query({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({
      ids,
      /** Who stays; null to propose one. */
      survivorId: rowId.nullable().default(null),
    }),
    output: z.strictObject({
      survivorId: rowId,
      customers: z.array(duplicateCustomer),
      lines: z.array(mergeLine),
      custom: z.array(customLine),
    }),
  }),
  /** These customers are not one, each pair of them; no scan names them again. */
  'duplicates.dismiss': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({ ids }),
    output: z.strictObject({ pairs: z.number().int() }),
    invalidates: ['duplicates', 'history'],
    undoable: true,
  }),
  /** Makes one customer of several, with all that belongs to them (R051). One undo takes it back. */
  'duplicates.merge': command({
    ...base,
    permission: 'customers.write',
    input: z.strictObject({
      survivorId: rowId,
      /** With the survivor or without; `updatedAt` is what the page showed, and a newer row is refused. */
      customers: z
        .array(z.strictObject({ id: rowId, updatedAt: instant }))
        .min(1)
        .max(20),
      /** Where something else than the proposal is wanted. */
      choices: z.partialRecord(z.enum(mergeFields), choice).default({}),
      custom: z
        .array(z.strictObject({ fieldId: rowId, customerId: rowId }))
        .max(500)
        .default([]),
    }),
    output: z.strictObject({ id: rowId, merged: z.number().int() }),
    invalidates: ['duplicates', 'customers', 'follow-ups', 'tags', 'history', 'ownership'],
    undoable: true,
  }),
  /** Looks through the whole book in the job process; what it finds replaces what was found before. */
  'duplicates.scan': command({
    home: 'main',
    permission: 'customers.write',
    input: z.strictObject({ jobId }),
    output: z.strictObject({ customers: z.number().int(), candidates: z.number().int() }),
    invalidates: ['duplicates', 'audit'],
  }),
} as const
