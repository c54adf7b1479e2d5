import iconv from 'iconv-lite'
import type { Encoding } from '@shared/features/imports/imports.schema'

/** What a decoding of a file looks like; higher `points` a character mean more like real text. */
export type TextTally = {
  characters: number
  foreign: number
  broken: number
  control: number
  points: number
}

export function emptyTally(): TextTally {
  return { characters: 0, foreign: 0, broken: 0, control: 0, points: 0 }
}

/** Level-1 characters of GB 2312 and of Big5: together about 99% of running Chinese text. */
const simplified = charactersOf('gb18030', [0xb0, 0xd7], [[0xa1, 0xfe]])
const traditional = charactersOf(
  'big5',
  [0xa4, 0xc6],
  [
    [0x40, 0x7e],
    [0xa1, 0xfe],
  ],
)

/** Adds a piece of decoded text to a tally. Bytes read in a wrong encoding give rare characters, and so few points. */
export function tallyText(tally: TextTally, text: string, encoding: Encoding): void {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x80) {
      if (code < 0x20 && code !== 9 && code !== 10 && code !== 13) tally.control += 1
      continue
    }
    tally.foreign += 1
    if (code === 0xfffd) tally.broken += 1
    else tally.points += pointsOf(code, text, index, encoding)
  }
  tally.characters += text.length
}

function pointsOf(code: number, text: string, index: number, encoding: Encoding): number {
  if (code >= 0x4e00 && code <= 0x9fff) return isCommon(code, encoding) ? 1 : 0.2
  if ((code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xffef)) return 0.6
  if (code >= 0xc0 && code <= 0x24f) return hasLatinNeighbour(text, index) ? 0.8 : -0.5
  if (code >= 0x2010 && code <= 0x2044) return 0.4
  if (code >= 0xa0 && code <= 0xbf) return 0
  if (code >= 0x3400 && code <= 0x4dbf) return 0
  if (code >= 0x370 && code <= 0x4ff) return 0.1
  if (code >= 0x3040 && code <= 0x30ff) return 0.1
  if (code >= 0xac00 && code <= 0xd7a3) return encoding === 'utf-8' ? 0.5 : 0
  if (code >= 0xd800 && code <= 0xdfff) return isPair(text, index) ? 0.1 : -2
  if (code >= 0xe000 && code <= 0xf8ff) return -2
  return -1
}

function isCommon(code: number, encoding: Encoding): boolean {
  if (encoding === 'gb18030') return simplified.has(code)
  if (encoding === 'big5') return traditional.has(code)
  return simplified.has(code) || traditional.has(code)
}

function hasLatinNeighbour(text: string, index: number): boolean {
  const isLatin = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
  return isLatin(text.charCodeAt(index - 1)) || isLatin(text.charCodeAt(index + 1))
}

function isPair(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  const other = code < 0xdc00 ? text.charCodeAt(index + 1) : text.charCodeAt(index - 1)
  return code < 0xdc00 ? other >= 0xdc00 && other <= 0xdfff : other >= 0xd800 && other <= 0xdbff
}

function charactersOf(
  encoding: 'gb18030' | 'big5',
  leads: [number, number],
  trails: [number, number][],
): Set<number> {
  const bytes: number[] = []
  for (let lead = leads[0]; lead <= leads[1]; lead += 1)
    for (const [first, last] of trails)
      for (let trail = first; trail <= last; trail += 1) bytes.push(lead, trail)
  const text = iconv.decode(Buffer.from(bytes), encoding)
  return new Set(
    [...text].map((character) => character.charCodeAt(0)).filter((code) => code >= 0x4e00),
  )
}
