import type { FoundDate } from '@shared/features/date-words/read-date-words.rules'

const loose = /^[\s,，、。;；:：]+|[\s,，、;；:：]+$/gu

/** What is left of a line when the words of its date are taken out; the whole line when nothing else is in it. */
export function titleWithout(text: string, found: FoundDate | null): string {
  if (!found) return text.trim()
  const before = text.slice(0, found.from)
  const after = text.slice(found.to)
  const gap = /[\p{Script=Latin}\d]$/u.test(before.trimEnd()) && /^\s/.test(after) ? ' ' : ''
  const rest = `${before.trimEnd()}${gap}${after.trimStart()}`.replace(loose, '')
  return rest === '' ? text.trim() : rest
}
