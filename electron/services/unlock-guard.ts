import { readFileSync } from 'node:fs'
import { uptime as secondsSinceBoot } from 'node:os'
import { AppError } from '@shared/core/errors'
import { waitAfterMisses } from '@shared/features/vault/unlock-wait.rules'
import { z } from 'zod'
import { writeAtomically } from '../vault/header-file'

/** Refused tries that are remembered one by one, for the audit trail. */
const longestLog = 200

const entrySchema = z.object({
  count: z.number().int().min(0),
  at: z.number(),
  /** How long the computer had been up at that moment, in ms. */
  uptime: z.number().default(0),
  /** Whose password was tried, and when; the newest `longestLog`. */
  tries: z.array(z.object({ at: z.number(), userUid: z.string() })).default([]),
})
const missesSchema = z.record(z.string(), entrySchema)
type Misses = z.output<typeof missesSchema>
export type RefusedTry = Misses[string]['tries'][number]

type Options = {
  /** File in the program's own settings folder; it holds counts, times and user ids, no names. */
  path: string
  /** Wall clock in ms; may be set back or forth by whoever sits there. */
  now?: () => number
  /** Milliseconds since the computer was started: goes on across restarts of the program, and no one can set it. */
  uptime?: () => number
}

/**
 * Holds back guessing: after five wrong passwords in a row for a vault every further try waits, longer each time, across
 * restarts. Time counts only as far as the wall clock and the computer's own running time agree on it, so that neither a
 * clock set forth nor a new start shortens a wait; a clock set back starts it anew.
 */
export function createUnlockGuard({
  path,
  now = Date.now,
  uptime = () => secondsSinceBoot() * 1000,
}: Options) {
  let misses = read(path)

  function secondsLeft(vaultId: string): number {
    const entry = misses[vaultId]
    if (!entry) return 0
    if (now() < entry.at) save(vaultId, { ...entry, at: now(), uptime: uptime() })
    const { at, uptime: upThen, count } = misses[vaultId] ?? entry
    // Less than then: the computer was started anew, and has been up for no longer than it says.
    const upSince = uptime() >= upThen ? uptime() - upThen : uptime()
    const elapsed = Math.min(now() - at, upSince)
    return Math.max(0, Math.ceil(waitAfterMisses(count) - elapsed / 1000))
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
    miss(vaultId: string, userUid: string): number {
      const before = misses[vaultId]
      const tries = [...(before?.tries ?? []), { at: now(), userUid }].slice(-longestLog)
      save(vaultId, { count: (before?.count ?? 0) + 1, at: now(), uptime: uptime(), tries })
      return secondsLeft(vaultId)
    },
    /** Notes the right password; answers the refused tries before it, oldest first. */
    hit(vaultId: string): RefusedTry[] {
      const entry = misses[vaultId]
      if (entry) save(vaultId, null)
      return entry?.tries ?? []
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
