import { createHmac } from 'node:crypto'
import { allocateSecret } from './secret-memory'

const hashBytes = 32

/**
 * HKDF-SHA256 (RFC 5869). Written out over HMAC, because Node's own wraps the secret in a KeyObject, whose copy nobody can
 * wipe. The caller wipes the result.
 * @param length bytes, at most 8160
 */
export function hkdf(secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer {
  const extracted = createHmac('sha256', salt).update(secret).digest()
  const output = allocateSecret(length)
  let block: Buffer = Buffer.alloc(0)
  for (let done = 0; done < length; done += hashBytes) {
    const next = createHmac('sha256', extracted)
      .update(block)
      .update(info)
      .update(Buffer.of(done / hashBytes + 1))
      .digest()
    block.fill(0)
    block = next
    block.copy(output, done)
  }
  block.fill(0)
  extracted.fill(0)
  return output
}
