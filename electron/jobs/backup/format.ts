import { createHash, createHmac, hash } from 'node:crypto'

/** Layout of a `.kebubak` file; docs/backup-format.md tells the whole. All numbers are little-endian. */
export const formatVersion = { major: 1, minor: 2 } as const

export const headMagic = Buffer.from('KEBUBAK\x1a', 'latin1')
export const tailMagic = Buffer.from('KEBUEND\x1a', 'latin1')
export const headBytes = 32
export const tailBytes = 48
export const recordHeaderBytes = 16
export const checkBytes = 32
export const pageHashBytes = 16
/** First page number and number of pages, before the pages of a `PAGE` record. */
export const runHeaderBytes = 8

export const maxManifestBytes = 1024 * 1024
export const maxVaultHeaderBytes = 1024 * 1024
/** Bytes of pages in one record: what is read, hashed and written at a time. */
export const runBytes = 1024 * 1024

/** Pages in one record at most. */
export function pagesPerRun(pageSize: number): number {
  return Math.max(1, Math.floor(runBytes / pageSize))
}

export const recordTypes = ['MANI', 'VHDR', 'PAGE', 'HASH', 'DIFF', 'SEAL'] as const
export type RecordType = (typeof recordTypes)[number]

/** A reader that does not know the record must refuse the file. */
export const flagRequired = 1
/** SHA-256 of record header and payload follows the payload. */
export const flagChecked = 2

export type RecordHeader = { type: string; flags: number; length: number }

/** The first 32 bytes; they keep this shape in every version of the format. */
export function encodeHead(): Buffer {
  const head = Buffer.alloc(headBytes)
  headMagic.copy(head)
  head.writeUInt16LE(formatVersion.major, 8)
  head.writeUInt16LE(formatVersion.minor, 10)
  headCheck(head).copy(head, 16)
  return head
}

/** What the first bytes say; `damaged` when they are ours but do not agree with their check. */
export function decodeHead(head: Buffer): { major: number; minor: number } | 'foreign' | 'damaged' {
  if (!head.subarray(0, headMagic.length).equals(headMagic)) return 'foreign'
  if (!headCheck(head).equals(head.subarray(16, headBytes))) return 'damaged'
  return { major: head.readUInt16LE(8), minor: head.readUInt16LE(10) }
}

function headCheck(head: Buffer): Buffer {
  return createHash('sha256').update(head.subarray(0, 16)).digest().subarray(0, 16)
}

export function encodeRecordHeader(type: RecordType, flags: number, length: number): Buffer {
  const header = Buffer.alloc(recordHeaderBytes)
  header.write(type, 0, 'latin1')
  header.writeUInt32LE(flags, 4)
  header.writeBigUInt64LE(BigInt(length), 8)
  return header
}

export function decodeRecordHeader(header: Buffer): RecordHeader {
  return {
    type: header.toString('latin1', 0, 4),
    flags: header.readUInt32LE(4),
    length: Number(header.readBigUInt64LE(8)),
  }
}

/** The last 48 bytes: SHA-256 of everything before, length of the whole file, end mark. */
export function encodeTail(digest: Buffer, fileBytes: number): Buffer {
  const tail = Buffer.alloc(tailBytes)
  digest.copy(tail)
  tail.writeBigUInt64LE(BigInt(fileBytes), 32)
  tailMagic.copy(tail, 40)
  return tail
}

/**
 * Puts the hashes of some pages into the list: the first half of the SHA-256 of each encrypted page; 128 bits tell pages apart and keep
 * the list small. Hashed in one call each, which takes about half of the time of a `Hash` object per page.
 * @param first number of the first page, from 0
 */
export function hashPages(pages: Buffer, pageSize: number, list: Buffer, first: number): void {
  for (let at = 0; at < pages.length; at += pageSize) {
    const hex = hash('sha256', pages.subarray(at, at + pageSize), 'hex')
    list.write(hex, (first + at / pageSize) * pageHashBytes, pageHashBytes, 'hex')
  }
}

/** SHA-256 of a whole list of page hashes, as the next link of a chain names it. */
export function digestOfList(list: Buffer): string {
  return createHash('sha256').update(list).digest('hex')
}

/** Fingerprint of the key of the seal; says nothing about the key. */
export function backupKeyId(macKey: Uint8Array): string {
  const text = 'kebu/backup-key-id/v1'
  return createHmac('sha256', macKey).update(text).digest().subarray(0, 16).toString('hex')
}

/**
 * Bytes under the seal: a label, so that the key never signs two kinds of text, and the digest of all that stands before.
 * @param earlier digests in the tails of the parts before the last one, in order
 */
export function sealedText(digest: Buffer, earlier: readonly Buffer[] = []): Buffer {
  return Buffer.concat([Buffer.from('kebu/backup-seal/v1\0'), digest, ...earlier])
}
