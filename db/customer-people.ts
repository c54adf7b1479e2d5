import { toLines } from './customer-search'
import type { WriteHandle } from './handles'
import { listTouchedBelongings } from './journal/touched-customers'
import { toPinyin } from './pinyin'
import type { contactPoint } from './schema/contact'
import { statement } from './statements'

type Point = Pick<typeof contactPoint.$inferSelect, 'raw' | 'normalized' | 'phoneKind'>

/**
 * Brings the text in line that finds a customer by its contact persons and further numbers: names with pinyin and initials, numbers
 * as written and as digits. To be called by whatever changes rows of `contact` or `contact_point`. Leaves `updated_at` alone,
 * since the customer's own fields did not change.
 */
export function refreshPeople(write: WriteHandle, customerId: number): void {
  const names = statement<{ name: string }>(
    write,
    'SELECT name FROM contact WHERE customer_id = ? ORDER BY id',
  ).all(customerId)
  const points = statement<Point>(
    write,
    `SELECT raw, normalized, phone_kind AS phoneKind FROM contact_point
     WHERE customer_id = ? ORDER BY id`,
  ).all(customerId)
  const text = toPeopleText(names, points)
  // A row that is set stands in the journal even when it stays the same, and each page written weighs in the next backup.
  statement(
    write,
    `UPDATE customer SET search_people = @text WHERE id = @customerId AND search_people <> @text`,
  ).run({ customerId, text })
}

/** The same for all customers whose people or numbers a command changed; what it reversed included. */
export function refreshPeopleOfCommand(write: WriteHandle, commandId: number): void {
  for (const id of listTouchedBelongings(write, commandId, ['contact', 'contact_point']))
    refreshPeople(write, id)
}

/** Folded names and numbers, one a line. */
export function toPeopleText(names: { name: string }[], points: Point[]): string {
  return toLines([...names.flatMap(namePartsOf), ...points.flatMap(numberPartsOf)])
}

function namePartsOf({ name }: { name: string }): string[] {
  const { full, initials } = toPinyin(name, true)
  return [name, full, initials]
}

function numberPartsOf({ raw, normalized, phoneKind }: Point): string[] {
  return phoneKind === 'mobile' ? [normalized] : [normalized, raw]
}
