import type Database from 'better-sqlite3'
import { foldText } from '@shared/core/text'
import type { ReadHandle } from './handles'

const equipped = new WeakSet<Database.Database>()

/**
 * Gives a connection `holds_words(text, words)`: 1 when every word of a JSON list stands in the folded text. For the texts of one
 * customer, of which no index is kept.
 */
export function provideWordSearch({ raw }: Pick<ReadHandle, 'raw'>): void {
  if (equipped.has(raw)) return
  equipped.add(raw)
  let words: { json: string; list: string[] } = { json: '[]', list: [] }
  raw.function('holds_words', { deterministic: true, directOnly: true }, (text, json) => {
    if (typeof text !== 'string' || typeof json !== 'string') return 0
    if (words.json !== json) words = { json, list: JSON.parse(json) as string[] }
    const folded = foldText(text)
    return words.list.every((word) => folded.includes(word)) ? 1 : 0
  })
}

/** The words of a search as `holds_words` takes them; null when nothing is looked for. */
export function toWords(text: string): string | null {
  const words = foldText(text).split(' ').filter(Boolean)
  return words.length === 0 ? null : JSON.stringify(words)
}
