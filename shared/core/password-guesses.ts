import { commonPieces } from './common-passwords'
import { isRealDate } from './dates'

/** Bits of guessing per character where nothing better explains it. */
const bitsOf = { digit: 3.32, letter: 4.7, capital: 5.2, space: 2, mark: 5.5, other: 11 } as const
/** A letter inside something that can be read out loud: people choose words, not letters. */
const readableBits = 2.2
/** What it costs to guess where one piece ends and the next begins. */
const jointBits = 1
/** A longer password is judged by its beginning. */
const longest = 128
const longestPiece = 16
/** Shorter pieces, such as 888, stand beside what carries a password. */
const shortestWord = 4

const rows = [
  'qwertyuiop[]',
  "asdfghjkl;'",
  'zxcvbnm,./',
  '`1234567890-=',
  '!@#$%^&*()_+',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/',
  'qazwsxedcrfvtgbyhnujmik,ol.p;/',
  'abcdefghijklmnopqrstuvwxyz',
]
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')])

/** Letters that are written as digits or marks. `1` may be either letter. */
const leet: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '8': 'b',
  '3': 'e',
  '9': 'g',
  '!': 'i',
  '1': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

export type Guesses = {
  /** About log2 of the guesses of somebody who tries likely things first. */
  bits: number
  /** A well-known word or number carries the cheapest reading. */
  common: boolean
}

const none: Guesses = { bits: 0, common: false }

/**
 * How many guesses a password withstands: the cheapest way to put it together from well-known pieces, runs on the keyboard,
 * repetitions, dates, readable words and, for the rest, single characters. An estimate for choosing, not a promise.
 */
export function estimateGuesses(password: string): Guesses {
  const letters = [...password.normalize('NFKC')].slice(0, longest)
  const lower = letters.map((letter) => letter.toLowerCase())
  const folded = lower.map((letter) => leet[letter] ?? letter)
  const foldedL = lower.map((letter) => (letter === '1' ? 'l' : (leet[letter] ?? letter)))
  const best: Guesses[] = [none]
  for (let end = 1; end <= letters.length; end++) {
    let winner: Guesses = { bits: Infinity, common: false }
    for (let start = Math.max(0, end - 40); start < end; start++) {
      const raw = lower.slice(start, end).join('')
      const spellings = [raw]
      if (end - start <= longestPiece)
        spellings.push(folded.slice(start, end).join(''), foldedL.slice(start, end).join(''))
      const piece = cheapest(letters.slice(start, end), raw, spellings)
      const before = best[start] ?? none
      const bits = before.bits + piece.bits + (start > 0 && end - start > 1 ? jointBits : 0)
      if (bits < winner.bits) winner = { bits, common: before.common || piece.common }
    }
    best.push(winner)
  }
  return best.at(-1) ?? none
}

/** The cheapest reading of one piece as a whole; Infinity when nothing explains it. */
function cheapest(letters: string[], raw: string, spellings: string[]): Guesses {
  const [first = ''] = letters
  if (letters.length === 1) return { bits: characterBits(first), common: false }
  const capital = /\p{Lu}/u.test(letters.join('')) ? 1 : 0
  for (const [index, spelling] of spellings.entries()) {
    const rank = commonPieces.get(spelling)
    if (rank !== undefined)
      return {
        bits: Math.log2(rank + 1) + capital + (index > 0 ? 1 : 0),
        common: spelling.length >= shortestWord,
      }
  }
  const bits = Math.min(
    runBits(raw),
    repeatBits(raw),
    dateBits(raw),
    readable(letters.join('')) + capital,
  )
  return { bits, common: false }
}

function characterBits(letter: string): number {
  if (/\d/.test(letter)) return bitsOf.digit
  if (/\s/u.test(letter)) return bitsOf.space
  if (/[a-z]/.test(letter)) return bitsOf.letter
  if (/[A-Z]/.test(letter)) return bitsOf.capital
  return /^[!-~]$/.test(letter) ? bitsOf.mark : bitsOf.other
}

function runBits(raw: string): number {
  if (raw.length < 3 || !runs.some((run) => run.includes(raw))) return Infinity
  return 5 + Math.log2(raw.length)
}

/** One character or a group of up to six, again and again. */
function repeatBits(raw: string): number {
  const period = findPeriod(raw)
  if (period === null || raw.length < 3) return Infinity
  const group = [...raw.slice(0, period)]
  return group.reduce((sum, letter) => sum + characterBits(letter), 0) + Math.log2(raw.length)
}

/** Length of the shortest group of up to six characters that makes up the whole text at least twice; else null. */
export function findPeriod(text: string): number | null {
  for (let period = 1; period <= 6 && period * 2 <= text.length; period++) {
    if (text.slice(period) === text.slice(0, -period)) return period
  }
  return null
}

function dateBits(raw: string): number {
  if (/^(19|20)\d{2}$/.test(raw)) return 6.5
  return isDateLike(raw) ? 15 : Infinity
}

/** YYYYMMDD or YYMMDD of a day that exists in the years 1900–2099. */
export function isDateLike(digits: string): boolean {
  if (!/^((19|20)\d{6}|\d{6})$/.test(digits)) return false
  const year = digits.length === 8 ? Number(digits.slice(0, 4)) : 2000 + Number(digits.slice(0, 2))
  const month = Number(digits.slice(-4, -2))
  return month >= 1 && month <= 12 && isRealDate(year, month, Number(digits.slice(-2)))
}

/** Latin letters with vowels where a language has them: a word or a name in Pinyin, in the case that words have. */
function readable(written: string): number {
  if (!/^([a-z]+|[A-Z]+|[A-Z][a-z]+)$/.test(written) || written.length < 4) return Infinity
  const raw = written.toLowerCase()
  if (/[^aeiouy]{5}|[aeiouy]{4}/.test(raw)) return Infinity
  const vowels = raw.replace(/[^aeiouy]/g, '').length / raw.length
  return vowels < 0.2 || vowels > 0.7 ? Infinity : Math.max(9, raw.length * readableBits)
}

/** True when nothing but digits and marks stands around a well-known word, which may be written as p@ssw0rd is. */
export function hasCommonCore(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase()
  const core = lower.replace(/^[\d\s!-/:-@[-`{-~]+|[\d\s!-/:-@[-`{-~]+$/g, '')
  return core.length >= 3 && (commonPieces.has(core) || commonPieces.has(foldLeet(core)))
}

function foldLeet(text: string): string {
  return [...text].map((letter) => leet[letter] ?? letter).join('')
}
