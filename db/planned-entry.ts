import type { FollowUpType } from '@shared/features/follow-ups/follow-ups.schema'
import type { WriteContext } from './context'
import { insertRow } from './insert-row'
import { followUp } from './schema/follow-up'

type PlannedEntry = {
  customerId: number
  code: string
  type: FollowUpType
  /** What stands on the timeline. */
  content: string
  nextFollowAt: number
  /** 1 when only the day counts. */
  nextAllDay: number
  nextType: FollowUpType | null
  nextNote: string | null
}

/**
 * An entry of the timeline for a next step to stand on. Nobody spoke to the customer, so it counts as no interaction (D2). Who writes it
 * brings the dates of the customer in line.
 */
export function insertPlannedEntry(
  { write, clock, newUid, session }: WriteContext,
  entry: PlannedEntry,
): void {
  const now = clock()
  insertRow(write, followUp, {
    ...{ ...entry, uid: newUid(), followerId: session.userId, interaction: 0 },
    ...{ nextDoneAt: null, outcome: null, contactId: null },
    ...{ occurredAt: now, createdAt: now, updatedAt: now },
  })
}
