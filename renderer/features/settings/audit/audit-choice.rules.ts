import type { AuditFilter, AuditKind } from '@shared/features/audit/audit.schema'
import { startOfDay, startOfNextDay } from '@shared/core/dates'

/** What stands in the filter row; the customer comes in by the address. */
export type AuditChoice = {
  userId: number | null
  kinds: AuditKind[]
  /** First and last day, as instants somewhere in them. */
  days: { first: number; last: number } | null
}

export const everything: AuditChoice = { userId: null, kinds: [], days: null }

/** The filter of the routes: both days whole, in local time. */
export function toFilter(choice: AuditChoice, customerId: number | null): AuditFilter {
  const { userId, kinds, days } = choice
  return {
    userId,
    // In one order, so that the same choice is the same question.
    kinds: [...kinds].sort(),
    from: days ? startOfDay(days.first) : null,
    until: days ? startOfNextDay(days.last) : null,
    customerId,
  }
}

/** Whether a filter lets everything through. */
export function isOpen({ userId, kinds, from, until, customerId }: AuditFilter): boolean {
  const ends = [userId, from, until, customerId]
  return kinds.length === 0 && ends.every((end) => end === null)
}

/** The customer of an address such as `?customer=12`; null for none or nonsense. */
export function customerIn(params: URLSearchParams): number | null {
  const text = params.get('customer') ?? ''
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
}
