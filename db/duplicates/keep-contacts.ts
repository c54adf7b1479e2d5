import { parsePhone } from '@shared/core/phone'
import { foldText } from '@shared/core/text'
import type { PointType } from '@shared/features/contacts/contacts.enums'
import type { CustomerFields } from '@shared/features/customers/customers.schema'
import type { WriteContext } from '../context'
import { insertRow } from '../insert-row'
import { contact, contactPoint } from '../schema/contact'
import type { customer } from '../schema/customer'
import { statement } from '../statements'

type Stored = typeof customer.$inferSelect
type Merge = {
  survivor: Stored
  rows: Stored[]
  chosen: Pick<CustomerFields, 'contactPerson' | 'phone' | 'email'>
}
type Known = { id: number; name: string }

/**
 * Keeps the main phones, addresses and contact persons that were not chosen, as further ones of the survivor: a number that stands
 * nowhere else would be lost with its row (R051). The search text of people is brought in line by the caller.
 */
export function keepContacts(context: WriteContext, { survivor, rows, chosen }: Merge): void {
  const ids = JSON.stringify(rows.map(({ id }) => id))
  const points = statement<{ key: string }>(
    context.write,
    `SELECT type || ':' || normalized AS key FROM contact_point WHERE customer_id IN (SELECT value FROM json_each(?))`,
  ).all(ids)
  const known = new Set(points.map(({ key }) => key))
  if (chosen.phone !== null) known.add(`phone:${parsePhone(chosen.phone).normalized}`)
  if (chosen.email !== null) known.add(`email:${foldText(chosen.email)}`)

  for (const row of rows) {
    const contactId = keepPerson(context, { survivor, row, chosen, ids })
    for (const [type, raw] of [
      ['phone', row.phone],
      ['email', row.email],
    ] as const) {
      if (raw === null) continue
      const normalized = type === 'phone' ? parsePhone(raw).normalized : foldText(raw)
      if (known.has(`${type}:${normalized}`)) continue
      known.add(`${type}:${normalized}`)
      addPoint(context, { customerId: survivor.id, contactId, type, raw, normalized })
    }
  }
}

type Person = Omit<Merge, 'rows'> & { row: Stored; ids: string }

/** The row's contact person as somebody of the survivor; null where it is the main one, or there is none. */
function keepPerson(
  { write, clock, newUid }: WriteContext,
  { survivor, row, chosen, ids }: Person,
): number | null {
  const name = row.contactPerson
  if (name === null || foldText(name) === foldText(chosen.contactPerson ?? '')) return null
  const people = statement<Known>(
    write,
    'SELECT id, name FROM contact WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id',
  ).all(ids)
  const same = people.find((one) => foldText(one.name) === foldText(name))
  if (same) return same.id
  const now = clock()
  return insertRow(write, contact, {
    ...{ uid: newUid(), customerId: survivor.id, name },
    ...{ position: null, department: null, decisionRole: null, notes: null },
    ...{ sort: people.length, createdAt: now, updatedAt: now },
  })
}

type NewPoint = {
  customerId: number
  contactId: number | null
  type: PointType
  raw: string
  normalized: string
}

function addPoint({ write, clock, newUid }: WriteContext, point: NewPoint): void {
  const now = clock()
  const { count } = statement<{ count: number }>(
    write,
    'SELECT count(*) AS count FROM contact_point WHERE customer_id = ?',
  ).get(point.customerId) ?? { count: 0 }
  insertRow(write, contactPoint, {
    ...point,
    uid: newUid(),
    phoneKind: point.type === 'phone' ? parsePhone(point.raw).kind : null,
    ...{ label: null, shared: 0, sort: count, createdAt: now, updatedAt: now },
  })
}
