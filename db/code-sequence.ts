import { type CodePrefix, formatCode } from '@shared/core/codes'
import { toCompactDate } from '@shared/core/dates'
import type { WriteHandle } from './handles'
import { statement } from './statements'

/**
 * Takes human codes for `count` new rows (R008–R010, X4). Numbers are never given twice, not even after an undo.
 * @param instant epoch ms whose local day counts the sequence
 * @returns a function from 0…count-1 to the code
 */
export function takeCodes(
  write: WriteHandle,
  prefix: CodePrefix,
  instant: number,
  count: number,
): (index: number) => string {
  const row = statement<{ last: number }>(
    write,
    `INSERT INTO code_sequence (prefix, day, last) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET last = last + excluded.last RETURNING last`,
  ).get(prefix, toCompactDate(instant), count)
  if (!row) throw new Error('no code was given')
  const first = row.last - count + 1
  return (index) => formatCode(prefix, instant, first + index)
}

/** One code. */
export function takeCode(write: WriteHandle, prefix: CodePrefix, instant: number): string {
  return takeCodes(write, prefix, instant, 1)(0)
}
