import type { PhoneKind } from '@shared/core/phone'
import type { CustomerKind, Gender } from '@shared/features/customers/customers.enums'
import {
  type Compared,
  type ComparedFields,
  sharedFrom,
  toCompared,
} from '@shared/features/duplicates/compared.rules'
import type { ReadHandle } from '../handles'
import { statement } from '../statements'

/** A customer with what is compared of it, as it stands in the file. */
export type ComparedRow = { id: number; fields: ComparedFields }

type Stored = {
  id: number
  kind: CustomerKind
  name: string
  namePinyin: string
  contactPerson: string | null
  phoneNormalized: string | null
  phoneKind: PhoneKind | null
  email: string | null
  creditCode: string | null
  idCardMask: string | null
  birthDate: string | null
  gender: Gender | null
  address: string | null
}
type Point = {
  customerId: number
  type: string
  normalized: string
  phoneKind: PhoneKind | null
  shared: number
}

const columns = `id, kind, name, name_pinyin AS namePinyin, contact_person AS contactPerson,
  phone_normalized AS phoneNormalized, phone_kind AS phoneKind, email, credit_code AS creditCode,
  id_card_mask AS idCardMask, birth_date AS birthDate, gender, address`
const pointColumns = `customer_id AS customerId, type, normalized, phone_kind AS phoneKind, shared`

/** These customers, without those in the bin. */
export function listComparedRows(read: ReadHandle, ids: readonly number[]): ComparedRow[] {
  const wanted = JSON.stringify(ids)
  const inList = 'IN (SELECT value FROM json_each(?))'
  return join(
    statement<Stored>(
      read,
      `SELECT ${columns} FROM customer WHERE id ${inList} AND deleted_at IS NULL`,
    ).all(wanted),
    statement<Point>(
      read,
      `SELECT ${pointColumns} FROM contact_point WHERE customer_id ${inList}`,
    ).all(wanted),
  )
}

/** Every customer that is not in the bin, archived ones included: somebody who comes back is not new. */
export function listAllComparedRows(read: ReadHandle): ComparedRow[] {
  return join(
    statement<Stored>(
      read,
      `SELECT ${columns} FROM customer WHERE deleted_at IS NULL ORDER BY id`,
    ).all(),
    statement<Point>(
      read,
      `SELECT ${pointColumns} FROM contact_point WHERE type IN ('phone', 'email', 'wechat', 'qq')`,
    ).all(),
  )
}

function join(rows: Stored[], points: Point[]): ComparedRow[] {
  const byCustomer = new Map<number, Point[]>()
  for (const point of points) {
    const known = byCustomer.get(point.customerId)
    if (known) known.push(point)
    else byCustomer.set(point.customerId, [point])
  }
  return rows.map(({ id, phoneNormalized, phoneKind, email, ...fields }) => {
    const own = byCustomer.get(id) ?? []
    return {
      id,
      fields: {
        ...fields,
        phones: [
          ...(phoneNormalized
            ? [{ value: phoneNormalized, kind: phoneKind, isShared: false }]
            : []),
          ...own
            .filter(({ type }) => type === 'phone')
            .map((point) => ({
              ...{ value: point.normalized, kind: point.phoneKind },
              isShared: point.shared === 1,
            })),
        ],
        emails: [
          ...(email ? [{ value: email, isShared: false }] : []),
          ...own
            .filter(({ type }) => type !== 'phone' && type !== 'other')
            .map(({ type, normalized, shared }) => ({
              // Messenger ids point at one person as an address does.
              value: type === 'email' ? normalized : `${normalized}@${type}`,
              isShared: shared === 1,
            })),
        ],
      },
    }
  })
}

/**
 * Folds rows, and marks the numbers that customers of `sharedFrom` or more different names have among them: a family's phone,
 * a bookkeeper's, a made-up 13800000000 (X12).
 */
export function foldRows(rows: readonly ComparedFields[]): Compared[] {
  const compared = rows.map(toCompared)
  const shared = findShared(compared)
  if (shared.size === 0) return compared
  const mark = (numbers: Compared['phones']) =>
    numbers.map(({ value, isShared }) => ({ value, isShared: isShared || shared.has(value) }))
  const has = (numbers: Compared['phones']) => numbers.some(({ value }) => shared.has(value))
  return compared.map((one) =>
    has(one.phones) || has(one.emails)
      ? { ...one, phones: mark(one.phones), emails: mark(one.emails) }
      : one,
  )
}

function findShared(compared: readonly Compared[]): Set<string> {
  const firstName = new Map<string, string>()
  const names = new Map<string, Set<string>>()
  for (const { name, phones, emails } of compared)
    for (const { value } of [...phones, ...emails]) {
      const first = firstName.get(value)
      if (first === undefined) firstName.set(value, name.core)
      else if (first !== name.core) {
        const known = names.get(value) ?? new Set([first])
        names.set(value, known.add(name.core))
      }
    }
  const shared = [...names].filter(([, known]) => known.size >= sharedFrom)
  return new Set(shared.map(([value]) => value))
}
