import type { followUp } from '../schema/follow-up'
import type { CopiedCustomer } from './copied-customer'

type FollowUpRow = typeof followUp.$inferSelect
type Entries = Pick<CopiedCustomer, 'followUps' | 'contacts'>

/** Entries of the backup that are not there now, and such that say something else. */
export function compareFollowUps(
  copied: Entries,
  present: Entries,
): { added: FollowUpRow[]; changed: { then: FollowUpRow; now: FollowUpRow }[] } {
  const now = new Map(present.followUps.map((entry) => [entry.uid, entry]))
  const [thenOf, nowOf] = [copied, present].map(contactUids)
  const both = copied.followUps.map((then) => ({ then, now: now.get(then.uid) }))
  return {
    added: both.filter((pair) => pair.now === undefined).map(({ then }) => then),
    changed: both.flatMap(({ then, now }) => {
      if (!now) return []
      const isSame =
        compared.every((name) => then[name] === now[name]) && thenOf?.(then) === nowOf?.(now)
      return isSame ? [] : [{ then, now }]
    }),
  }
}

/** What an entry says, but for whom they met, whose row ids differ between files. */
const compared = [
  ...(['type', 'occurredAt', 'content', 'outcome', 'interaction'] as const),
  ...(['nextFollowAt', 'nextNote', 'nextType', 'nextAllDay', 'nextDoneAt'] as const),
] as const satisfies readonly (keyof FollowUpRow)[]

/** What an entry of a backup says, for a row of now. */
export function saidBy(entry: FollowUpRow): Pick<FollowUpRow, (typeof compared)[number]> {
  return Object.fromEntries(compared.map((name) => [name, entry[name]])) as Pick<
    FollowUpRow,
    (typeof compared)[number]
  >
}

function contactUids({ contacts }: Entries): (entry: FollowUpRow) => string | null {
  const uids = new Map(contacts.map(({ id, uid }) => [id, uid]))
  return ({ contactId }) => (contactId === null ? null : (uids.get(contactId) ?? null))
}
