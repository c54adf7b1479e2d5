import { foldText } from '@shared/core/text'
import { parsePhone } from '@shared/core/phone'
import {
  isJoinable,
  joinableFields,
  type JoinableField,
  type MergeField,
  mergedWith,
} from './merge-fields'

/** Whose value is kept; `all` puts texts one below the other. */
export type MergeChoice = number | 'all'
export type MergeChoices = Partial<Record<MergeField, MergeChoice>>

type Value = string | number | null
export type MergeRow = { id: number; updatedAt: number } & Record<string, Value>

/**
 * What is proposed for a field: the survivor's value, or where it has none the newest one of the others (R051). Texts that say
 * different things are all kept where they fit.
 */
export function proposeChoice(
  field: MergeField,
  rows: readonly MergeRow[],
  survivorId: number,
): MergeChoice {
  if (isJoinable(field)) {
    const texts = textsOf(field, rows, survivorId)
    if (texts.length > 1 && fits(field, texts)) return 'all'
  }
  const [first] = inOrder(rows, survivorId).filter((row) => (row[field] ?? null) !== null)
  return first?.id ?? survivorId
}

/** Number of the group of equal values that each row is in; null for no value. */
export function groupValues(field: MergeField, rows: readonly MergeRow[]): (number | null)[] {
  const known: string[] = []
  return rows.map((row) => {
    const value = row[field] ?? null
    if (value === null) return null
    const key = [value, ...(mergedWith[field] ?? []).map((name) => row[name] ?? null)]
      .map((part) => foldValue(field, part))
      .join('\n')
    const at = known.indexOf(key)
    return at >= 0 ? at : known.push(key) - 1
  })
}

/** Whether several texts of a field may be kept together. */
export function mayJoin(field: MergeField, rows: readonly MergeRow[]): boolean {
  if (!isJoinable(field)) return false
  const texts = textsOf(field, rows, 0)
  return texts.length > 1 && fits(field, texts)
}

/** The value of a field after the merge. */
export function mergeValue(
  field: MergeField,
  rows: readonly MergeRow[],
  survivorId: number,
  choices: MergeChoices,
): { from: MergeRow | undefined; value: Value } {
  const choice = choices[field] ?? proposeChoice(field, rows, survivorId)
  const from = rows.find(({ id }) => id === (choice === 'all' ? survivorId : choice))
  if (choice === 'all' && isJoinable(field)) {
    const texts = textsOf(field, rows, survivorId)
    if (fits(field, texts)) return { from, value: texts.join('\n') || null }
  }
  return { from, value: from?.[field] ?? null }
}

function textsOf(field: JoinableField, rows: readonly MergeRow[], survivorId: number): string[] {
  const texts = inOrder(rows, survivorId).flatMap((row) => {
    const value = row[field]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
  return [...new Set(texts)]
}

const fits = (field: JoinableField, texts: readonly string[]) =>
  [...texts.join('\n')].length <= joinableFields[field]

/** The survivor, then the others from the newest on. */
function inOrder(rows: readonly MergeRow[], survivorId: number): MergeRow[] {
  return [...rows].sort(
    (a, b) =>
      Number(b.id === survivorId) - Number(a.id === survivorId) ||
      b.updatedAt - a.updatedAt ||
      a.id - b.id,
  )
}

function foldValue(field: MergeField, value: Value): string {
  if (value === null) return ''
  if (field === 'phone') return parsePhone(String(value)).normalized || String(value)
  return field === 'email' ? foldText(String(value)) : String(value)
}
