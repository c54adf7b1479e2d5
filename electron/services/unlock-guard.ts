import { readFileSync } from 'node:fs'
import { AppError } from '@shared/core/errors'
import { waitAfterMisses } from '@shared/features/vault/unlock-wait.rules'
import { z } from 'zod'
import { writeAtomically } from '../vault/header-file'

const missesSchema = z.record(
  z.string(),
  z.strictObject({ count: z.number().int().min(0), at: z.number() }),
)
type Misses = z.output<typeof missesSchema>

type Options = {
  /** File in the program's own settings folder; it holds counts and times, no names. */
  path: string
  /** Wall clock in ms; may be set back or forth by whoever sits there. */
  now?: () => number
  /** Milliseconds that no one can set, counted from the start of the program. */
  monotonic?: () => number
}

/**
 * Holds back guessing: after five wrong passwords in a row for a vault every further try waits, longer each time, across
 * restarts. A clock that was set back starts the wait anew, one that was set forth does not shorten it while the program runs.
 */
export function createUnlockGuard({
  path,
  now = Date.now,
  monotonic = () => performance.now(),
}: Options) {
  let misses = read(path)
  const inThisRun = new Map<string, number>()

  function secondsLeft(vaultId: string): number {
    const entry = misses[vaultId]
    if (!entry) return 0
    if (now() < entry.at) save(vaultId, { ...entry, at: now() })
    const since = inThisRun.get(vaultId)
    const byWall = now() - (misses[vaultId]?.at ?? 0)
    const elapsed = since === undefined ? byWall : Math.min(byWall, monotonic() - since)
    return Math.max(0, Math.ceil(waitAfterMisses(entry.count) - elapsed / 1000))
  }

  function save(vaultId: string, entry: Misses[string] | null): void {
    const { [vaultId]: _old, ...others } = misses
    misses = entry ? { ...others, [vaultId]: entry } : others
    writeAtomically(path, Buffer.from(JSON.stringify(misses)))
  }

  return {
    /** @throws AppError `vault.too-many-tries` with the seconds left */
    check(vaultId: string): void {
      const seconds = secondsLeft(vaultId)
      if (seconds > 0) throw new AppError('vault.too-many-tries', 'too many tries', { seconds })
    },
    /** Notes a wrong password; answers the seconds until the next try. */
    miss(vaultId: string): number {
      inThisRun.set(vaultId, monotonic())
      save(vaultId, { count: (misses[vaultId]?.count ?? 0) + 1, at: now() })
      return secondsLeft(vaultId)
    },
    /** Notes the right password. */
    hit(vaultId: string): void {
      inThisRun.delete(vaultId)
      if (misses[vaultId]) save(vaultId, null)
    },
  }
}

export type UnlockGuard = ReturnType<typeof createUnlockGuard>

function read(path: string): Misses {
  try {
    return missesSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return {}
  }
}
