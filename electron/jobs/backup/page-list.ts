import { createHash } from 'node:crypto'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import { damaged } from './errors'
import { pageHashBytes, type RecordType } from './format'
import type { PageRun } from './read-ahead'

const digestBytes = 32
/** Number of the page, from 0, and its hash. */
const entryBytes = 4 + pageHashBytes

/** The record behind the pages that tells the hash of every page of the image. */
export type PageListRecord = { type: Extract<RecordType, 'HASH' | 'DIFF'>; bytes: number }

type Shape = Pick<BackupManifest, 'pageCount' | 'changedPages'>

/** A full backup lists all pages; a link, whose parent lists the others, only its own, or its list would outweigh its pages. */
export function pageListRecord({ pageCount, changedPages }: Shape): PageListRecord {
  return changedPages === null
    ? { type: 'HASH', bytes: pageCount * pageHashBytes }
    : { type: 'DIFF', bytes: digestBytes + changedPages * entryBytes }
}

/**
 * What the record of a backup must hold.
 * @param hashes of all pages of the image @param runs the pages that it carries
 * @throws AppError `backups.damaged` when these are not as many as the manifest says
 */
export function encodePageList(shape: Shape, hashes: Buffer, runs: readonly PageRun[]): Buffer {
  if (shape.changedPages === null) return hashes
  const list = Buffer.alloc(pageListRecord(shape).bytes)
  createHash('sha256').update(hashes).digest().copy(list)
  let at = digestBytes
  for (const { first, count } of runs)
    for (let page = first; page < first + count; page++) {
      if (at + entryBytes > list.length) throw damaged('more pages than announced')
      list.writeUInt32LE(page, at)
      hashes.copy(list, at + 4, page * pageHashBytes, (page + 1) * pageHashBytes)
      at += entryBytes
    }
  if (at !== list.length) throw damaged('fewer pages than announced')
  return list
}

/**
 * The hashes of all pages, from the record and the parent's hashes.
 * @throws AppError `backups.damaged` when they are not those of the image that the record was made for
 */
export function decodePageList(shape: Shape, payload: Buffer, parentList: Buffer | null): Buffer {
  const { pageCount, changedPages } = shape
  if (payload.length !== pageListRecord(shape).bytes) throw damaged('page list has another length')
  if (changedPages === null) return payload
  const hashes = Buffer.alloc(pageCount * pageHashBytes)
  parentList?.copy(hashes)
  for (let at = digestBytes; at < payload.length; at += entryBytes) {
    const page = payload.readUInt32LE(at)
    if (page >= pageCount) throw damaged('page behind the end')
    payload.copy(hashes, page * pageHashBytes, at + 4, at + entryBytes)
  }
  const digest = createHash('sha256').update(hashes).digest()
  if (!digest.equals(payload.subarray(0, digestBytes))) throw damaged('page hashes differ')
  return hashes
}
