import { z } from 'zod'
import { command } from '@shared/core/contract'
import { jobId, rowId } from '@shared/core/schemas'
import { customerFilter, customerSort } from '../customers/customers.contract'

/** Which customers go out: chosen ones in the order given, or all that a filter lets through in the order of the list. */
export const exportSelection = z.union([
  z.strictObject({ ids: z.array(rowId).min(1).max(100_000) }),
  z.strictObject({ filter: customerFilter.prefault({}), sort: customerSort.prefault({}) }),
])
export type ExportSelection = z.output<typeof exportSelection>

export const exportsContract = {
  /** Saves customers as CSV where the person says, with what they may see and no more (R073, R095); null when cancelled. */
  'exports.customers': command({
    home: 'main',
    permission: 'customers.export',
    input: z.strictObject({
      jobId,
      selection: exportSelection,
      language: z.enum(['zh-CN', 'en']),
    }),
    output: z.strictObject({ rows: z.number().int() }).nullable(),
    invalidates: ['audit'],
  }),
} as const
