import { createPrivateKey, createPublicKey, diffieHellman, type KeyObject } from 'node:crypto'
import { hkdf } from './hkdf'
import { keyBytes, wipe } from './keys'
import { randomSecret } from './secret-memory'
import { seal, unseal } from './sealed'

/** DER around 32 raw bytes (RFC 8410), the form in which Node takes X25519 keys. */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex')
const info = Buffer.from('kebu/box/v1')

/** Raw X25519 keys, 32 bytes each. */
export type BoxKeys = { publicKey: Buffer; privateKey: Buffer }

/** A fresh pair. The caller wipes the private key. */
export function createBoxKeys(): BoxKeys {
  const privateKey = randomSecret(keyBytes)
  return { publicKey: publicBytes(privateObject(privateKey)), privateKey }
}

/**
 * Encrypts to a public key, so that keys can be given to somebody whose password is not at hand: ephemeral X25519,
 * HKDF-SHA256 with both public keys as salt, AES-256-GCM. `context` is authenticated, not stored. Base64 of
 * ephemeral key ‖ sealed text. Says nothing about who sealed it.
 * @param publicKey 32 bytes
 */
export function sealToBox(publicKey: Buffer, plain: Buffer, context: string): string {
  const ephemeral = randomSecret(keyBytes)
  const own = privateObject(ephemeral)
  wipe(ephemeral)
  const ephemeralPublic = publicBytes(own)
  const key = agree(own, publicKey, Buffer.concat([ephemeralPublic, publicKey]))
  const sealed = Buffer.from(seal(key, plain, context), 'base64')
  wipe(key)
  return Buffer.concat([ephemeralPublic, sealed]).toString('base64')
}

/** Opens what `sealToBox` made; null when key, context or bytes differ. The caller wipes the answer. */
export function openBox(privateKey: Buffer, sealed: string, context: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < keyBytes) return null
  const ephemeralPublic = bytes.subarray(0, keyBytes)
  const own = privateObject(privateKey)
  const key = findAgreed(own, ephemeralPublic)
  if (!key) return null
  const plain = unseal(key, bytes.subarray(keyBytes).toString('base64'), context)
  wipe(key)
  return plain
}

/** Null for a point of low order, which X25519 refuses. */
function findAgreed(own: KeyObject, ephemeralPublic: Buffer): Buffer | null {
  try {
    return agree(own, ephemeralPublic, Buffer.concat([ephemeralPublic, publicBytes(own)]))
  } catch {
    return null
  }
}

function agree(own: KeyObject, theirs: Buffer, salt: Buffer): Buffer {
  const publicKey = createPublicKey({
    key: Buffer.concat([publicPrefix, theirs]),
    format: 'der',
    type: 'spki',
  })
  const shared = diffieHellman({ privateKey: own, publicKey })
  const key = hkdf(shared, salt, info, keyBytes)
  wipe(shared)
  return key
}

function privateObject(raw: Buffer): KeyObject {
  const der = Buffer.concat([privatePrefix, raw])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  wipe(der)
  return key
}

function publicBytes(key: KeyObject): Buffer {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length)
}
