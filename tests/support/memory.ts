import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const chunkBytes = 1024 * 1024

/** Readable and writable stretches of a process's memory (Linux), as [start, end). */
function listRegions(pid: number): [bigint, bigint][] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, start, end, rights] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? []
      if (!start || !end || !rights?.startsWith('rw')) return []
      return [[BigInt(`0x${start}`), BigInt(`0x${end}`)] satisfies [bigint, bigint]]
    })
}

/** Counts how often each of some byte sequences lies in the memory of a process, by name. */
export function countInMemory(
  pid: number,
  needles: Record<string, Buffer>,
): Record<string, number> {
  const counts = Object.fromEntries(Object.keys(needles).map((name) => [name, 0]))
  const overlap = Math.max(...Object.values(needles).map(({ length }) => length)) - 1
  const file = openSync(`/proc/${pid}/mem`, 'r')
  const chunk = Buffer.alloc(chunkBytes + overlap)
  try {
    for (const [start, end] of listRegions(pid))
      for (let at = start; at < end; at += BigInt(chunkBytes)) {
        const wanted = Number(end - at < chunk.length ? end - at : chunk.length)
        const bytes = chunk.subarray(0, readAt(file, chunk, wanted, at))
        for (const [name, needle] of Object.entries(needles))
          counts[name] = (counts[name] ?? 0) + countIn(bytes, needle, chunkBytes)
      }
  } finally {
    closeSync(file)
  }
  return counts
}

/** A stretch that is mapped but holds nothing cannot be read: it holds no key either. */
function readAt(file: number, into: Buffer, length: number, position: bigint): number {
  try {
    return readSync(file, into, 0, length, position)
  } catch {
    return 0
  }
}

/** Matches that begin before `limit`: the rest belongs to the next chunk. */
function countIn(bytes: Buffer, needle: Buffer, limit: number): number {
  let count = 0
  for (let at = bytes.indexOf(needle); at >= 0 && at < limit; at = bytes.indexOf(needle, at + 1))
    count += 1
  return count
}
