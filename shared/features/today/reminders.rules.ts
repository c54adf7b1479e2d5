import { toIsoDate } from '@shared/core/dates'
import { instantOf } from '@shared/core/days/day-arithmetic'
import type { Moment } from './today.rules'

/** When one is told of what is due on a day without a time: at nine in the morning, in minutes since midnight. */
const wholeDayMinutes = 9 * 60

/** The moment at which one is told of something: its time, or nine on its day (R070). */
export function reminderMoment({ at, allDay }: Moment): number {
  return allDay ? instantOf(toIsoDate(at), wholeDayMinutes) : at
}

/** How far a person has been told, and what fell due while nobody was there to tell. Instants in epoch ms. */
export type ReminderState = {
  /** Whatever fell due up to then was told, or stands in the list of what was missed. */
  told: number
  /** What fell due after `from` up to `to` was missed; null when nothing is left to show. */
  missed: { from: number; to: number } | null
}

/**
 * The state when a person signs in: what fell due since they were last told was missed. A list that was not put away yet grows. The
 * first time there is nothing to miss, and a mark in the future (a clock that was set back) counts as now.
 */
export function beginReminders(known: ReminderState | null, now: number): ReminderState {
  if (known === null) return { told: now, missed: null }
  const from = Math.min(known.missed?.from ?? known.told, now)
  return { told: now, missed: from < now ? { from, to: now } : null }
}
