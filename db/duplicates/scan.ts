import type { DuplicateReason } from '@shared/features/duplicates/duplicates.enums'
import { levelScores, scorePair } from '@shared/features/duplicates/duplicates.rules'
import type { ReadHandle } from '../handles'
import { findBlocks } from './blocks'
import { foldRows, listAllComparedRows } from './compared-rows'

/** Two customers that may be one; `customerId` is the lower id. */
export type Candidate = {
  customerId: number
  otherId: number
  score: number
  reasons: DuplicateReason[]
}
export type Scan = { customers: number; candidates: Candidate[] }

/** More pairs than that nobody looks through; the surest are kept. */
export const mostCandidates = 20_000
/** Blocks between two breaths, so that a cancel is heard. */
const blocksPerTurn = 2000

/**
 * Looks through the whole book for customers that are there twice (R051). Reads only.
 * @param turn called between pieces of work with how many blocks are done; what it throws ends the scan
 */
export async function scanDuplicates(
  read: ReadHandle,
  turn: (done: number, total: number) => Promise<void>,
): Promise<Scan> {
  const rows = listAllComparedRows(read)
  await turn(0, rows.length)
  const compared = foldRows(rows.map(({ fields }) => fields))
  await turn(0, rows.length)
  const blocks = findBlocks(compared)
  const found = new Map<number, Candidate>()
  for (const [at, block] of blocks.entries()) {
    if (at % blocksPerTurn === 0)
      await turn(Math.floor((at / blocks.length) * rows.length), rows.length)
    comparePairs(block)
  }
  await turn(rows.length, rows.length)
  const candidates = [...found.values()].sort(
    (a, b) => b.score - a.score || a.customerId - b.customerId || a.otherId - b.otherId,
  )
  return { customers: rows.length, candidates: candidates.slice(0, mostCandidates) }

  function comparePairs(block: number[]): void {
    block.forEach((left, index) => {
      for (const right of block.slice(index + 1))
        compare(Math.min(left, right), Math.max(left, right))
    })
  }

  function compare(left: number, right: number): void {
    const [a, b] = [compared[left], compared[right]]
    const [customerId, otherId] = [rows[left]?.id, rows[right]?.id]
    const key = left * compared.length + right
    if (!a || !b || customerId === undefined || otherId === undefined || found.has(key)) return
    const { score, reasons } = scorePair(a, b)
    if (score >= levelScores.hint) found.set(key, { customerId, otherId, score, reasons })
  }
}
