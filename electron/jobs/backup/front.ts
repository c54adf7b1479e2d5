import { createHash } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import {
  backupManifest,
  type BackupManifest,
} from '@shared/features/backups/backup-manifest.schema'
import type { ByteReader } from './byte-reader'
import { damaged } from './errors'
import {
  checkBytes,
  decodeHead,
  decodeRecordHeader,
  flagChecked,
  formatVersion,
  headBytes,
  headMagic,
  maxManifestBytes,
  maxVaultHeaderBytes,
  recordHeaderBytes,
  type RecordType,
  tailBytes,
  tailMagic,
} from './format'

/** Everything before the pages. */
export type Front = { manifest: BackupManifest; vaultHeader: Buffer }

/**
 * Reads head, manifest and vault header, each proven by its own check, and the length in the tail.
 * @param size bytes of the file
 * @throws AppError `backups.not-a-backup`, `backups.damaged`, `backups.newer-format`
 */
export async function readFront(reader: ByteReader, size: number): Promise<Front> {
  await checkHead(reader, size)
  await checkTail(reader, size)
  const manifest = parseManifest(await readChecked(reader, 'MANI', maxManifestBytes))
  const vaultHeader = await readChecked(reader, 'VHDR', maxVaultHeaderBytes)
  return { manifest, vaultHeader }
}

/** The manifest of a file that may end anywhere behind it. @throws AppError when even that is not whole */
export async function readManifestOfPartial(reader: ByteReader): Promise<BackupManifest> {
  const head = decodeHead(await reader.read(Buffer.alloc(headBytes)))
  if (typeof head === 'string') throw damaged('head')
  return parseManifest(await readChecked(reader, 'MANI', maxManifestBytes))
}

async function checkHead(reader: ByteReader, size: number): Promise<void> {
  if (size < headBytes) {
    const start = await reader.peekAt(0, Buffer.alloc(Math.min(size, headMagic.length)))
    if (headMagic.subarray(0, start.length).equals(start)) throw damaged('shorter than its head')
    throw new AppError('backups.not-a-backup', 'too short')
  }
  const head = decodeHead(await reader.read(Buffer.alloc(headBytes)))
  if (head === 'damaged') throw damaged('head differs from its check')
  if (head === 'foreign') {
    if (await endsLikeOurs(reader, size)) throw damaged('magic differs')
    throw new AppError('backups.not-a-backup', 'no magic')
  }
  if (head.major > formatVersion.major)
    throw new AppError('backups.newer-format', `format ${head.major}`)
}

async function endsLikeOurs(reader: ByteReader, size: number): Promise<boolean> {
  const end = await reader.peekAt(size - tailMagic.length, Buffer.alloc(tailMagic.length))
  return end.equals(tailMagic)
}

/** A file that was cut off or grown is told at once, without reading all of it. */
async function checkTail(reader: ByteReader, size: number): Promise<void> {
  if (size < headBytes + tailBytes) throw damaged('shorter than head and tail')
  const tail = await reader.peekAt(size - tailBytes, Buffer.alloc(tailBytes))
  if (!tail.subarray(40).equals(tailMagic)) throw damaged('no end mark')
  if (tail.readBigUInt64LE(32) !== BigInt(size)) throw damaged('length differs')
}

/** The payload of a small record that must come next. @throws AppError `backups.damaged` */
export async function readChecked(
  reader: ByteReader,
  type: RecordType,
  maxBytes: number,
): Promise<Buffer> {
  const header = await reader.read(Buffer.alloc(recordHeaderBytes))
  const { type: found, flags, length } = decodeRecordHeader(header)
  if (found !== type || (flags & flagChecked) === 0) throw damaged(`no ${type} record`)
  if (length > maxBytes) throw damaged(`${type} record too long`)
  const payload = await reader.read(Buffer.alloc(length))
  const check = await reader.read(Buffer.alloc(checkBytes))
  const expected = createHash('sha256').update(header).update(payload).digest()
  if (!expected.equals(check)) throw damaged(`${type} record differs from its check`)
  return payload
}

function parseManifest(bytes: Buffer): BackupManifest {
  const parsed = backupManifest.safeParse(parseJson(bytes))
  if (!parsed.success) throw damaged('manifest does not parse')
  if (!isCoherent(parsed.data)) throw damaged('manifest contradicts itself')
  return parsed.data
}

function isCoherent(manifest: BackupManifest): boolean {
  const { kind, parentUid, parentHashes, ancestors, part, parts, changedPages } = manifest
  if (part > parts || (changedPages ?? 0) > manifest.pageCount) return false
  const isFull = parentUid === null && parentHashes === null && ancestors.length === 0
  if (kind === 'full') return isFull && changedPages === null
  return parentUid !== null && parentHashes !== null && ancestors.at(-1)?.uid === parentUid
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw damaged('manifest is not JSON')
  }
}
