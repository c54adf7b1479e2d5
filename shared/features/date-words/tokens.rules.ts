import { chineseDates } from './chinese-dates.rules'
import { chineseDays } from './chinese-days.rules'
import { chineseEnds } from './chinese-ends.rules'
import type { Here, Reading, Rule } from './date-words'
import { durations } from './durations.rules'
import { englishDates } from './english-dates.rules'
import { englishDays } from './english-days.rules'
import { festivalWords } from './festival-words.rules'
import { lunarWords } from './lunar-words.rules'
import { noDates } from './no-dates.rules'
import { numberDates } from './number-dates.rules'
import { times } from './times.rules'

/** A reading with the place of its words, the end exclusive. */
export type Token = { from: number; to: number; reading: Reading }

/** Of equally long words the rule that stands first is heard. */
const rules: readonly Rule[] = [
  ...numberDates,
  ...festivalWords,
  ...lunarWords,
  ...chineseEnds,
  ...chineseDates,
  ...chineseDays,
  ...durations,
  ...englishDates,
  ...englishDays,
  ...times,
  ...noDates,
]

type Candidate = { from: number; to: number; reading: Reading | 'refuse' }

/** What the words of a folded text say, from left to right and the longest first; none overlaps another. */
export function readTokens(folded: string, here: Here): Token[] {
  const tokens: Token[] = []
  let end = 0
  for (const { from, to, reading } of candidatesOf(folded, here)) {
    if (from < end) continue
    end = to
    if (reading !== 'refuse') tokens.push({ from, to, reading })
  }
  return tokens
}

function candidatesOf(folded: string, here: Here): Candidate[] {
  const candidates: Candidate[] = []
  for (const { pattern, read } of rules) {
    for (const match of folded.matchAll(pattern)) {
      const [words] = match
      const reading = words.length > 0 ? read(match, here) : null
      if (reading !== null) {
        candidates.push({ from: match.index, to: match.index + words.length, reading })
      }
    }
  }
  // Sorting is stable: of equals the rule that stands first comes first.
  return candidates.sort((one, other) => one.from - other.from || other.to - one.to)
}
