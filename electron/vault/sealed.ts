import { createCipheriv, createDecipheriv, type DecipherGCM, randomBytes } from 'node:crypto'
import { allocateSecret } from './secret-memory'

const nonceBytes = 12
const tagBytes = 16
/** Half a block: too little of a key to be of use. */
const pieceBytes = 8

/** Encrypts with AES-256-GCM under a fresh random nonce; `context` is authenticated, not stored. Base64 of nonce ‖ tag ‖ text. */
export function seal(key: Buffer, plain: Buffer, context: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

/** Opens what `seal` made; null when key, context or bytes differ. */
export function unseal(key: Buffer, sealed: string, context: string): Buffer | null {
  const bytes = Buffer.from(sealed, 'base64')
  if (bytes.length < nonceBytes + tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
  decipher.setAAD(Buffer.from(context))
  decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  const plain = decipherInPieces(decipher, bytes.subarray(nonceBytes + tagBytes))
  try {
    decipher.final()
    return plain
  } catch {
    plain.fill(0)
    return null
  }
}

/** In pieces, because Node reallocates what each call gives back and leaves the first copy unwiped (found by a memory scan). */
function decipherInPieces(decipher: DecipherGCM, sealed: Buffer): Buffer {
  const plain = allocateSecret(sealed.length)
  for (let at = 0; at < sealed.length; at += pieceBytes) {
    const piece = decipher.update(sealed.subarray(at, at + pieceBytes))
    piece.copy(plain, at)
    piece.fill(0)
  }
  return plain
}
