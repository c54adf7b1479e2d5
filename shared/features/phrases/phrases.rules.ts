import { foldText } from '@shared/core/text'
import type { FollowUpType } from '../follow-ups/follow-ups.schema'
import type { Phrase } from './phrases.schema'

/** What a placeholder stands for. Each has a name in both languages, and both are understood in either. */
export const placeholders = {
  customer: ['客户', 'customer'],
  contact: ['联系人', 'contact'],
  date: ['日期', 'date'],
  me: ['我', 'me'],
} as const
export type PlaceholderName = keyof typeof placeholders
export type PlaceholderValues = Readonly<Record<PlaceholderName, string | null>>

const marks = /\{([^{}\n]{1,20})\}/g
const names = new Map<string, PlaceholderName>(
  (Object.keys(placeholders) as PlaceholderName[]).flatMap((name) =>
    placeholders[name].map((word) => [word, name] as const),
  ),
)

/**
 * A phrase with its placeholders filled in. What is not known, such as a contact person where none was chosen, and braces of one's own
 * ({产品}) stay as they are: a blank to be filled in by hand.
 */
export function fillPlaceholders(content: string, values: PlaceholderValues): string {
  return content.replaceAll(marks, (mark, word: string) => {
    const name = names.get(word.trim().toLowerCase())
    return (name && values[name]) ?? mark
  })
}

/** The first blank that is left in a text from a place on; null when there is none. */
export function findBlank(text: string, from = 0): { from: number; to: number } | null {
  const [found] = text.slice(from).matchAll(marks)
  if (!found) return null
  const start = from + found.index
  return { from: start, to: start + found[0].length }
}

/** The phrases that fit what was typed after the `/`, those of the entry's own type first, in their order. */
export function matchPhrases(
  phrases: readonly Phrase[],
  typed: string,
  type: FollowUpType,
): Phrase[] {
  const needle = foldText(typed)
  const fitting = phrases.filter(
    (one) =>
      (one.kind === 'template' || one.type === null || one.type === type) &&
      (foldText(one.title).includes(needle) || one.initials.startsWith(needle)),
  )
  return [
    ...fitting.filter((one) => one.type === type),
    ...fitting.filter((one) => one.type !== type),
  ]
}

/**
 * The `/…` that ends at the cursor: it begins a line or stands behind a space or a mark, so that 3/4 and and/or are none.
 * @returns where it begins, and what was typed behind it
 */
export function readSlash(
  text: string,
  cursor: number,
): { from: number; to: number; typed: string } | null {
  const [found, lead = '', typed = ''] =
    /(^|[\s，。；：、！？,.;:!?])[/／]([^\s/／]{0,20})$/.exec(text.slice(0, cursor)) ?? []
  if (found === undefined) return null
  return { from: cursor - found.length + lead.length, to: cursor, typed }
}
