import { randomFillSync } from 'node:crypto'

/**
 * Memory for a secret that can be wiped. Not `Buffer.alloc`, `randomBytes` or `Uint8Array.from`: V8 keeps typed arrays of up to 64
 * bytes on its own heap, where the garbage collector moves them about and leaves copies behind (found by a memory scan).
 */
export function allocateSecret(length: number): Buffer {
  return Buffer.from(new ArrayBuffer(length))
}

/** Fresh random bytes. The caller wipes them. */
export function randomSecret(length: number): Buffer {
  return randomFillSync(allocateSecret(length))
}

/** A copy of its own. The caller wipes both. */
export function copySecret(bytes: Uint8Array): Buffer {
  const copy = allocateSecret(bytes.length)
  copy.set(bytes)
  return copy
}
