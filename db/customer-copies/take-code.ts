import type { CodePrefix } from '@shared/core/codes'
import { takeCode } from '../code-sequence'
import type { WriteHandle } from '../handles'
import { statement } from '../statements'

/**
 * The code that a row had in a backup when it is free now, else a new one. The day's sequence then goes on behind it, so that the
 * code is not given a second time.
 * @param now epoch ms
 */
export function keepCode(
  write: WriteHandle,
  table: 'customer' | 'follow_up',
  code: string,
  now: number,
): string {
  const prefix: CodePrefix = table === 'customer' ? 'C' : 'F'
  if (!isCodeFree(write, table, code)) return takeCode(write, prefix, now)
  const [, day, number] = /^[A-Z](\d{8})(\d{4,})$/.exec(code) ?? []
  if (day !== undefined)
    statement(
      write,
      `INSERT INTO code_sequence (prefix, day, last) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET last = max(last, excluded.last)`,
    ).run(prefix, day, Number(number))
  return code
}

/** True when no row of now has this code. */
export function isCodeFree(
  read: Pick<WriteHandle, 'raw'>,
  table: 'customer' | 'follow_up',
  code: string,
): boolean {
  return statement(read, `SELECT 1 FROM ${table} WHERE code = ?`).get(code) === undefined
}
