import { addMonths, isMonthEnd, startOfDay, toIsoDate } from '@shared/core/dates'
import { fieldLevelOf, type Relation, type Role } from '@shared/core/permissions'
import type { CustomerKind, Tier } from '@shared/features/customers/customers.enums'
import type { QualityPart, VerifiedField } from './quality.enums'
import type { Quality, QualityMark, QualitySettings } from './quality.schema'

/** Customers that the queue of a day holds. */
export const queueSize = 10

/** What can be checked of a customer, as it is stored; of the ID number its mask. */
export type CheckedValues = Record<VerifiedField, string | null>

/** What decides the quality of a customer. Instants in epoch ms. */
export type QualityFacts = {
  kind: CustomerKind
  tier: Tier
  values: CheckedValues
  industry: string | null
  need: string | null
  source: string | null
  /** Further phones, e-mails and messenger ids, contact persons' included. */
  points: number
  /** Tags of type 需求. */
  needTags: number
  lastInteractionAt: number | null
  updatedAt: number
  checks: { field: VerifiedField; value: string; at: number }[]
}

/** Groups of fields that a person may know of. What is hidden is neither asked for nor called missing, or that would tell of it. */
export type Seen = { contact: boolean; notes: boolean; idNumber: boolean }

/** What a role may know of a record in this relation (R084). */
export function seenBy(role: Role, relation: Relation): Seen {
  return {
    contact: fieldLevelOf(role, 'contact', relation) !== 'none',
    notes: fieldLevelOf(role, 'notes', relation) === 'full',
    idNumber: fieldLevelOf(role, 'idNumber', relation) !== 'none',
  }
}

/** Whether a check of this field may be known of. */
export function isSeen(field: VerifiedField, seen: Seen): boolean {
  if (field === 'idCard') return seen.idNumber
  return groupOfChecked(field) === null || seen.contact
}

/** The group of the table of rights that a field which can be checked belongs to; null for what every reader sees. */
export function groupOfChecked(field: VerifiedField): 'contact' | 'idNumber' | null {
  if (field === 'idCard') return 'idNumber'
  return field === 'name' || field === 'creditCode' ? null : 'contact'
}

/** The required parts of a customer of this kind, as far as they may be known of (D8, R084). */
export function requiredParts(
  kind: CustomerKind,
  { required }: QualitySettings,
  seen: Seen,
): QualityPart[] {
  const hidden = { reach: !seen.contact, need: !seen.notes }
  return required[kind].filter((part) => !hidden[part as keyof typeof hidden])
}

/**
 * The day before which a change or check is too old to count (R064, D1): strictly older than the months of the tier, by days.
 * @param now epoch ms
 * @returns local midnight, epoch ms
 */
export function currentSince(tier: Tier, settings: QualitySettings, now: number): number {
  return startOfDay(addMonths(now, -monthsFor(tier, settings)))
}

/** The last day for which something of this moment counts: the other side of `currentSince`. YYYY-MM-DD. */
export function validUntil(instant: number, tier: Tier, settings: QualitySettings): string {
  const until = addMonths(startOfDay(instant), monthsFor(tier, settings))
  if (!isMonthEnd(instant)) return toIsoDate(until)
  // Every later day of that month goes back to the end of this one.
  const date = new Date(until)
  return toIsoDate(new Date(date.getFullYear(), date.getMonth() + 1, 0).getTime())
}

function monthsFor(tier: Tier, { months, highTierMonths }: QualitySettings): number {
  return tier === 'high' ? highTierMonths : months
}

/** What must be checked for a profile to be accurate: the phone, or the e-mail where there is no phone, and the name. */
export function fieldsToCheck({ phone, email }: CheckedValues, seen: Seen): VerifiedField[] {
  const contact = phone === null && email !== null ? 'email' : 'phone'
  return seen.contact ? [contact, 'name'] : ['name']
}

/**
 * Whether a customer is complete, current and accurate, with what each lacks (R064, D6). A check holds while its field has the value
 * that was checked, so that undoing a change brings it back.
 * @param now epoch ms
 */
export function qualityOf(
  facts: QualityFacts,
  { now, settings, seen }: { now: number; settings: QualitySettings; seen: Seen },
): Quality {
  const complete = completenessOf(facts, requiredParts(facts.kind, settings, seen))
  const updatedAt = Math.max(facts.updatedAt, ...facts.checks.map(({ at }) => at))
  const current = {
    ok: updatedAt >= currentSince(facts.tier, settings, now),
    updatedAt,
    validUntil: validUntil(updatedAt, facts.tier, settings),
  }
  const accurate = accuracyOf(facts, seen)
  const score = [complete, current, accurate].filter(({ ok }) => ok).length
  return { score, complete, current, accurate }
}

function completenessOf(facts: QualityFacts, required: QualityPart[]): Quality['complete'] {
  const missing = required.filter((part) => !isFilled[part](facts))
  const filled = required.length - missing.length
  const percent = required.length === 0 ? 100 : Math.round((100 * filled) / required.length)
  return { ok: missing.length === 0, percent, missing }
}

const isFilled: Record<QualityPart, (facts: QualityFacts) => boolean> = {
  reach: ({ values, points }) => values.phone !== null || values.email !== null || points > 0,
  industry: ({ industry }) => industry !== null,
  need: ({ need, needTags }) => need !== null || needTags > 0,
  source: ({ source }) => source !== null,
  interaction: ({ lastInteractionAt }) => lastInteractionAt !== null,
}

function accuracyOf({ values, checks }: QualityFacts, seen: Seen): Quality['accurate'] {
  const checked = new Set(checks.map(({ field }) => field).filter((field) => isSeen(field, seen)))
  const holds = (field: VerifiedField) =>
    checks.some((check) => check.field === field && check.value === values[field])
  const needed = fieldsToCheck(values, seen)
  const verified = [...checked].filter(holds)
  return {
    ok: needed.every((field) => verified.includes(field)),
    verified,
    stale: [...checked].filter((field) => !holds(field)),
    missing: needed.filter((field) => !checked.has(field)),
  }
}

/** The three answers alone. */
export function markOf({ complete, current, accurate }: Quality): QualityMark {
  return { complete: complete.ok, current: current.ok, accurate: accurate.ok }
}
