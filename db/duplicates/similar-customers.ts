import { toSimplified } from '@shared/core/simplified'
import type { CustomerKind } from '@shared/features/customers/customers.enums'
import { brandOf, foldName } from '@shared/features/duplicates/names.rules'
import type { ReadHandle } from '../handles'
import { toPinyin } from '../pinyin'
import { statement } from '../statements'

/** So many rows at most are looked at for one draft and kind of likeness. */
const most = 60

/** Customers that have one of these numbers or addresses, by index. */
export function listIdsByContact(
  read: ReadHandle,
  { phones, emails }: { phones: readonly string[]; emails: readonly string[] },
): number[] {
  return statement<{ id: number }>(
    read,
    `SELECT id FROM customer WHERE phone_normalized IN (SELECT value FROM json_each(@phones))
     UNION SELECT id FROM customer
       WHERE email IS NOT NULL AND lower(email) IN (SELECT value FROM json_each(@emails))
     UNION SELECT customer_id FROM contact_point
       WHERE normalized IN (SELECT value FROM json_each(@phones) UNION ALL SELECT value FROM json_each(@emails))
     LIMIT ${most}`,
  )
    .all({ phones: JSON.stringify(phones), emails: JSON.stringify(emails) })
    .map(({ id }) => id)
}

/** Companies with this credit code. */
export function listIdsByCreditCode(read: ReadHandle, creditCode: string): number[] {
  return statement<{ id: number }>(
    read,
    `SELECT id FROM customer WHERE credit_code IS NOT NULL AND credit_code = ? LIMIT ${most}`,
  )
    .all(creditCode)
    .map(({ id }) => id)
}

/**
 * Customers whose name may be this one. People are found by the whole reading, companies by any place of it: one walk
 * through the index of readings, no row read.
 */
export function listIdsByName(read: ReadHandle, name: string, kind: CustomerKind): number[] {
  const readings = [...new Set([name, toSimplified(name)])].map(
    (writing) => toPinyin(writing, kind === 'person').spaced,
  )
  const whole = statement<{ id: number }>(
    read,
    `SELECT id FROM customer WHERE name_pinyin IN (SELECT value FROM json_each(?)) LIMIT ${most}`,
  ).all(JSON.stringify(readings))
  const parts = kind === 'person' ? [] : partsOf(name)
  const alike =
    parts.length === 0
      ? []
      : statement<{ id: number }>(
          read,
          `SELECT id FROM customer INDEXED BY customer_by_reading
           WHERE ${parts.map(() => 'instr(name_pinyin, ?) > 0').join(' OR ')} LIMIT ${most}`,
        ).all(...parts)
  return [...new Set([...whole, ...alike].map(({ id }) => id))]
}

/** Readings of the parts of a company's name that tell it apart: its proper name, and the halves that a slip leaves whole. */
function partsOf(name: string): string[] {
  const { core } = foldName(name, 'company', '')
  const characters = [...core]
  if (characters.length < 2) return []
  const middle = Math.ceil(characters.length / 2)
  const halves = [characters.slice(0, middle), characters.slice(middle)].map((half) =>
    half.join(''),
  )
  const brand = brandOf(core)
  const telling =
    characters.length < 4 ? [core] : halves.filter((half) => brandOf(half).length >= 2)
  const parts = [...(brand === '' ? [] : [brand]), ...(brand === '' ? [core] : telling)]
  return [...new Set(parts.map((part) => toPinyin(part, false).spaced))].filter(
    (reading) => reading.length >= 4,
  )
}
