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
import { encodePageList, pageListRecord } from './page-list'
import type { PageRun } from './read-ahead'
import type { Report } from './progress'

/** What was read of a backup so far. */
export type PagesRead = {
  /** Hashes of all pages of the image, for the next link of the chain. */
  hashes: Buffer
  /** Pages behind which the next run must lie. */
  done: number
  /** Where the pages lay that were read. */
  runs: PageRun[]
  /** Digests in the tails of the parts that were read. */
  digests: Buffer[]
}

type Options = {
  reader: ByteReader
  /** Of this part. */
  manifest: BackupManifest
  size: number
  /** Page hashes of the parent; pages that are not in this file are taken to be as there. Null for a full backup. */
  parentList?: Buffer | null
  /** What the part before left; null for the first. */
  before?: PagesRead | null
  /** Key of the seal; without it only the unkeyed checks are made. Stays owned by the caller. */
  macKey: Buffer | null
  /** Takes the pages in order, `position` in bytes of the database image. The buffer is used again afterwards. */
  onPages: (pages: Buffer, position: number) => Promise<void>
  report: Report
  signal: AbortSignal
}

/**
 * Reads everything behind the front of a part: its pages, the SHA-256 of the whole file, and in the last part all hashes and the seal
 * over all parts.
 * @throws AppError `backups.damaged`, `core.cancelled`
 */
export async function readPages(options: Options): Promise<PagesRead> {
  const { reader, manifest, size } = options
  const read = options.before ?? startReading(options)
  await readRuns(options, read)
  if (manifest.part === manifest.parts) await readEnd(options, read)
  if (reader.position() !== size - tailBytes) throw damaged('bytes before the tail')
  const tail = await reader.peekAt(reader.position(), Buffer.alloc(tailBytes))
  const digest = reader.digestSoFar()
  if (!digest.equals(tail.subarray(0, 32))) throw damaged('whole file hash differs')
  options.report({ phase: 'proving', done: size, total: size })
  return { ...read, digests: [...read.digests, digest] }
}

function startReading({ manifest, parentList }: Options): PagesRead {
  const hashes = Buffer.alloc(manifest.pageCount * pageHashBytes)
  parentList?.copy(hashes)
  return { hashes, done: 0, runs: [], digests: [] }
}

/** The list of hashes and the seal, which only the last part has. */
async function readEnd(
  { reader, manifest, macKey }: Options,
  { hashes, done, runs, digests }: PagesRead,
): Promise<void> {
  if (manifest.kind === 'full' && done !== manifest.pageCount) throw damaged('pages are missing')
  const { type, bytes } = pageListRecord(manifest)
  const stored = await readChecked(reader, type, bytes)
  if (!stored.equals(encodePageList(manifest, hashes, runs))) throw damaged('page hashes differ')
  const sealed = sealedText(reader.digestSoFar(), digests)
  const seal = await readChecked(reader, 'SEAL', 32)
  if (macKey !== null && !sealFits(seal, sealed, macKey)) throw damaged('seal differs')
}

/** The next run is read and hashed while the last one is still being written, so there are two buffers. */
async function readRuns(options: Options, read: PagesRead): Promise<void> {
  const { reader, manifest, signal, report, size } = options
  const { pageSize, pageCount } = manifest
  const bytes = Math.min(Math.max(runBytes, pageSize), pageCount * pageSize)
  let [buffer, spare] = [Buffer.alloc(bytes), Buffer.alloc(bytes)]
  let writing = Promise.resolve()
  try {
    while (await isRunNext(options)) {
      throwIfCancelled(signal)
      const { first, count } = await readRunHeader(reader, read.done, manifest)
      const pages = await reader.read(buffer.subarray(0, count * pageSize))
      hashPages(pages, pageSize, read.hashes, first)
      await writing
      writing = options.onPages(pages, first * pageSize)
      writing.catch(() => undefined)
      ;[buffer, spare] = [spare, buffer]
      read.done = first + count
      if (manifest.kind !== 'full') read.runs.push({ first, count })
      report({ phase: 'proving', done: reader.position(), total: size })
    }
  } finally {
    await writing
  }
}

async function isRunNext({ reader, manifest, size }: Options): Promise<boolean> {
  // Behind the last run of an earlier part comes its tail, whose first bytes may say anything.
  if (manifest.part < manifest.parts) return reader.position() < size - tailBytes
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
