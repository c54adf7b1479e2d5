import { makeRandom } from '../fixtures/seeded-random'

/** One accident: a bit that turned over, or a file that ends early. */
export type Damage = { kind: 'flip'; at: number; bit: number } | { kind: 'cut'; length: number }

/** Accidents spread evenly over a file of `size` bytes, every tenth a cut; the same ones for the same seed. */
export function spreadDamage(size: number, count: number, seed: number): Damage[] {
  const random = makeRandom(seed)
  return Array.from({ length: count }, (_, index) => {
    const at = Math.min(size - 1, Math.floor(((index + random.int(0, 999) / 1000) * size) / count))
    if (index % 10 === 9) return { kind: 'cut', length: at }
    return { kind: 'flip', at, bit: random.int(0, 7) }
  })
}

/** Every bit of every byte, and every length short of `end`. */
export function everyDamage(size: number, end: number): Damage[] {
  const flips = Array.from({ length: size * 8 }, (_, index): Damage => {
    return { kind: 'flip', at: index >> 3, bit: index & 7 }
  })
  return [
    ...flips,
    ...Array.from({ length: end }, (_, length): Damage => ({ kind: 'cut', length })),
  ]
}

/** The bytes after the accident; the ones given stay as they are. */
export function withDamage(whole: Buffer, damage: Damage): Buffer {
  if (damage.kind === 'cut') return Buffer.from(whole.subarray(0, damage.length))
  const bytes = Buffer.from(whole)
  bytes.writeUInt8(bytes.readUInt8(damage.at) ^ (1 << damage.bit), damage.at)
  return bytes
}

/** How often each outcome came, for a comparison that shows what went wrong. */
export function tally(outcomes: Iterable<string>): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
