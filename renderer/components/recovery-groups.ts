import type { AppError } from '@shared/core/errors'

/** How many groups of a new recovery key are typed back. */
const askedFor = 3

/**
 * Three different group numbers 1–8 to type back, ascending.
 * @param random 0 ≤ x < 1
 */
export function pickGroups(random: () => number): number[] {
  const left = [1, 2, 3, 4, 5, 6, 7, 8]
  const picked = Array.from(
    { length: askedFor },
    () => left.splice(Math.floor(random() * left.length), 1)[0] ?? 0,
  )
  return picked.sort((a, b) => a - b)
}

/** Numbers of the groups that differ from the key, as `vault.recovery-confirm-mismatch` names them. */
export function listWrongGroups(error: AppError | null): readonly number[] {
  const groups = error?.details['groups']
  return Array.isArray(groups) ? groups.map(Number) : []
}
