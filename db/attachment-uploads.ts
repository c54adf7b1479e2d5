import { createHash, type Hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { headBytes } from '@shared/features/attachments/media-type.rules'
import type { ReadHandle } from './handles'

/** A file that is coming in. Its pieces lie in the book already; what is known of the whole is kept here until the last one. */
export type Upload = {
  id: string
  customerId: number
  userId: number
  fileName: string
  blobId: number
  /** As announced. */
  bytes: number
  received: number
  pieces: number
  hash: Hash
  /** The first `headBytes` bytes, which say what the file is. */
  head: Buffer
}

type Begun = Pick<Upload, 'id' | 'customerId' | 'userId' | 'fileName' | 'blobId' | 'bytes'>

const uploads = new WeakMap<Database.Database, Map<string, Upload>>()

/** The files that are coming in over a connection, by id, oldest first. They end with it: a crash leaves none. */
export function uploadsOf({ raw }: Pick<ReadHandle, 'raw'>): Map<string, Upload> {
  const known = uploads.get(raw) ?? new Map<string, Upload>()
  uploads.set(raw, known)
  return known
}

export function startUpload(begun: Begun): Upload {
  const nothing = { received: 0, pieces: 0, hash: createHash('sha256'), head: Buffer.alloc(0) }
  return { ...begun, ...nothing }
}

/** Takes the next piece into account. */
export function notePiece(upload: Upload, piece: Buffer): void {
  const missing = headBytes - upload.head.length
  if (missing > 0) upload.head = Buffer.concat([upload.head, piece.subarray(0, missing)])
  upload.hash.update(piece)
  upload.received += piece.length
  upload.pieces += 1
}
