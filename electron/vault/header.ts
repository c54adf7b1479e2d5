import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import { instant, uid } from '@shared/core/schemas'
import { z } from 'zod'
import { canonicalJson } from './canonical-json'
import { deriveKey, type VaultKeys, wipe } from './keys'
import { slotsSchema } from './slot-schema'

const bodySchema = z.strictObject({
  format: z.literal('kebu-vault'),
  version: z.literal(2),
  vaultId: uid,
  /** Rises with every write, so that an older copy can be told from a newer one. */
  generation: z.number().int().min(1),
  writtenAt: instant,
  bookName: z.string().min(1).max(60),
  createdAt: instant,
  pageCipher: z.literal('chacha20'),
  slots: slotsSchema,
})
const headerSchema = bodySchema.extend({
  checksum: z.string(),
  mac: z.string(),
  /** While a rotation is under way: the same under the next keys. */
  nextMac: z.string().nullable(),
})

/** What every version of the header says, this one and later ones. */
const anyVersionSchema = z.looseObject({
  format: z.literal('kebu-vault'),
  version: z.number(),
  checksum: z.string(),
})

export type HeaderBody = z.output<typeof bodySchema>
/** `vault.json`: who may open the book and the wrapped keys. Holds no key in the clear. */
export type VaultHeader = z.output<typeof headerSchema>

/** The largest header that is read at all. */
export const maxHeaderBytes = 1024 * 1024

/**
 * Reads a header and checks its unkeyed checksum, so that an accident on disk is never mistaken for a wrong password. The
 * checksum is made alike in every version: only a header that is whole can be of another one.
 * @throws AppError `vault.header-damaged`, or `vault.header-unsupported` for another version
 */
export function parseHeader(bytes: Buffer): VaultHeader {
  if (bytes.length > maxHeaderBytes) throw new AppError('vault.header-damaged', 'header too large')
  const json = readJson(bytes)
  const any = anyVersionSchema.safeParse(json)
  if (!any.success) throw new AppError('vault.header-damaged', 'header does not parse')
  const { checksum, ...signed } = any.data
  if (checksumOf(signed) !== checksum)
    throw new AppError('vault.header-damaged', 'header checksum differs')
  if (any.data.version !== 2)
    throw new AppError('vault.header-unsupported', 'header of another version')
  const parsed = headerSchema.safeParse(json)
  if (!parsed.success || (parsed.data.nextMac !== null) !== isRotating(parsed.data))
    throw new AppError('vault.header-damaged', 'header does not parse')
  return parsed.data
}

/**
 * Signs a header body with the vault's own key and adds the checksum.
 * @param nextKeys the keys after the rotation that is under way, else null
 */
export function signHeader(
  body: HeaderBody,
  keys: VaultKeys,
  nextKeys: VaultKeys | null = null,
): VaultHeader {
  const signed = {
    ...body,
    mac: macOf(body, keys),
    nextMac: nextKeys && macOf(body, nextKeys),
  }
  return { ...signed, checksum: checksumOf(signed) }
}

/**
 * Proves after an unwrap that nobody changed the header who could not open the vault. Amid a rotation either key proves it.
 * @throws AppError `vault.header-damaged`
 */
export function verifyHeader(
  header: VaultHeader,
  keys: VaultKeys,
  nextKeys: VaultKeys | null = null,
): void {
  const body = bodyOf(header)
  if (isEqual(macOf(body, keys), header.mac)) return
  if (nextKeys && header.nextMac !== null && isEqual(macOf(body, nextKeys), header.nextMac)) return
  throw new AppError('vault.header-damaged', 'header MAC differs')
}

/** True while slots hold both the current keys and those after a rotation. */
export function isRotating(header: VaultHeader): boolean {
  return header.slots.some(({ nextWrapped }) => nextWrapped !== null)
}

/** Bytes as written to disk and into every backup. */
export function headerBytes(header: VaultHeader): Buffer {
  return Buffer.from(`${JSON.stringify(header, null, 2)}\n`)
}

/** The signed part of a header. */
export function bodyOf(header: VaultHeader): HeaderBody {
  const { checksum: _checksum, mac: _mac, nextMac: _nextMac, ...body } = header
  return body
}

function checksumOf(signed: object): string {
  return createHash('sha256').update(canonicalJson(signed)).digest('hex')
}

function macOf(body: HeaderBody, keys: VaultKeys): string {
  const key = deriveKey(keys, body.vaultId, 'header-mac')
  const mac = createHmac('sha256', key).update(canonicalJson(body)).digest('hex')
  wipe(key)
  return mac
}

function isEqual(expected: string, found: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(found)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('vault.header-damaged', 'header is not JSON')
  }
}
