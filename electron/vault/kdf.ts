import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'
import { keyBytes } from './keys'
import { copySecret } from './secret-memory'

/** Argon2id costs. `memoryKiB` in KiB, `passes` = t, `lanes` = p. */
export type KdfCost = { memoryKiB: number; passes: number; lanes: number }

/** Never weaker than this (OWASP asks for 19 MiB t=2; RFC 9106 for 64 MiB t=3 p=4 where memory is short). */
export const kdfFloor: KdfCost = { memoryKiB: 64 * 1024, passes: 3, lanes: 4 }

/** A header that asks for more is refused: it would hang or exhaust the machine before any password is checked. */
export const kdfSchema = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z
    .number()
    .int()
    .min(kdfFloor.memoryKiB)
    .max(512 * 1024),
  passes: z.number().int().min(kdfFloor.passes).max(10),
  lanes: z.number().int().min(1).max(8),
  salt: z.base64().length(24),
})
export type KdfParameters = z.output<typeof kdfSchema>

/** `Algorithm.Argon2id` of the library, an ambient const enum that isolated modules cannot import. */
const argon2id = 2

/** Derives 32 bytes from a secret off the main thread. The caller wipes them. */
export async function deriveFromSecret(secret: string, kdf: KdfParameters): Promise<Buffer> {
  const derived = await hashRaw(secret, {
    algorithm: argon2id,
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    outputLen: keyBytes,
    salt: Buffer.from(kdf.salt, 'base64'),
  })
  const key = copySecret(derived)
  derived.fill(0)
  return key
}

/**
 * Costs for this computer: about 0.5–1 s, at least the floor, at most 256 MiB so that an older laptop still opens the book.
 * @param now milliseconds, monotonic
 */
export async function calibrateKdf(now: () => number = () => performance.now()): Promise<KdfCost> {
  // Tests of the window unlock hundreds of times. A packed program never sees this (main.ts).
  if (process.env.KEBU_KDF_FLOOR === '1') return kdfFloor
  const salt = Buffer.alloc(16, 7).toString('base64')
  const start = now()
  await deriveFromSecret('calibration', { name: 'argon2id', ...kdfFloor, salt })
  return scaleCost(now() - start)
}

/**
 * Costs from the time that the floor took, in ms. Memory grows first because it is what makes guessing hardware dear.
 */
export function scaleCost(floorMs: number): KdfCost {
  const factor = Math.max(1, 600 / Math.max(1, floorMs))
  const memoryFactor = factor >= 4 ? 4 : factor >= 2 ? 2 : 1
  const passes = Math.round(kdfFloor.passes * Math.max(1, factor / memoryFactor))
  return {
    memoryKiB: kdfFloor.memoryKiB * memoryFactor,
    passes: Math.min(8, passes),
    lanes: kdfFloor.lanes,
  }
}
