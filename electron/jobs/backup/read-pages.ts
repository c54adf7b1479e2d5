import { createHmac, timingSafeEqual } from 'node:crypto'
import type { BackupManifest } from '@shared/features/backups/backup-manifest.schema'
import type { ByteReader } from './byte-reader'
import { damaged, throwIfCancelled } from './errors'
import {
  decodeRecordHeader,
  flagChecked,
  hashPage,
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
  /** Key of the seal; without it only the unkeyed checks are made. Stays owned by the caller. */
  macKey: Buffer | null
  /** Takes the pages in order, `position` in bytes of the database image. The buffer is used again afterwards. */
  onPages: (pages: Buffer, position: number) => Promise<void>
  report: Report
  signal: AbortSignal
}

/**
 * Reads everything behind the front: all pages against their hashes, the seal, the SHA-256 of the whole.
 * @throws AppError `backups.damaged`, `core.cancelled`
 */
export async function readPages(options: Options): Promise<void> {
  const { reader, manifest, size, macKey } = options
  const hashes = Buffer.alloc(manifest.pageCount * pageHashBytes)
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
}

async function readRuns(options: Options, hashes: Buffer): Promise<void> {
  const { reader, manifest, signal, report, size } = options
  const { pageSize, pageCount } = manifest
  const buffer = Buffer.alloc(Math.min(Math.max(runBytes, pageSize), pageCount * pageSize))
  let done = 0
  while (done < pageCount) {
    throwIfCancelled(signal)
    const count = await readRunHeader(reader, done, manifest)
    const pages = await reader.read(buffer.subarray(0, count * pageSize))
    for (let index = 0; index < count; index++) {
      const page = pages.subarray(index * pageSize, (index + 1) * pageSize)
      hashPage(page).copy(hashes, (done + index) * pageHashBytes)
    }
    await options.onPages(pages, done * pageSize)
    done += count
    report({ phase: 'proving', done: reader.position(), total: size })
  }
}

/** Number of pages in the next run, which must go on where the last one ended. */
async function readRunHeader(
  reader: ByteReader,
  done: number,
  { pageSize, pageCount }: BackupManifest,
): Promise<number> {
  const header = decodeRecordHeader(await reader.read(Buffer.alloc(recordHeaderBytes)))
  if (header.type !== 'PAGE' || (header.flags & flagChecked) !== 0) throw damaged('no PAGE record')
  const run = await reader.read(Buffer.alloc(runHeaderBytes))
  const [first, count] = [run.readUInt32LE(0), run.readUInt32LE(4)]
  const fits = count >= 1 && count * pageSize <= Math.max(runBytes, pageSize)
  if (!fits || first !== done + 1 || done + count > pageCount) throw damaged('run out of order')
  if (header.length !== runHeaderBytes + count * pageSize) throw damaged('run length differs')
  return count
}

function sealFits(seal: Buffer, sealed: Buffer, macKey: Buffer): boolean {
  const expected = createHmac('sha256', macKey).update(sealed).digest()
  return seal.length === expected.length && timingSafeEqual(seal, expected)
}
