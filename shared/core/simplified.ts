import { simplifiedRows } from './simplified-table'

const simplifiedOf = new Map(
  simplifiedRows.flatMap(([traditional, simplified]) =>
    [...traditional].map((character, index) => [character, simplified.charAt(index)] as const),
  ),
)
/** Most texts hold none of them, and testing is faster than rebuilding. */
const anyTraditional = new RegExp(`[${[...simplifiedOf.keys()].join('')}]`, 'g')

/**
 * Writes traditional characters as simplified ones, one by one (R051). For comparing only: a character may stand for several, and
 * which one was meant is not asked. Idempotent.
 */
export function toSimplified(text: string): string {
  return text.replace(anyTraditional, (character) => simplifiedOf.get(character) ?? character)
}
