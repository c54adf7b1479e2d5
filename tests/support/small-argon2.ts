import type * as Argon2 from '@node-rs/argon2'
import { vi } from 'vitest'

/** Least memory that Argon2 takes for one lane, in KiB. */
const leastKiB = 8

/**
 * The real Argon2id in the least memory it takes, for tests that are not about what a derivation costs: a book is made and
 * unlocked in them hundreds of times. The memory asked for goes into the key all the same, so that a header that says another
 * one gives another key. `kdf.test.ts`, the fault suite and the program in its window derive in full.
 */
vi.mock('@node-rs/argon2', async (importOriginal) => {
  const argon2 = await importOriginal<typeof Argon2>()
  const hashRaw: typeof Argon2.hashRaw = (password, options, signal) => {
    const memoryCost = leastKiB * (options?.parallelism ?? 1)
    const secret = Buffer.from(`memory ${options?.memoryCost}`)
    return argon2.hashRaw(password, { ...options, memoryCost, secret }, signal)
  }
  return { ...argon2, hashRaw }
})
