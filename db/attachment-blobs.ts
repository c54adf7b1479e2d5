import type { ReadHandle, WriteHandle } from './handles'
import { uploadsOf } from './attachment-uploads'
import { statement } from './statements'

/** Stands in place of the hash of a content that has not arrived as a whole. */
const partial = 'partial:'

/** Makes room for the pieces of a content whose hash is not known yet. @returns row id */
export function beginBlob(
  write: WriteHandle,
  { uploadId, bytes, now }: { uploadId: string; bytes: number; now: number },
): number {
  const { lastInsertRowid } = statement(
    write,
    'INSERT INTO attachment_blob (sha256, bytes, created_at) VALUES (?, ?, ?)',
  ).run(partial + uploadId, bytes, now)
  return Number(lastInsertRowid)
}

/** @param sequence from 0 */
export function writeChunk(
  write: WriteHandle,
  { blobId, sequence, content }: { blobId: number; sequence: number; content: Buffer },
): void {
  statement(
    write,
    'INSERT INTO attachment_chunk (blob_id, sequence, content) VALUES (?, ?, ?)',
  ).run(blobId, sequence, content)
}

/** One piece of a content. @throws Error when it is not there */
export function readChunk(read: ReadHandle, blobId: number, sequence: number): Buffer {
  const row = statement<{ content: Buffer }>(
    read,
    'SELECT content FROM attachment_chunk WHERE blob_id = ? AND sequence = ?',
  ).get(blobId, sequence)
  if (!row) throw new Error('a piece of an attachment is missing')
  return row.content
}

/** The content with this hash, or null. @param sha256 hex */
export function findBlob(read: ReadHandle, sha256: string): number | null {
  const sql = 'SELECT id FROM attachment_blob WHERE sha256 = ?'
  return statement<{ id: number }>(read, sql).get(sha256)?.id ?? null
}

/** Gives a content that arrived its hash; where the book holds the same already that one is used and this one goes. @returns row id */
export function settleBlob(write: WriteHandle, blobId: number, sha256: string): number {
  const known = findBlob(write, sha256)
  if (known !== null) {
    deleteBlob(write, blobId)
    return known
  }
  statement(write, 'UPDATE attachment_blob SET sha256 = ? WHERE id = ?').run(sha256, blobId)
  return blobId
}

export function deleteBlob(write: WriteHandle, blobId: number): void {
  statement(write, 'DELETE FROM attachment_chunk WHERE blob_id = ?').run(blobId)
  statement(write, 'DELETE FROM attachment_blob WHERE id = ?').run(blobId)
}

/**
 * Removes contents that no attachment names and that no undo can bring back: those of erased customers, and what a crash
 * left of a file that was coming in. Files that are coming in now stay.
 * @returns how many went
 */
export function sweepBlobs(write: WriteHandle): number {
  const coming = [...uploadsOf(write).values()].map(({ blobId }) => blobId)
  const unused = statement<{ id: number }>(
    write,
    `SELECT b.id FROM attachment_blob b
     WHERE b.id NOT IN (SELECT value FROM json_each(?))
       AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.blob_id = b.id)
       AND NOT EXISTS (SELECT 1 FROM change WHERE table_name = 'attachment' AND operation = 'delete'
         AND before ->> '$.blob_id' = b.id)`,
  ).all(JSON.stringify(coming))
  for (const { id } of unused) deleteBlob(write, id)
  return unused.length
}
