import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '@shared/core/errors'
import { roles } from '@shared/core/permissions'
import { uid } from '@shared/core/schemas'
import { z } from 'zod'
import { canonicalJson } from './canonical-json'
import { kdfSchema } from './kdf'
import { deriveKey, type VaultKeys, wipe } from './keys'

const slotBase = { id: uid, kdf: kdfSchema, wrapped: z.base64().max(400) }
const passwordSlot = z.strictObject({
  ...slotBase,
  kind: z.literal('password'),
  userUid: uid,
  name: z.string().max(50),
  role: z.enum(roles),
})
const recoverySlot = z.strictObject({ ...slotBase, kind: z.literal('recovery') })
const slotSchema = z.discriminatedUnion('kind', [passwordSlot, recoverySlot])

export type Slot = z.output<typeof slotSchema>
export type PasswordSlot = z.output<typeof passwordSlot>
export type RecoverySlot = z.output<typeof recoverySlot>

const bodySchema = z.strictObject({
  format: z.literal('kebu-vault'),
  version: z.literal(1),
  vaultId: uid,
  /** Rises with every write, so that an older copy can be told from a newer one. */
  generation: z.number().int().min(1),
  bookName: z.string().min(1).max(60),
  createdAt: z.number().int(),
  pageCipher: z.literal('chacha20'),
  slots: z.array(slotSchema).min(1).max(200),
})
const headerSchema = bodySchema.extend({ checksum: z.string(), mac: z.string() })

export type HeaderBody = z.output<typeof bodySchema>
/** `vault.json`: who may open the book and the wrapped keys. Holds no key in the clear. */
export type VaultHeader = z.output<typeof headerSchema>

/** The largest header that is read at all. */
export const maxHeaderBytes = 1024 * 1024

/**
 * Reads a header and checks its unkeyed checksum, so that an accident on disk is never mistaken for a wrong password.
 * @throws AppError `vault.header-damaged`, or `vault.header-unsupported` for a newer version
 */
export function parseHeader(bytes: Buffer): VaultHeader {
  if (bytes.length > maxHeaderBytes) throw new AppError('vault.header-damaged', 'header too large')
  const json = readJson(bytes)
  const version = z
    .looseObject({ format: z.literal('kebu-vault'), version: z.number() })
    .safeParse(json)
  if (version.success && version.data.version > 1)
    throw new AppError('vault.header-unsupported', 'header of a newer version')
  const parsed = headerSchema.safeParse(json)
  if (!parsed.success) throw new AppError('vault.header-damaged', 'header does not parse')
  if (checksumOf(bodyOf(parsed.data), parsed.data.mac) !== parsed.data.checksum)
    throw new AppError('vault.header-damaged', 'header checksum differs')
  return parsed.data
}

/** Signs a header body with the vault's own key and adds the checksum. */
export function signHeader(body: HeaderBody, keys: VaultKeys): VaultHeader {
  const mac = macOf(body, keys)
  return { ...body, checksum: checksumOf(body, mac), mac }
}

/**
 * Proves after an unwrap that nobody changed the header who could not open the vault.
 * @throws AppError `vault.header-damaged`
 */
export function verifyHeader(header: VaultHeader, keys: VaultKeys): void {
  const expected = Buffer.from(macOf(bodyOf(header), keys))
  const found = Buffer.from(header.mac)
  if (expected.length !== found.length || !timingSafeEqual(expected, found))
    throw new AppError('vault.header-damaged', 'header MAC differs')
}

/** Bytes as written to disk and into every backup. */
export function headerBytes(header: VaultHeader): Buffer {
  return Buffer.from(`${JSON.stringify(header, null, 2)}\n`)
}

/** The signed part of a header. */
export function bodyOf(header: VaultHeader): HeaderBody {
  const { checksum: _checksum, mac: _mac, ...body } = header
  return body
}

function checksumOf(body: HeaderBody, mac: string): string {
  return createHash('sha256')
    .update(canonicalJson({ ...body, mac }))
    .digest('hex')
}

function macOf(body: HeaderBody, keys: VaultKeys): string {
  const key = deriveKey(keys, body.vaultId, 'header-mac')
  const mac = createHmac('sha256', key).update(canonicalJson(body)).digest('hex')
  wipe(key)
  return mac
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new AppError('vault.header-damaged', 'header is not JSON')
  }
}
