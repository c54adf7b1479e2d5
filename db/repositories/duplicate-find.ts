import { fieldLevelOf, mayUse } from '@shared/core/permissions'
import { parsePhone } from '@shared/core/phone'
import type { CustomerKind } from '@shared/features/customers/customers.enums'
import type { ComparedFields } from '@shared/features/duplicates/compared.rules'
import type { DuplicateMatch } from '@shared/features/duplicates/duplicates.contract'
import { levelOf, scorePair } from '@shared/features/duplicates/duplicates.rules'
import type { ReadContext } from '../context'
import { findCustomerRelation } from '../customer-relation'
import { foldRows, listComparedRows } from '../duplicates/compared-rows'
import {
  listIdsByContact,
  listIdsByCreditCode,
  listIdsByName,
} from '../duplicates/similar-customers'
import type { ReadHandle } from '../handles'
import { toPinyin } from '../pinyin'
import { statement } from '../statements'

type Draft = {
  id: number | null
  kind: CustomerKind
  name: string
  contactPerson: string
  phones: string[]
  emails: string[]
  creditCode: string
}
type Found = { matches: DuplicateMatch[]; taken: { phone: boolean; email: boolean } }

/** No more are named; the first says it all. */
const mostMatches = 5

/**
 * Customers that what is being typed may be (R050), by indexes alone. Of a customer whom the person may not read, or whose contact
 * they may not see, no more is told than that the very number is taken (R082, R084).
 */
export function findDuplicates(context: ReadContext, draft: Draft): Found {
  const { read, session } = context
  const fields = toFields(draft)
  const phones = (fields.phones ?? []).map(({ value }) => value)
  const emails = (fields.emails ?? []).map(({ value }) => value)
  const byContact = listIdsByContact(read, { phones, emails })
  const byName = draft.name.trim() === '' ? [] : listIdsByName(read, draft.name, draft.kind)
  const byCode = draft.creditCode === '' ? [] : listIdsByCreditCode(read, draft.creditCode)
  const ids = new Set([...byContact, ...byName, ...byCode])
  const rows = listComparedRows(
    read,
    [...ids].filter((id) => id !== draft.id && !isDismissed(read, draft.id, id)),
  )

  const taken = { phone: false, email: false }
  const known: { id: number; fields: ComparedFields; writable: boolean }[] = []
  for (const row of rows) {
    const relation = findCustomerRelation(read, context, row.id)
    const seesContact =
      relation !== null && fieldLevelOf(session.role, 'contact', relation) === 'full'
    if (!seesContact) {
      taken.phone ||= (row.fields.phones ?? []).some(({ value }) => phones.includes(value))
      taken.email ||= (row.fields.emails ?? []).some(({ value }) => isIn(emails, value))
    }
    if (relation === null) continue
    known.push({
      id: row.id,
      fields: seesContact ? row.fields : withoutContact(row.fields),
      writable: mayUse(session.role, 'customers.write', relation),
    })
  }
  const [mine, ...others] = foldRows([fields, ...known.map((one) => one.fields)])
  const matches = known.flatMap(({ id, writable }, at) => {
    const other = others[at]
    if (!mine || !other) return []
    const { score, reasons } = scorePair(mine, other)
    const level = levelOf(score)
    // A number in common is worth a word although it proves nothing.
    const hasNumber = reasons.includes('shared-phone') || reasons.includes('shared-email')
    if (level === null && !hasNumber) return []
    return [{ id, writable, score, level: level ?? ('hint' as const), reasons }]
  })
  // The very number says more to who is typing than any likeness of names.
  const isSameNumber = ({ reasons }: (typeof matches)[number]) =>
    Number(reasons.includes('same-phone') || reasons.includes('same-email'))
  const best = matches
    .sort((a, b) => isSameNumber(b) - isSameNumber(a) || b.score - a.score || a.id - b.id)
    .slice(0, mostMatches)
  return { taken, matches: best.map((match) => ({ ...match, ...describe(read, match.id) })) }
}

function toFields({ kind, name, contactPerson, phones, emails, creditCode }: Draft) {
  return {
    ...{ kind, name, contactPerson, creditCode },
    namePinyin: toPinyin(name, kind === 'person').spaced,
    phones: phones.flatMap((raw) => {
      const phone = parsePhone(raw)
      // Half of a number that is still being typed is nobody's.
      if (phone.normalized.length < 7) return []
      return [{ value: phone.normalized, kind: phone.kind, isShared: false }]
    }),
    emails: emails
      .map((email) => email.trim().toLowerCase())
      .filter((email) => /^[^\s@]+@[^\s@.]+\.[^\s@]+$/.test(email))
      .map((value) => ({ value, isShared: false })),
  } satisfies ComparedFields
}

const isIn = (emails: string[], value: string) => emails.includes(value.toLowerCase())

function withoutContact({ kind, name, namePinyin, creditCode }: ComparedFields): ComparedFields {
  return { kind, name, namePinyin, creditCode: creditCode ?? null }
}

function isDismissed(read: ReadHandle, a: number | null, b: number): boolean {
  if (a === null) return false
  const pair = 'SELECT 1 FROM not_duplicate WHERE customer_id = ? AND other_id = ?'
  return statement(read, pair).get(Math.min(a, b), Math.max(a, b)) !== undefined
}

function describe(read: ReadHandle, id: number) {
  const row = statement<Pick<DuplicateMatch, 'code' | 'name' | 'ownerName'> & { archived: number }>(
    read,
    `SELECT code, customer.name, user.name AS ownerName, archived_at IS NOT NULL AS archived
     FROM customer JOIN user ON user.id = owner_id WHERE customer.id = ?`,
  ).get(id)
  if (!row) throw new Error('a match is gone within one query')
  return { ...row, archived: row.archived === 1 }
}
