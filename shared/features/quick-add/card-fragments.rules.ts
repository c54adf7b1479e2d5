import { isAddress } from './card-address.rules'
import {
  findCompany,
  isAddressedName,
  isCompany,
  isDepartment,
  isLatinName,
  isPersonName,
  isPosition,
  splitWords,
} from './card-words.rules'
import type { FoundPieces } from './found-pieces.rules'
import type { Confidence, PieceKind } from './quick-add.enums'

type Part = { start: number; end: number }

const lines = /[\r\n\t|｜•◆★■●]+| {3,}/g
const marks = /[,，;；、。！!]+/g
const spaces = /[\s/()（）[\]【】<>《》「」]+|\s[-–—]+\s/g

/** Reads what stands between the pieces that are known by form or label: companies, posts, names, addresses. */
export function findFragments(text: string, found: FoundPieces): void {
  for (const gap of found.gaps(text.length))
    for (const line of splitAt(text, gap, lines)) readPart(text, line, found, [marks, spaces])
}

function readPart(
  text: string,
  whole: Part,
  found: FoundPieces,
  separators: readonly RegExp[],
): void {
  const part = trim(text, whole)
  const words = text.slice(part.start, part.end)
  if (words === '') return
  const read = recognise(words)
  if (read) {
    if (read.kind === 'address') return addAddress(text, part, found)
    found.add({ ...read, from: part.start, ...part, to: part.end })
    return
  }
  const [separator, ...rest] = separators
  if (separator) {
    for (const one of splitAt(text, part, separator)) readPart(text, one, found, rest)
    return
  }
  const parted = splitWords(words)
  if (parted !== null) {
    for (const one of halves(part, parted)) readPart(text, one, found, [])
    return
  }
  readSentence(text, part, words, found)
}

function recognise(words: string): { kind: PieceKind; confidence: Confidence } | null {
  if (isCompany(words)) return { kind: 'company', confidence: 'likely' }
  if (isAddress(words)) return { kind: 'address', confidence: 'likely' }
  if (isDepartment(words)) return { kind: 'department', confidence: 'likely' }
  if (isPosition(words)) return { kind: 'position', confidence: 'likely' }
  if (isAddressedName(words) || isLatinName(words)) return { kind: 'name', confidence: 'likely' }
  if (isPersonName(words))
    return { kind: 'name', confidence: words.length > 2 ? 'likely' : 'guess' }
  return null
}

/** Where a parcel goes: the address, and the receiver behind it. */
function addAddress(text: string, part: Part, found: FoundPieces): void {
  const words = text.slice(part.start, part.end)
  const tail = /\s+(\S{2,8})(?:\s*收)?$/.exec(words)
  const [behind = '', receiver = ''] = tail ?? []
  const isReceiver = isPersonName(receiver) || isAddressedName(receiver)
  const end = isReceiver ? part.end - behind.length : part.end
  found.add({ kind: 'address', confidence: 'likely', from: part.start, ...part, end, to: end })
  if (!isReceiver) return
  const start = end + behind.indexOf(receiver)
  const last = start + receiver.length
  found.add({ kind: 'name', confidence: 'likely', from: start, start, end: last, to: part.end })
}

const introduced = /(?:我是|我叫|本人|名叫|我姓名是|联系|找)(\p{Script=Han}{2,4})$/u

/** 我是青山食品有限公司的李建国 */
function readSentence(text: string, part: Part, words: string, found: FoundPieces): void {
  const company = findCompany(words)
  if (company) {
    const [start, end] = [part.start + company.start, part.start + company.end]
    const to = text.charAt(end) === '的' ? end + 1 : end
    found.add({ kind: 'company', confidence: 'likely', from: start, start, end, to })
    readPart(text, { start: to, end: part.end }, found, [])
    return
  }
  const name = introduced.exec(words)?.[1]
  if (name === undefined || !(isPersonName(name) || isAddressedName(name))) return
  const start = part.end - name.length
  found.add({ kind: 'name', confidence: 'likely', from: start, start, end: part.end, to: part.end })
}

function halves({ start, end }: Part, at: number): Part[] {
  return [
    { start, end: start + at },
    { start: start + at, end },
  ]
}

function splitAt(text: string, { start, end }: Part, separator: RegExp): Part[] {
  const parts: Part[] = []
  let at = start
  for (const match of text.slice(start, end).matchAll(separator)) {
    parts.push({ start: at, end: start + match.index })
    at = start + match.index + match[0].length
  }
  return [...parts, { start: at, end }]
}

const outside = /^[\s,，;；、:：/|()（）\-–—_*#.。"'“”]+|[\s,，;；、:：/|(（\-–—_*#。"'“”]+$/g

function trim(text: string, { start, end }: Part): Part {
  const words = text.slice(start, end)
  const lead = words.length - words.replace(/^[\s,，;；、:：/|(（)）\-–—_*#.。"'“”]+/, '').length
  const rest = words.slice(lead)
  const tail = rest.length - rest.replace(outside, '').length
  return { start: start + lead, end: end - tail }
}
