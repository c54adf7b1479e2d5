import { parsePhone, type PhoneKind } from '@shared/core/phone'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import type { Piece } from './card'
import { confidences, type PieceKind } from './quick-add.enums'

/** Words before what has no field of its own: 其他电话, 微信, 部门. In the language of the person, since they are stored. */
export type NoteWords = (kind: Exclude<PieceKind, 'note'>, isFurther: boolean) => string

const phoneOrder: readonly PhoneKind[] = ['mobile', 'landline', 'service', 'foreign', 'unknown']

/**
 * What the form begins with (R053): a company with its contact, or a person. Each kind fills its field once, with its surest piece,
 * a mobile number before others; all that is left goes into the notes, one line each, so that nothing is lost.
 */
export function toFormValues(
  pieces: readonly Piece[],
  words: NoteWords,
): Partial<CustomerFormValues> {
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
  const notes = pieces.filter((one) => !taken.has(one)).map((one) => noteLine(one, taken, words))
  return {
    kind: isPerson ? 'person' : 'company',
    ...(Object.fromEntries(fields) as Partial<CustomerFormValues>),
    ...(isGender ? { gender: gender?.value === 'male' ? 'male' : 'female' } : {}),
    ...(notes.length > 0 ? { notes: [...new Set(notes)].join('\n') } : {}),
  }
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
