import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { jobId, none, rowId } from '@shared/core/schemas'
import { chunkBytes, chunkCount, maxAttachmentBytes, maxFilesAtOnce } from './attachments.rules'
import { attachmentFields, attachmentItem } from './attachments.schema'

const writing = { home: 'data', permission: 'customers.write' } as const
const changed = ['attachments', 'history'] as const
const uploadId = z.uuid()

/**
 * Files at a customer. A file comes in piece by piece from a window that holds it (dialog, drop, clipboard) and names no path;
 * nothing is seen of it until `attachments.add`. Its bytes go out over the program's own scheme, see `attachment-response.ts`.
 */
export const attachmentsContract = {
  /** Newest first; none for those who may not see notes of this customer. */
  'attachments.list': query({
    home: 'data',
    permission: 'customers.read',
    input: z.strictObject({ customerId: rowId }),
    output: z.strictObject({ items: z.array(attachmentItem) }),
  }),
  /** Announces a file; refused by its size before a byte of it is read. */
  'attachments.begin': command({
    ...writing,
    input: z.strictObject({
      customerId: rowId,
      fileName: z.string().max(10_000),
      bytes: z.number().int().min(0),
    }),
    output: z.strictObject({ uploadId }),
    invalidates: [],
    quiet: true,
  }),
  /** The next piece: `chunkBytes` long, but for the last. */
  'attachments.append': command({
    ...writing,
    input: z.strictObject({
      uploadId,
      sequence: z.number().int().min(0).max(chunkCount(maxAttachmentBytes)),
      chunk: z.instanceof(Uint8Array).refine(({ length }) => length > 0 && length <= chunkBytes),
    }),
    output: none,
    invalidates: [],
    quiet: true,
  }),
  /** Forgets files that are not wanted any more. Unknown ids are fine. */
  'attachments.abandon': command({
    ...writing,
    input: z.strictObject({ uploadIds: z.array(uploadId).max(maxFilesAtOnce) }),
    output: none,
    invalidates: [],
    quiet: true,
  }),
  /** Puts whole files to the customer under one command. `already`: contents that the customer has; they are not added twice. */
  'attachments.add': command({
    ...writing,
    input: z.strictObject({
      customerId: rowId,
      uploadIds: z.array(uploadId).min(1).max(maxFilesAtOnce),
    }),
    output: z.strictObject({ ids: z.array(rowId), already: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'attachments.update': command({
    ...writing,
    input: z.strictObject({ id: rowId, fields: attachmentFields }),
    output: z.strictObject({ id: rowId }),
    invalidates: changed,
    undoable: true,
  }),
  'attachments.delete': command({
    ...writing,
    input: z.strictObject({ id: rowId }),
    output: z.strictObject({ id: rowId }),
    invalidates: changed,
    undoable: true,
  }),
  /** Writes an unprotected copy where the person says; null when they cancel the dialog. Stands in the audit trail. */
  'attachments.saveAs': command({
    home: 'main',
    permission: 'customers.read',
    input: z.strictObject({ jobId, id: rowId }),
    output: z.strictObject({ fileName: z.string() }).nullable(),
    invalidates: ['audit'],
  }),
} as const
