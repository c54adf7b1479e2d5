import { asc, eq, sql } from 'drizzle-orm'
import { chunkCount } from '@shared/features/attachments/attachments.rules'
import { findBlob, readChunk, writeChunk } from '../attachment-blobs'
import type { ReadHandle, WriteHandle } from '../handles'
import { insertRow } from '../insert-row'
import { attachment, attachmentBlob } from '../schema/attachment'
import { prepared, statement } from '../statements'

/** A file at a customer as one book holds it, with what tells its content from others. */
export type CopiedAttachment = {
  row: typeof attachment.$inferSelect
  sha256: string
  bytes: number
}

const attachmentsByCustomer = ({ orm }: ReadHandle) =>
  orm
    .select({ row: attachment, sha256: attachmentBlob.sha256, bytes: attachmentBlob.bytes })
    .from(attachment)
    .innerJoin(attachmentBlob, eq(attachmentBlob.id, attachment.blobId))
    .where(eq(attachment.customerId, sql.placeholder('id')))
    .orderBy(asc(attachment.id))
    .prepare()

/** The files at a customer. @param id row id in the same book */
export function listCopiedAttachments(read: ReadHandle, id: number): CopiedAttachment[] {
  return prepared(read, attachmentsByCustomer).all({ id })
}

/** Files of the backup that the customer does not have now, neither as that file nor as another one of the same content. */
export function newAttachmentsOf(
  copied: { attachments: CopiedAttachment[] },
  present: { attachments: CopiedAttachment[] },
): CopiedAttachment[] {
  const uids = new Set(present.attachments.map(({ row }) => row.uid))
  const contents = new Set(present.attachments.map(({ sha256 }) => sha256))
  return copied.attachments.filter(({ row, sha256 }) => !uids.has(row.uid) && !contents.has(sha256))
}

/** A file that hangs on another customer by now stays there. */
export function isAttachmentFree(present: ReadHandle, uid: string): boolean {
  return statement(present, 'SELECT 1 FROM attachment WHERE uid = ?').get(uid) === undefined
}

/** Takes a content over from a copy, one piece at a time, unless the book has it. @returns row id */
export function takeBlob(
  write: WriteHandle,
  copy: ReadHandle,
  { row, sha256, bytes }: CopiedAttachment,
  now: number,
): number {
  const known = findBlob(write, sha256)
  if (known !== null) return known
  const blobId = insertRow(write, attachmentBlob, { sha256, bytes, createdAt: now })
  for (let sequence = 0; sequence < chunkCount(bytes); sequence += 1)
    writeChunk(write, { blobId, sequence, content: readChunk(copy, row.blobId, sequence) })
  return blobId
}
