import { noteSubject } from '../audit'
import type { WriteContext } from '../context'
import { eraseRows } from '../erase-rows'
import { type Deletion, listUnknownDeletions, recordDeletions } from '../repositories/deletion-log'

/**
 * Erases people again whom an older state of the book brought back, and writes all known deletions into its log, so that they
 * are refused from then on wherever the book goes .
 * @param known deletions of later states of the same book
 * @returns how many customers had come back
 */
export function reapplyDeletions(context: WriteContext, known: readonly Deletion[]): number {
  const { write } = context
  const unknown = listUnknownDeletions(write, known)
  if (unknown.length === 0) return 0
  recordDeletions(context, unknown, 'reapplied')
  const erased = eraseRows(
    write,
    unknown.map(({ uid }) => uid),
  )
  noteSubject(write, `erased:${erased}`)
  return erased
}
