import { eq } from 'drizzle-orm'
import { AppError } from '@shared/core/errors'
import { fieldLevelOf, mayUse, type Permission } from '@shared/core/permissions'
import {
  chunkCount,
  guessCategory,
  maxAttachments,
} from '@shared/features/attachments/attachments.rules'
import type {
  AttachmentFields,
  AttachmentItem,
} from '@shared/features/attachments/attachments.schema'
import { toSafeFileName } from '@shared/features/attachments/file-name.rules'
import { detectMediaType } from '@shared/features/attachments/media-type.rules'
import { readChunk, settleBlob } from '../attachment-blobs'
import { type Upload, uploadsOf } from '../attachment-uploads'
import type { ReadContext, WriteContext } from '../context'
import { findCustomerRelation, getCustomerRelation } from '../customer-relation'
import type { ReadHandle } from '../handles'
import { insertRow } from '../insert-row'
import { attachment } from '../schema/attachment'
import { statement } from '../statements'

/**
 * The files at a customer, newest first. They are notes: who may not see those whole sees no file, not even its name (R084).
 * @throws AppError customers.not-found
 */
export function listAttachments(
  context: ReadContext,
  { customerId }: { customerId: number },
): { items: AttachmentItem[] } {
  const { read, session } = context
  const relation = getCustomerRelation(read, context, 'customers.read', customerId)
  if (fieldLevelOf(session.role, 'notes', relation) !== 'full') return { items: [] }
  const items = statement<AttachmentItem>(
    read,
    `SELECT a.id, a.file_name AS fileName, a.media_type AS mediaType, b.bytes, a.category, a.note,
       u.name AS creatorName, a.created_at AS createdAt, a.updated_at AS updatedAt
     FROM attachment a JOIN attachment_blob b ON b.id = a.blob_id JOIN user u ON u.id = a.creator_id
     WHERE a.customer_id = ? ORDER BY a.created_at DESC, a.id DESC`,
  ).all(customerId)
  return { items }
}

/**
 * Puts files that came in as a whole to the customer, under the running command. The category is a first guess.
 * @param asked.followUpId the entry that they came with; a content that the customer has and that belongs to no entry becomes its
 * @returns the new rows, and how many contents the customer had already
 * @throws AppError customers.not-found; core.forbidden; attachments.upload-gone for one that is not whole, of another customer or
 * of another person; attachments.too-many
 */
export function addAttachments(
  context: WriteContext,
  asked: { customerId: number; uploadIds: string[]; followUpId?: number },
): { ids: number[]; already: number } {
  const { write, session } = context
  const { customerId, uploadIds, followUpId = null } = asked
  getCustomerRelation(write, context, 'customers.write', customerId)
  const uploads = [...new Set(uploadIds)].map((id) => {
    const upload = uploadsOf(write).get(id)
    if (upload?.customerId !== customerId || upload.userId !== session.userId || !isWhole(upload))
      throw new AppError('attachments.upload-gone')
    return upload
  })
  if (countAttachments(write, customerId) + uploads.length > maxAttachments)
    throw new AppError('attachments.too-many', 'no room', { limit: maxAttachments })
  const ids = uploads.map((upload) => addOne(context, upload, followUpId))
  // Nothing points at their pieces but the new rows: should the transaction fail, they are swept.
  for (const { id } of uploads) uploadsOf(write).delete(id)
  const added = ids.filter((id) => id !== null)
  return { ids: added, already: ids.length - added.length }
}

function addOne(
  { write, session, clock, newUid }: WriteContext,
  upload: Upload,
  followUpId: number | null,
): number | null {
  const { customerId, fileName, head } = upload
  const blobId = settleBlob(write, upload.blobId, upload.hash.copy().digest('hex'))
  const now = clock()
  const same = 'SELECT id FROM attachment WHERE customer_id = ? AND blob_id = ?'
  const known = statement<{ id: number }>(write, same).get(customerId, blobId)
  if (known) {
    if (followUpId !== null) adopt(write, { id: known.id, followUpId, now })
    return null
  }
  const mediaType = detectMediaType(head)
  return insertRow(write, attachment, {
    ...{ customerId, blobId, fileName, mediaType },
    uid: newUid(),
    followUpId,
    category: guessCategory(fileName, mediaType),
    note: null,
    creatorId: session.userId,
    createdAt: now,
    updatedAt: now,
  })
}

function adopt(
  write: WriteContext['write'],
  values: { id: number; followUpId: number; now: number },
): void {
  statement(
    write,
    `UPDATE attachment SET follow_up_id = @followUpId, updated_at = @now
     WHERE id = @id AND follow_up_id IS NULL`,
  ).run(values)
}

const isWhole = ({ received, bytes }: Upload) => received === bytes

function countAttachments(read: ReadHandle, customerId: number): number {
  const sql = 'SELECT count(*) AS total FROM attachment WHERE customer_id = ?'
  return statement<{ total: number }>(read, sql).get(customerId)?.total ?? 0
}

/** @throws AppError core.not-found, also for a file whose customer the person may not change */
export function updateAttachment(
  context: WriteContext,
  { id, fields }: { id: number; fields: AttachmentFields },
): { id: number } {
  getAttachment(context.write, context, 'customers.write', id)
  context.write.orm
    .update(attachment)
    .set({ ...fields, fileName: toSafeFileName(fields.fileName), updatedAt: context.clock() })
    .where(eq(attachment.id, id))
    .run()
  return { id }
}

/**
 * Takes a file off its customer. Its content stays as long as an undo may bring it back.
 * @throws AppError core.not-found, also for a file whose customer the person may not change
 */
export function deleteAttachment(context: WriteContext, id: number): { id: number } {
  getAttachment(context.write, context, 'customers.write', id)
  context.write.orm.delete(attachment).where(eq(attachment.id, id)).run()
  return { id }
}

/** What is needed to hand a file out piece by piece. */
export type OpenedAttachment = {
  customerId: number
  fileName: string
  mediaType: string
  bytes: number
  /** Number of pieces. */
  chunks: number
}

/** @throws AppError core.not-found, also for a file that the person may not see */
export function openAttachment(context: ReadContext, id: number): OpenedAttachment {
  const { customerId, fileName, mediaType, bytes } = getAttachment(
    ...([context.read, context, 'customers.read', id] as const),
  )
  return { customerId, fileName, mediaType, bytes, chunks: chunkCount(bytes) }
}

/** One piece of a file. @throws AppError core.not-found as `openAttachment`, since rights may end half way */
export function readAttachment(
  context: ReadContext,
  { id, sequence }: { id: number; sequence: number },
): Buffer {
  const { blobId } = getAttachment(context.read, context, 'customers.read', id)
  return readChunk(context.read, blobId, sequence)
}

type Stored = Omit<OpenedAttachment, 'chunks'> & { blobId: number }

function getAttachment(
  read: ReadHandle,
  asking: Pick<ReadContext, 'session' | 'clock'>,
  permission: Permission,
  id: number,
): Stored {
  const row = statement<Stored>(
    read,
    `SELECT a.customer_id AS customerId, a.blob_id AS blobId, a.file_name AS fileName,
       a.media_type AS mediaType, b.bytes
     FROM attachment a JOIN attachment_blob b ON b.id = a.blob_id WHERE a.id = ?`,
  ).get(id)
  const relation = row ? findCustomerRelation(read, asking, row.customerId) : null
  const { role } = asking.session
  const sees = relation !== null && fieldLevelOf(role, 'notes', relation) === 'full'
  if (!row || !sees || !(permission === 'customers.read' || mayUse(role, permission, relation)))
    throw new AppError('core.not-found')
  return row
}
