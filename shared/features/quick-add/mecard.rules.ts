import type { Card, Piece } from './card'
import { readDate } from './card-labels.rules'
import type { PieceKind } from './quick-add.enums'
import { splitValue } from './vcard-lines.rules'
import { piece } from './vcard.rules'

const mecard: Record<string, PieceKind> = {
  N: 'name',
  TEL: 'phone',
  'TEL-AV': 'phone',
  EMAIL: 'email',
  ADR: 'address',
  ORG: 'company',
  TITLE: 'position',
  URL: 'website',
  BDAY: 'birthDate',
  NOTE: 'note',
  NICKNAME: 'note',
}
const bizcard: Record<string, PieceKind> = {
  T: 'position',
  C: 'company',
  A: 'address',
  B: 'phone',
  F: 'fax',
  M: 'phone',
  E: 'email',
}

/** Reads the two short formats of QR codes, MECARD: and BIZCARD: (R053); null for any other text. */
export function readMecard(text: string): Card | null {
  const match = /^\s*(MECARD|BIZCARD):([\s\S]*)$/i.exec(text)
  if (!match) return null
  const [, format = '', body = ''] = match
  const isMecard = format.toUpperCase() === 'MECARD'
  const fields = splitValue(body, ';').filter((field) => field.trim() !== '')
  const pieces = fields.flatMap((field) => readField(field, isMecard))
  return { pieces: isMecard ? pieces : [...bizName(fields), ...pieces], ignored: [] }
}

function readField(field: string, isMecard: boolean): Piece[] {
  const [, key = '', value = ''] = /^\s*([A-Za-z-]{1,10}):([\s\S]*)$/.exec(field) ?? []
  const name = key.toUpperCase()
  if (value.trim() === '') return key === '' ? [piece('note', field)] : []
  if (!isMecard && (name === 'N' || name === 'X')) return []
  const kind = (isMecard ? mecard : bizcard)[name]
  if (kind === undefined) return [piece('note', field)]
  if (kind === 'birthDate') {
    const date = readDate(value)
    return [date === null ? piece('note', field) : piece('birthDate', date)]
  }
  return [piece(kind, kind === 'name' ? turnName(value) : value)]
}

/** 李,建国 → 李建国; Owen,Sean → Sean Owen */
function turnName(value: string): string {
  const [family = '', ...given] = value.split(',')
  if (given.length === 0) return value
  const rest = given.join(' ').trim()
  return /\p{Script=Han}/u.test(value) ? family.trim() + rest : `${rest} ${family.trim()}`
}

/** BIZCARD has the given name in N and the surname in X. */
function bizName(fields: readonly string[]): Piece[] {
  const of = (key: string) =>
    fields
      .find((field) => field.trim().toUpperCase().startsWith(`${key}:`))
      ?.replace(/^[^:]*:/, '') ?? ''
  const [given, family] = [of('N').trim(), of('X').trim()]
  const name = /\p{Script=Han}/u.test(given + family) ? family + given : `${given} ${family}`
  return name.trim() === '' ? [] : [piece('name', name)]
}
