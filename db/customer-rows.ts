import type { WriteContext } from './context'
import { statement } from './statements'

type Change = {
  /** Assignments; `@now` is the moment of the command. */
  set: string
  /** Which of the chosen rows it changes at all. */
  where: string
  values?: Record<string, string | number | null>
}

/**
 * The same change to many customers, in one statement. Rows that are so already are left alone, so that they stand in no journal.
 * Who may do it is asked before.
 */
export function changeCustomers(
  { write, clock }: Pick<WriteContext, 'write' | 'clock'>,
  ids: number[],
  { set, where, values = {} }: Change,
): { changed: number } {
  // Always later than the edit before, even within one millisecond: editors compare this value.
  const { changes } = statement(
    write,
    `UPDATE customer SET ${set}, updated_at = max(@now, updated_at + 1)
     WHERE id IN (SELECT value FROM json_each(@ids)) AND (${where})`,
  ).run({ ...values, ids: JSON.stringify(ids), now: clock() })
  return { changed: changes }
}
