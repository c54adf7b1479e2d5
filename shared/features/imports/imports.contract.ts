import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { grantToken, jobId, none, rowId } from '@shared/core/schemas'
import { encodings, importBatch, importPlan, importTarget } from './imports.schema'

const base = { home: 'main', permission: 'imports.run' } as const
const importId = z.uuid()

export const importsContract = {
  /** Native file dialog; null when the person cancels. */
  'imports.chooseFile': command({
    ...base,
    input: none,
    output: z
      .strictObject({ token: grantToken, fileName: z.string(), bytes: z.number().int() })
      .nullable(),
    invalidates: [],
  }),
  /** Reads the file in the job process; writes nothing. `encoding` null lets the program score the whole file. */
  'imports.read': command({
    ...base,
    input: z.strictObject({
      jobId,
      file: grantToken,
      encoding: z.enum(encodings).nullable().default(null),
    }),
    output: importPlan,
    invalidates: [],
  }),
  /** The same rows under another mapping (one target for each column). */
  'imports.remap': command({
    ...base,
    input: z.strictObject({ importId, targets: z.array(importTarget).max(1000) }),
    output: importPlan,
    invalidates: [],
  }),
  /** Writes all good rows under one command. */
  'imports.commit': command({
    ...base,
    input: z.strictObject({ jobId, importId }),
    output: z.strictObject({
      commandId: rowId,
      customers: z.number().int(),
      rejected: z.number().int(),
    }),
    invalidates: ['customers', 'contacts', 'follow-ups', 'tags', 'history', 'imports', 'ownership'],
  }),
  /** Saves the rejected rows as CSV (the file's own columns + row + reason) where the person says; null when cancelled. */
  'imports.saveRejected': command({
    ...base,
    input: z.strictObject({ importId, language: z.enum(['zh-CN', 'en']) }),
    output: z.strictObject({ rows: z.number().int() }).nullable(),
    invalidates: [],
  }),
  /** Forgets the rows that were read. */
  'imports.discard': command({
    ...base,
    input: z.strictObject({ importId }),
    output: none,
    invalidates: [],
  }),
  'imports.list': query({
    home: 'data',
    permission: 'imports.run',
    input: none,
    output: z.strictObject({ batches: z.array(importBatch) }),
  }),
} as const
