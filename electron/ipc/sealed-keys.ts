import { openBox, sealToBox } from '../vault/box'
import { keyBytes } from '../vault/keys'

type Sealed = { sealedKey: string }
const context = 'kebu/link/v1'

/** Byte arrays as long as a key are keys. */
function isKey(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && value.length === keyBytes
}

/** A payload holds its keys itself or in one object of it, such as `keys`; lists are not looked through. */
const depth = 2

/** True when a payload carries a key. */
export function holdsKey(value: unknown, levels = depth): boolean {
  if (isKey(value)) return true
  return levels > 0 && isRecord(value) && Object.values(value).some((v) => holdsKey(v, levels - 1))
}

/**
 * A copy of a payload whose keys are sealed to the process that gets it, so that no buffer on the way (in the serializer, in
 * the pipe) holds one in the clear (X1). The keys in the payload are overwritten with zeros.
 */
export function sealKeys(value: unknown, publicKey: Buffer, levels = depth): unknown {
  if (isKey(value)) {
    const key = Buffer.from(value.buffer, value.byteOffset, value.length)
    const sealed: Sealed = { sealedKey: sealToBox(publicKey, key, context) }
    key.fill(0)
    return sealed
  }
  return mapRecord(value, levels, (item) => sealKeys(item, publicKey, levels - 1))
}

/** Undoes `sealKeys`. @throws Error when a key was sealed to somebody else */
export function unsealKeys(value: unknown, privateKey: Buffer, levels = depth): unknown {
  if (isRecord(value) && typeof value.sealedKey === 'string') {
    const key = openBox(privateKey, value.sealedKey, context)
    if (!key) throw new Error('sealed key does not open')
    return key
  }
  return mapRecord(value, levels, (item) => unsealKeys(item, privateKey, levels - 1))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !ArrayBuffer.isView(value) &&
    !Array.isArray(value)
  )
}

function mapRecord(value: unknown, levels: number, map: (item: unknown) => unknown): unknown {
  if (levels === 0 || !isRecord(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, map(item)]))
}
