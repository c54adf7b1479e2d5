import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none, rowId } from '@shared/core/schemas'
import { caseEntry, caseFilter, caseInput, caseMove } from './service-cases.schema'

const base = { home: 'data' } as const
const reading = { ...base, permission: 'service-cases.read' } as const
const changed = ['service-cases', 'customers', 'deadlines', 'cadence', 'history'] as const
const writing = {
  ...base,
  permission: 'service-cases.write',
  invalidates: changed,
  undoable: true,
} as const
const changedCase = z.strictObject({ id: rowId })

export const serviceCasesContract = {
  /** What is open by the longest wait, all else newest first, by keyset: pass the last case's `openedAt` and `id`. */
  'service-cases.list': query({
    ...reading,
    input: z.strictObject({
      filter: caseFilter.prefault({}),
      after: z.strictObject({ openedAt: instant, id: rowId }).nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ cases: z.array(caseEntry), hasMore: z.boolean() }),
  }),
  'service-cases.get': query({
    ...reading,
    input: z.strictObject({ id: rowId }),
    output: caseEntry,
  }),
  /** Figures of what the person may read; averages over the cases of the last 90 days. */
  'service-cases.counts': query({
    ...reading,
    input: none,
    output: z.strictObject({
      open: z.number().int(),
      unanswered: z.number().int(),
      /** Ms by the clock until the first answer; null when nothing was answered. */
      response: z.number().int().nullable(),
      answered: z.number().int(),
      /** 1–5; null when nobody was asked. */
      satisfaction: z.number().nullable(),
      rated: z.number().int(),
    }),
  }),
  /** People of today who may look after cases, of one customer or at all. */
  'service-cases.listHandlers': query({
    ...reading,
    input: z.strictObject({ customerId: rowId.nullable().default(null) }),
    output: z.strictObject({
      handlers: z.array(z.strictObject({ id: rowId, name: z.string() })),
    }),
  }),
  'service-cases.create': command({
    ...writing,
    input: caseInput,
    output: z.strictObject({ id: rowId, code: z.string() }),
  }),
  'service-cases.update': command({
    ...writing,
    input: z.strictObject({ id: rowId, fields: caseInput.omit({ customerId: true }) }),
    output: changedCase,
  }),
  /** Goes to another status; resolving asks the result, closing how content they were. */
  'service-cases.move': command({ ...writing, input: caseMove, output: changedCase }),
  /** The first answer to the customer, now or at a moment before. */
  'service-cases.respond': command({
    ...writing,
    input: z.strictObject({ id: rowId, at: instant.nullable().default(null) }),
    output: changedCase,
  }),
  'service-cases.delete': command({
    ...writing,
    input: z.strictObject({ id: rowId }),
    output: changedCase,
  }),
} as const
