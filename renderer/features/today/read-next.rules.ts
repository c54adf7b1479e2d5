import { readDateWords } from '@shared/features/date-words/read-date-words.rules'

/** What was typed as the next step: its date as words, and what is left of the text. */
export type ReadNext = {
  date: string | null
  /** Minutes since midnight. */
  minutes: number | null
  note: string
  /** The words that the date was read from. */
  source: string | null
}

/** Reads "下周三下午3点 送样品" as a date, a time and a note; the first date counts (R070). */
export function readNext(text: string, now: number): ReadNext {
  const found = readDateWords(text, now).find(({ past }) => !past)
  if (!found) return { date: null, minutes: null, note: text.trim(), source: null }
  const rest = `${text.slice(0, found.from)} ${text.slice(found.to)}`
  return {
    ...{ date: found.date, minutes: found.time, source: found.source },
    note: rest.replace(/^[\s，,。.、:：；;]+|[\s，,、:：；;]+$/g, '').replace(/\s{2,}/g, ' '),
  }
}
