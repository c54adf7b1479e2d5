import type { Card, Piece } from './card'
import { readDate } from './card-labels.rules'
import type { IgnoredPart, PieceKind } from './quick-add.enums'
import { mostCards } from './quick-add.enums'
import {
  decodeValue,
  listVcardLines,
  splitValue,
  unescapeValue,
  type VcardLine,
} from './vcard-lines.rules'

const begin = /^[ \t]*BEGIN:VCARD[ \t]*$/gim

export function holdsVcard(text: string): boolean {
  return text.search(begin) >= 0
}

/**
 * Reads vCards of version 2.1, 3.0 and 4.0 (R053), as many as the text holds, at most 100. A card that is cut off ends where the text
 * or the next card does. Properties that have no field become notes, pictures are named in `ignored`.
 * @returns the cards, and the text around them
 */
export function readVcards(text: string): { cards: Card[]; outside: string } {
  const starts = [...text.matchAll(begin)].map(({ index }) => index)
  const outside: string[] = [text.slice(0, starts[0] ?? text.length)]
  const cards: Card[] = []
  for (const [number, start] of starts.entries()) {
    const block = text.slice(start, starts[number + 1] ?? text.length)
    const end = /^[ \t]*END:VCARD[ \t]*$/im.exec(block)
    const length = end ? end.index + end[0].length : block.length
    outside.push(block.slice(length))
    if (cards.length < mostCards) cards.push(readVcard(block.slice(0, length)))
    else outside.push(block.slice(0, length))
  }
  const around = outside.map((part) => part.trim()).filter((part) => part !== '')
  return { cards, outside: around.join('\n') }
}

function readVcard(block: string): Card {
  const lines = listVcardLines(block)
  const names = new Set(lines.map(({ name }) => name))
  const pieces = lines.flatMap((line) => piecesOf(line, names))
  const ignored = lines.flatMap(({ name, value }) => (value === '' ? [] : (pictures[name] ?? [])))
  return { pieces: dropRepeats(pieces), ignored: [...new Set(ignored)] }
}

const pictures: Record<string, IgnoredPart> = {
  PHOTO: 'photo',
  LOGO: 'photo',
  SOUND: 'sound',
  KEY: 'key',
}
/** What programs write for each other. */
const technical =
  /^(?:BEGIN|END|VERSION|PRODID|REV|UID|SOURCE|KIND|CLASS|MAILER|TZ|GEO|SORT-STRING|CLIENTPIDMAP|LANG|X-AB.*|X-PHONETIC.*|X-MS-.*|X-EVOLUTION.*|X-IMAGE.*|X-SORT.*)$/

function piecesOf(line: VcardLine, names: ReadonlySet<string>): Piece[] {
  if (pictures[line.name] || technical.test(line.name)) return []
  const value = decodeValue(line)
  if (value.trim() === '') return []
  const read = readers[line.name]
  const pieces = read ? read(value, line, names) : [note(`${line.name}: ${unescapeValue(value)}`)]
  return pieces.filter(({ value: words }) => words !== '')
}

type Reader = (value: string, line: VcardLine, names: ReadonlySet<string>) => Piece[]

