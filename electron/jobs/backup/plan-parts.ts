import { AppError } from '@shared/core/errors'
import { checkBytes, headBytes, recordHeaderBytes, runHeaderBytes, tailBytes } from './format'
import type { PageRun } from './read-ahead'

/** What one file of a backup will hold. */
export type PartPlan = { runs: PageRun[]; bytes: number }

type Input = {
  /** Everything that is to be written, in order. */
  runs: readonly PageRun[]
  pageSize: number
  /** Length of the list of page hashes. */
  listBytes: number
  /** Lengths of the manifest, at its longest, and of the vault header. */
  manifestBytes: number
  headerBytes: number
  /** The longest that a file may be; null for no limit. */
  maxFileBytes: number | null
}

const checkedBytes = (payload: number) => recordHeaderBytes + payload + checkBytes
const runBytesBefore = recordHeaderBytes + runHeaderBytes

/**
 * Lays the pages of a backup out over as few files as their greatest length allows, before a byte is written; what is needed in
 * all is known then too.
 * @throws AppError `backups.target-too-small` when a file could not even hold a page, or the hashes of all
 */
export function planParts({ runs, pageSize, ...input }: Input): PartPlan[] {
  const frame =
    headBytes + checkedBytes(input.manifestBytes) + checkedBytes(input.headerBytes) + tailBytes
  const end = checkedBytes(input.listBytes) + checkedBytes(32)
  const max = input.maxFileBytes ?? Infinity
  if (frame + Math.max(end, runBytesBefore + pageSize) > max)
    throw new AppError('backups.target-too-small', 'a file may not be long enough', { max })
  let part: PartPlan = { runs: [], bytes: frame }
  const parts = [part]
  const startPart = () => parts.push((part = { runs: [], bytes: frame }))
  for (const run of runs) {
    let [first, left] = [run.first, run.count]
    while (left > 0) {
      const fits = Math.floor((max - part.bytes - runBytesBefore) / pageSize)
      if (fits < 1) {
        startPart()
        continue
      }
      const count = Math.min(left, fits)
      part.runs.push({ first, count })
      part.bytes += runBytesBefore + count * pageSize
      first += count
      left -= count
    }
  }
  if (part.bytes + end > max) startPart()
  part.bytes += end
  return parts
}
