/**
 * The fields of a form that hold something else than they began with. A draft over a saved record keeps only these: what a
 * colleague changed meanwhile is not written over, and nothing stays in the draft that was not typed.
 */
export function changesOf<Values extends object>(
  values: Values,
  start: Partial<Values>,
): Partial<Values> {
  const changed = Object.entries(values).filter(
    ([name, value]) => value !== start[name as keyof Values],
  )
  return Object.fromEntries(changed) as Partial<Values>
}
