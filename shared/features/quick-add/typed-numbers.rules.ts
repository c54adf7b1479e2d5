import { parsePhone } from '@shared/core/phone'
import { isEmailAddress, isSamePoint } from '@shared/features/contacts/contacts.rules'
import { mostPoints, type NewPointValues } from '@shared/features/contacts/contacts.schema'

const marks = /[/、,，;；|]+/
const spaces = /\s+/

/**
 * Several phones or e-mails that stand in one place of a paper form: 138 0000 1027 / 0571-88001234. Parted only where each part is
 * whole by itself; all else comes back as it is, in one piece.
 */
export function partNumbers(type: 'phone' | 'email', text: string): string[] {
  const isWhole = (part: string) =>
    type === 'email' ? isEmailAddress(part) : parsePhone(part).kind !== 'unknown'
  const byMarks = partAt(text, marks)
  if (byMarks.length > 1 && byMarks.every(isWhole)) return byMarks
  const bySpaces = partAt(text, spaces)
  return !isWhole(text) && bySpaces.length > 1 && bySpaces.every(isWhole) ? bySpaces : [text]
}

/** The first of the numbers in one place, and the others beside the further ones that are there already, each once (R050). */
export function settleNumbers(
  type: 'phone' | 'email',
  text: string,
  points: readonly NewPointValues[],
): { main: string; points: NewPointValues[] } {
  const [main = text, ...others] = partNumbers(type, text)
  const further = [...points]
  for (const raw of others) {
    const isThere = [{ type, raw: main }, ...further].some((one) => isSamePoint(one, { type, raw }))
    if (!isThere) further.push({ type, raw })
  }
  return further.length > mostPoints
    ? { main: text, points: [...points] }
    : { main, points: further }
}

function partAt(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}
