import { parsePhone, type PhoneKind } from '@shared/core/phone'
import { isSamePoint } from '@shared/features/contacts/contacts.rules'
import {
  mostPoints,
  newPoint,
  type NewPointValues,
} from '@shared/features/contacts/contacts.schema'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { Piece } from './card'
import { confidences, type PieceKind } from './quick-add.enums'

/** Words before what has no field of its own: 其他电话, 微信, 部门. In the language of the person, since they are stored. */
export type NoteWords = (kind: Exclude<PieceKind, 'note'>, isFurther: boolean) => string

const phoneOrder: readonly PhoneKind[] = ['mobile', 'landline', 'service', 'foreign', 'unknown']

/** What the form of a new customer begins with. */
export type CardValues = Partial<CustomerFormValues> & { points?: NewPointValues[] }

/** Kinds that are a way to reach somebody; a fax or a website reaches nobody. */
const pointTypes = new Set<PieceKind>(['phone', 'email', 'wechat', 'qq'])

/**
 * What the form begins with (R053): a company with its contact, or a person. Each kind fills its field once, with its surest piece,
 * a mobile number before others. Further phones and e-mails, WeChat and QQ become numbers of the customer (R050); all that is left
 * goes into the notes, one line each, so that nothing is lost.
 */
export function toFormValues(pieces: readonly Piece[], words: NoteWords): CardValues {
  const company = first(pieces, 'company')
  const name = first(pieces, 'name')
  const position = first(pieces, 'position')
  const gender = first(pieces, 'gender')
  const isPerson = company === null
  const used: Partial<Record<keyof CustomerFormValues, Piece | null>> = {
    name: company ?? name,
    ...(isPerson ? { occupation: position } : { contactPerson: name }),
    phone: bestPhone(pieces),
    email: first(pieces, 'email'),
    address: first(pieces, 'address'),
    creditCode: first(pieces, 'creditCode'),
    idCard: first(pieces, 'idCard'),
    bankAccount: first(pieces, 'bankAccount'),
    ...(isPerson ? { birthDate: first(pieces, 'birthDate') } : {}),
  }
  const taken = new Set<Piece>(Object.values(used).filter((one) => one !== null))
  const isGender = isPerson && (gender?.value === 'male' || gender?.value === 'female')
  if (isGender && gender) taken.add(gender)
  const fields = Object.entries(used).flatMap(([field, one]) => (one ? [[field, one.value]] : []))
  const further = pieces.filter((one) => !taken.has(one))
  const { points, rest } = toPoints(further, [used.phone, used.email].flatMap(toPoint))
  const notes = rest.map((one) => noteLine(one, taken, words))
  return {
    kind: isPerson ? 'person' : 'company',
    ...(Object.fromEntries(fields) as Partial<CustomerFormValues>),
    ...(isGender ? { gender: gender?.value === 'male' ? 'male' : 'female' } : {}),
    ...(points.length > 0 ? { points } : {}),
    ...(notes.length > 0 ? { notes: [...new Set(notes)].join('\n') } : {}),
  }
}

/** The pieces that are further numbers, each once and none of the main ones, and the pieces that are none. */
function toPoints(
  pieces: readonly Piece[],
  main: readonly NewPointValues[],
): { points: NewPointValues[]; rest: Piece[] } {
  const points: NewPointValues[] = []
  const rest = pieces.filter((one) => {
    const [point] = toPoint(one)
    if (!point) return true
    if ([...main, ...points].some((other) => isSamePoint(other, point))) return false
    if (points.length >= mostPoints) return true
    points.push(point)
    return false
  })
  return { points, rest }
}

function toPoint(piece: Piece | null | undefined): NewPointValues[] {
  if (!piece || !pointTypes.has(piece.kind)) return []
  const read = newPoint.safeParse({ type: piece.kind, raw: piece.value })
  return read.success ? [{ type: read.data.type, raw: read.data.raw }] : []
}

function noteLine(one: Piece, taken: ReadonlySet<Piece>, words: NoteWords): string {
  if (one.kind === 'note') return one.value
  const isFurther = [...taken].some(({ kind }) => kind === one.kind)
  return words(one.kind, isFurther) + one.value
}

function first(pieces: readonly Piece[], kind: PieceKind): Piece | null {
  const rank = ({ confidence }: Piece) => confidences.indexOf(confidence)
  return (
    pieces
      .filter((one) => one.kind === kind)
      .toSorted((one, other) => rank(one) - rank(other))
      .at(0) ?? null
  )
}

function bestPhone(pieces: readonly Piece[]): Piece | null {
  const rank = ({ value }: Piece) => phoneOrder.indexOf(parsePhone(value).kind)
  return (
    pieces
      .filter(({ kind }) => kind === 'phone')
      .toSorted((one, other) => rank(one) - rank(other))
      .at(0) ?? null
  )
}