const readers: Record<string, Reader> = {
  FN: (value) => [piece('name', unescapeValue(value))],
  N: (value, _line, names) => readName(value, names.has('FN')),
  NICKNAME: (value) => [note(unescapeValue(value))],
  ORG: (value) => {
    const [company = '', ...units] = splitValue(value, ';')
    return [piece('company', company), ...units.map((unit) => piece('department', unit))]
  },
  TITLE: (value) => [piece('position', unescapeValue(value))],
  ROLE: (value, _line, names) =>
    names.has('TITLE') ? [note(unescapeValue(value))] : [piece('position', unescapeValue(value))],
  TEL: (value, { params }) => {
    const isFax = params.get('TYPE')?.some((type) => type === 'FAX') ?? false
    return [piece(isFax ? 'fax' : 'phone', telephone(unescapeValue(value)))]
  },
  EMAIL: (value) => [piece('email', unescapeValue(value).replace(/^mailto:/i, ''))],
  ADR: (value) => [piece('address', readAddress(splitValue(value, ';')))],
  LABEL: (value, _line, names) =>
    names.has('ADR')
      ? [note(flat(unescapeValue(value)))]
      : [piece('address', flat(unescapeValue(value)))],
  URL: (value) => [piece('website', unescapeValue(value))],
  NOTE: (value) =>
    unescapeValue(value)
      .split(/\n/)
      .map((words) => note(words)),
  BDAY: (value) => {
    const date = readDate(value)
    return [date === null ? note(`BDAY: ${value}`) : piece('birthDate', date)]
  },
  GENDER: (value) => {
    const [sex = '', ...identity] = splitValue(value, ';')
    const gender = { M: 'male', F: 'female' }[sex.trim().toUpperCase()]
    const rest = identity.map((words) => note(words))
    return gender === undefined ? [note(`GENDER: ${value}`)] : [piece('gender', gender), ...rest]
  },
  IMPP: (value) => [messenger(unescapeValue(value), '')],
  'X-SOCIALPROFILE': (value, { params }) => [
    messenger(unescapeValue(value), params.get('TYPE')?.join(' ') ?? ''),
  ],
  'X-WECHAT': (value) => [piece('wechat', unescapeValue(value))],
  'X-WEIXIN': (value) => [piece('wechat', unescapeValue(value))],
  'X-TENCENT-WECHAT': (value) => [piece('wechat', unescapeValue(value))],
  'X-QQ': (value) => [piece('qq', unescapeValue(value))],
  'X-TENCENT-QQ': (value) => [piece('qq', unescapeValue(value))],
  CATEGORIES: (value) => [note(splitValue(value, ',').join('、'))],
}

export function piece(kind: PieceKind, value: string): Piece {
  const words = kind === 'note' ? value.trim() : flat(value)
  return { kind, value: words, confidence: kind === 'note' ? 'guess' : 'sure', span: null }
}

function note(value: string): Piece {
  return piece('note', value)
}

function flat(value: string): string {
  return value.replace(/\s+/g, ' ').trim()
}

/** Of `N` what `FN` does not say already; without `FN` the name itself, Chinese ones with the surname first. */
function readName(value: string, hasWhole: boolean): Piece[] {
  if (hasWhole) return []
  const [family = '', given = '', middle = '', prefix = '', suffix = ''] = splitValue(value, ';')
  const chinese = /\p{Script=Han}/u.test(family + given)
  const name = chinese ? family + middle + given : `${given} ${middle} ${family}`
  return [piece('name', name), note(`${prefix} ${suffix}`)]
}

/** Post box, room, street, town, province, postcode, country: from large to small in Chinese, else the other way. */
function readAddress(parts: readonly string[]): string {
  const [box = '', room = '', street = '', town = '', region = '', code = '', country = ''] = parts
  if (/\p{Script=Han}/u.test(parts.join('')))
    return `${country}${region}${town}${street}${room}${box} ${code}`
  return [box, room, street, town, region, code, country]
    .filter((one) => one.trim() !== '')
    .join(', ')
}

/** `tel:+86-571-88001234;ext=12` of version 4.0 as people write it. */
function telephone(value: string): string {
  return value
    .replace(/^tel:/i, '')
    .replace(/;ext=(\d+)/i, ' 转 $1')
    .replace(/;.*$/, '')
}

function messenger(value: string, type: string): Piece {
  const [, scheme = '', rest = ''] = /^([a-z-]+):(?!\/\/)(.*)$/i.exec(value) ?? []
  const kind = `${scheme} ${type}`
  if (/wechat|weixin/i.test(kind)) return piece('wechat', rest || value)
  return /\bqq\b/i.test(kind) ? piece('qq', rest || value) : note(value)
}

function dropRepeats(pieces: readonly Piece[]): Piece[] {
  const seen = new Set<string>()
  return pieces.filter(({ kind, value }) => {
    const key = `${kind} ${value}`
    return seen.has(key) ? false : seen.add(key)
  })
}
