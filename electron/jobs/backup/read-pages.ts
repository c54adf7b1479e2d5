import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { ByteReader } from './byte-reader'
import { damaged, throwIfCancelled } from './errors'
import {
  decodeRecordHeader,
  flagChecked,
  hashPages,
  pageHashBytes,
  recordHeaderBytes,
  runBytes,
  runHeaderBytes,
  sealedText,
  tailBytes,
} from './format'
import { readChecked } from './front'
import type { Report } from './progress'

type Options = {
  reader: ByteReader
  manifest: BackupManifest
  size: number
  /** Page hashes of the parent; pages that are not in this file are taken to be as there. Null for a full backup. */
  parentList?: Buffer | null
  /** Key of the seal; without it only the unkeyed checks are made. Stays owned by the caller. */
  macKey: Buffer | null
  /** Takes the pages in order, `position` in bytes of the database image. The buffer is used again afterwards. */
  onPages: (pages: Buffer, position: number) => Promise<void>
  report: Report
  signal: AbortSignal
}

/**
 * Reads everything behind the front: all pages against their hashes, the seal, the SHA-256 of the whole.
 * @returns the hashes of all pages of the image, for the next link of the chain
 * @throws AppError `backups.damaged`, `core.cancelled`
 */
export async function readPages(options: Options): Promise<Buffer> {
  const { reader, manifest, size, macKey } = options
  const hashes = Buffer.alloc(manifest.pageCount * pageHashBytes)
  options.parentList?.copy(hashes)
  await readRuns(options, hashes)
  const stored = await readChecked(reader, 'HASH', hashes.length)
  if (!stored.equals(hashes)) throw damaged('page hashes differ')
  const sealed = sealedText(reader.digestSoFar())
  const seal = await readChecked(reader, 'SEAL', 32)
  if (macKey !== null && !sealFits(seal, sealed, macKey)) throw damaged('seal differs')
  if (reader.position() !== size - tailBytes) throw damaged('bytes between seal and tail')
  const tail = await reader.peekAt(reader.position(), Buffer.alloc(tailBytes))
  if (!reader.digestSoFar().equals(tail.subarray(0, 32))) throw damaged('whole file hash differs')
  options.report({ phase: 'proving', done: size, total: size })
  return hashes
}

/** The next run is read and hashed while the last one is still being written, so there are two buffers. */
async function readRuns(options: Options, hashes: Buffer): Promise<void> {
  const { reader, manifest, signal, report, size } = options
  const { pageSize, pageCount, kind } = manifest
  const bytes = Math.min(Math.max(runBytes, pageSize), pageCount * pageSize)
  let [buffer, spare] = [Buffer.alloc(bytes), Buffer.alloc(bytes)]
  let writing = Promise.resolve()
  let done = 0
  try {
    while (kind === 'full' ? done < pageCount : await isRunNext(reader)) {
      throwIfCancelled(signal)
      const { first, count } = await readRunHeader(reader, done, manifest)
      const pages = await reader.read(buffer.subarray(0, count * pageSize))
      hashPages(pages, pageSize, hashes, first)
      await writing
      writing = options.onPages(pages, first * pageSize)
      writing.catch(() => undefined)
      ;[buffer, spare] = [spare, buffer]
      done = first + count
      report({ phase: 'proving', done: reader.position(), total: size })
    }
  } finally {
    await writing
  }
}

async function isRunNext(reader: ByteReader): Promise<boolean> {
  const header = await reader.peekAt(reader.position(), Buffer.alloc(recordHeaderBytes))
  return decodeRecordHeader(header).type === 'PAGE'
}

/**
 * Place (from 0) and number of pages of the next run. In a full backup it goes on where the last one ended; in others it lies
 * anywhere behind.
 */
async function readRunHeader(
  reader: ByteReader,
  done: number,
  { pageSize, pageCount, kind }: BackupManifest,
): Promise<{ first: number; count: number }> {
  const header = decodeRecordHeader(await reader.read(Buffer.alloc(recordHeaderBytes)))
  if (header.type !== 'PAGE' || (header.flags & flagChecked) !== 0) throw damaged('no PAGE record')
  const run = await reader.read(Buffer.alloc(runHeaderBytes))
  const [first, count] = [run.readUInt32LE(0) - 1, run.readUInt32LE(4)]
  const fits = count >= 1 && count * pageSize <= Math.max(runBytes, pageSize)
  const inOrder = kind === 'full' ? first === done : first >= done
  if (!fits || !inOrder || first + count > pageCount) throw damaged('run out of order')
  if (header.length !== runHeaderBytes + count * pageSize) throw damaged('run length differs')
  return { first, count }
}

function sealFits(seal: Buffer, sealed: Buffer, macKey: Buffer): boolean {
  const expected = createHmac('sha256', macKey).update(sealed).digest()
  return seal.length === expected.length && timingSafeEqual(seal, expected)
}
