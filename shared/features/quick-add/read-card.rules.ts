import type { Card, Found, Piece } from './card'
import { findFragments } from './card-fragments.rules'
import { findLabelled, readDate, readGender } from './card-labels.rules'
import { findNumbers } from './card-numbers.rules'
import { findPhones } from './card-phones.rules'
import { FoundPieces, foldWidth } from './found-pieces.rules'
import { longestText } from './quick-add.enums'

/** Half-width in the value whatever was typed; names and addresses stay as written. */
const folded = new Set([
  'phone',
  'fax',
  'email',
  'wechat',
  'qq',
  'website',
  'idCard',
  'bankAccount',
])
const emptyLabel = /^[^:：]{1,12}[:：]$/
const separators = /^[\s\p{P}\p{S}]*$/u
const untilEdge = /^[\s,，;；、|｜/]+|[\s,，;；、|｜/]+$/gu

/**
 * Reads free text (a signature, a WeChat card, an invoice head) into pieces: name, company, post, numbers, addresses (R053). What is
 * not recognised becomes a note, line by line, so that no word is lost; nothing that does not stand there is invented.
 * Takes the first 20,000 characters.
 */
export function readCard(whole: string): Card {
  const text = whole.slice(0, longestText)
  const plain = foldWidth(text)
  const found = new FoundPieces()
  findNumbers(plain, found)
  const { alsoWechat } = findPhones(plain, found)
  findLabelled(plain, found)
  findFragments(plain, found)
  const notes = listNotes(plain, found)
  const pieces = [...found.list(), ...notes]
    .toSorted((one, other) => one.from - other.from)
    .map((one) => toPiece(one, text, plain))
  const wechat = alsoWechat.map(({ start, end }): Piece => {
    return { kind: 'wechat', value: plain.slice(start, end), confidence: 'likely', span: null }
  })
  return { pieces: [...pieces, ...wechat], ignored: [] }
}

function toPiece({ kind, confidence, ...span }: Found, text: string, plain: string): Piece {
  const written = text.slice(span.start, span.end)
  const value = folded.has(kind) ? plain.slice(span.start, span.end) : written
  return { kind, value: normalise(kind, value), confidence, span }
}

function normalise(kind: Piece['kind'], value: string): string {
  if (kind === 'creditCode' || kind === 'idCard') return foldWidth(value).toUpperCase()
  if (kind === 'birthDate') return readDate(foldWidth(value)) ?? value
  if (kind === 'gender') return readGender(value) ?? value
  return value
}

/** The lines that are left between the pieces, without mere separators and labels that nothing follows. */
function listNotes(text: string, found: FoundPieces): Found[] {
  return found.gaps(text.length).flatMap((gap) => {
    const notes: Found[] = []
    let at = gap.start
    for (const line of text.slice(gap.start, gap.end).split(/[\r\n]/)) {
      const words = line.replace(untilEdge, '')
      if (words !== '' && !separators.test(words) && !emptyLabel.test(words)) {
        const start = at + line.indexOf(words)
        const end = start + words.length
        notes.push({ kind: 'note', confidence: 'guess', from: start, start, end, to: end })
      }
      at += line.length + 1
    }
    return notes
  })
}
