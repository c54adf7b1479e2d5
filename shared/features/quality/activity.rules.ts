import { addMonths, daysBetween, startOfDay } from '@shared/core/dates'
import type { Activity, QualitySettings } from './quality.schema'

/** What decides how quiet a customer is. Instants in epoch ms, the first contact as YYYY-MM-DD. */
export type QuietFacts = {
  lastInteractionAt: number | null
  firstContactOn: string | null
  createdAt: number
}

/** The days before which an interaction is too long ago: local midnights, epoch ms. */
export type QuietTerms = { silentSince: number; zombieSince: number }

/**
 * Strictly older than the months of the settings, by days (R060, R063, D1).
 * @param now epoch ms
 */
export function quietTerms(
  { silentMonths, zombieMonths }: QualitySettings,
  now: number,
): QuietTerms {
  const monthsAgo = (months: number) => startOfDay(addMonths(now, -months))
  return { silentSince: monthsAgo(silentMonths), zombieSince: monthsAgo(zombieMonths) }
}

/**
 * 活跃, 沉默 or 僵尸, with the days that say so (R041, R060, R063, X7). Who was never spoken to counts from the first contact, else
 * from when it was entered (D2).
 * @param now epoch ms
 */
export function activityOf(facts: QuietFacts, settings: QualitySettings, now: number): Activity {
  const { at, from } = quietSince(facts)
  const { silentSince, zombieSince } = quietTerms(settings, now)
  const quiet = at < zombieSince ? 'zombie' : 'silent'
  const status = at < silentSince ? quiet : 'active'
  return { status, days: Math.max(0, daysBetween(at, now)), from }
}

function quietSince({ lastInteractionAt, firstContactOn, createdAt }: QuietFacts): {
  at: number
  from: Activity['from']
} {
  if (lastInteractionAt !== null) return { at: lastInteractionAt, from: 'interaction' }
  if (firstContactOn === null) return { at: createdAt, from: 'created' }
  return { at: new Date(`${firstContactOn}T00:00`).getTime(), from: 'first-contact' }
}
