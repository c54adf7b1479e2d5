import type { Candidate } from './scan'

export type Cluster = { ids: number[]; pairs: Candidate[]; score: number }

/** More than so many side by side nobody compares; further ones come up when these are settled. */
const largest = 20

/**
 * Groups of customers that hang together by pairs, the surest pair first. A weak pair joins no two groups: only from `likely` on,
 * or where both are still alone.
 */
export function groupPairs(pairs: readonly Candidate[], joinFrom: number): Cluster[] {
  const clusterOf = new Map<number, Cluster>()
  const clusters = new Set<Cluster>()
  const sorted = [...pairs].sort((a, b) => b.score - a.score || a.customerId - b.customerId)
  for (const pair of sorted) {
    const mine = clusterOf.get(pair.customerId)
    const other = clusterOf.get(pair.otherId)
    if (mine && mine === other) {
      mine.pairs.push(pair)
      continue
    }
    const parts = [mine, other].filter((one) => one !== undefined)
    if (parts.length > 0 && pair.score < joinFrom) continue
    const ids = new Set([...parts.flatMap((one) => one.ids), pair.customerId, pair.otherId])
    if (ids.size > largest) continue
    const joined: Cluster = {
      ids: [...ids].sort((a, b) => a - b),
      pairs: [...parts.flatMap((one) => one.pairs), pair],
      score: Math.max(pair.score, ...parts.map((one) => one.score)),
    }
    for (const part of parts) clusters.delete(part)
    clusters.add(joined)
    for (const id of joined.ids) clusterOf.set(id, joined)
  }
  return [...clusters].sort((a, b) => b.score - a.score || (a.ids[0] ?? 0) - (b.ids[0] ?? 0))
}
