import { foldCell } from '../cell'

/** Words that mean each key of a closed list. */
export type ChoiceWords<T extends string> = Record<T, readonly string[]>

/** Reads a word of a closed list in either language, or its key; null for a word that is not known. */
export function choiceReader<T extends string>(words: ChoiceWords<T>): (text: string) => T | null {
  const table = new Map<string, T>()
  for (const key of Object.keys(words) as T[]) {
    table.set(key, key)
    for (const word of words[key]) table.set(word, key)
  }
  return (text) => table.get(foldCell(text).toLowerCase().replace(/\s+/g, ' ')) ?? null
}
