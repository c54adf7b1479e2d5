import type { ReadHandle } from '../handles'
import type { contact, contactPoint } from '../schema/contact'
import { statement } from '../statements'
import type { CopiedCustomer } from './copied-customer'

type ContactRow = typeof contact.$inferSelect
type PointRow = typeof contactPoint.$inferSelect
type Changed<Row> = { then: Row; now: Row }
type People = Pick<CopiedCustomer, 'contacts' | 'points'>

/** What a backup holds of people and numbers: such that are not there now, and such that say something else. */
export type PeopleDifference = {
  contacts: ContactRow[]
  points: PointRow[]
  changedContacts: Changed<ContactRow>[]
  changedPoints: Changed<PointRow>[]
}

const contactParts = ['name', 'position', 'department', 'decisionRole', 'notes'] as const
const pointParts = ['type', 'raw', 'label', 'shared'] as const

/** Compares the people and numbers of a customer by identity. */
export function comparePeople(copied: People, present: People): PeopleDifference {
  const contacts = compareRows(copied.contacts, present.contacts, contactParts)
  const points = compareRows(copied.points, present.points, pointParts)
  return {
    ...{ contacts: contacts.added, points: points.added },
    ...{ changedContacts: contacts.changed, changedPoints: points.changed },
  }
}

/** Rows that hang on another customer by now stay there, and what belonged to a person who does stays away. */
export function onlyFree(
  difference: PeopleDifference,
  copied: People,
  present: People & { read: ReadHandle },
): PeopleDifference {
  const isFree = (table: string) => (row: { uid: string }) =>
    statement(present.read, `SELECT 1 FROM ${table} WHERE uid = ?`).get(row.uid) === undefined
  const contacts = difference.contacts.filter(isFree('contact'))
  const uids = new Set([...contacts, ...present.contacts].map(({ uid }) => uid))
  const ownerOf = new Map(copied.contacts.map(({ id, uid }) => [id, uid]))
  const points = difference.points
    .filter(isFree('contact_point'))
    .filter(({ contactId }) => contactId === null || uids.has(ownerOf.get(contactId) ?? ''))
  return { ...difference, contacts, points }
}

function compareRows<Row extends { uid: string }>(
  copied: Row[],
  present: Row[],
  parts: readonly (keyof Row)[],
): { added: Row[]; changed: Changed<Row>[] } {
  const now = new Map(present.map((row) => [row.uid, row]))
  return {
    added: copied.filter(({ uid }) => !now.has(uid)),
    changed: copied.flatMap((then) => {
      const found = now.get(then.uid)
      const isChanged = found && parts.some((part) => then[part] !== found[part])
      return isChanged ? [{ then, now: found }] : []
    }),
  }
}
