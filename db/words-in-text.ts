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
  let last = { json: '[]', holds: wordFinder([]) }
  raw.function('holds_words', { deterministic: true, directOnly: true }, (text, json) => {
    if (typeof text !== 'string' || typeof json !== 'string') return 0
    if (last.json !== json) last = { json, holds: wordFinder(JSON.parse(json) as string[]) }
    return last.holds(text) ? 1 : 0
  })
}

/** The words of a search as `holds_words` takes them; null when nothing is looked for. */
export function toWords(text: string): string | null {
  const words = foldText(text).split(' ').filter(Boolean)
  return words.length === 0 ? null : JSON.stringify(words)
}

/** Of these letters folding changes nothing but the case, and of these marks nothing into letters. */
const plainText = /^[\u0020-\u007e\n\u4e00-\u9fff，。；：！？（）、“”‘’…—·《》「」]*$/
const plainWord = /^[a-z0-9\u4e00-\u9fff]+$/

/**
 * True for a text whose folded form holds every one of these folded words. Folding costs most by far, so a text of plain letters is
 * looked through without it.
 */
export function wordFinder(words: readonly string[]): (text: string) => boolean {
  const arePlain = words.every((word) => plainWord.test(word))
  return (text) => {
    const folded = arePlain && plainText.test(text) ? text.toLowerCase() : foldText(text)
    return words.every((word) => folded.includes(word))
  }
}
