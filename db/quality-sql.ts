import { toIsoDate } from '@shared/core/dates'
import { type Role, scopeOf } from '@shared/core/permissions'
import { customerKinds } from '@shared/features/customers/customers.enums'
import { quietTerms } from '@shared/features/quality/activity.rules'
import {
  qualityParts,
  type QualityFinding,
  type QualityPart,
} from '@shared/features/quality/quality.enums'
import {
  currentSince,
  requiredParts,
  type Seen,
  seenBy,
} from '@shared/features/quality/quality.rules'
import type { QualitySettings } from '@shared/features/quality/quality.schema'
import { hasNeedTag, hasPoint } from './profile-parts'

/**
 * The rules of `quality.rules.ts` and `activity.rules.ts` as conditions over the table `customer`, for counting and finding among all rows. A test holds the
 * two against each other.
 */
export type QualitySql = {
  complete: string
  current: string
  accurate: string
  findings: Record<QualityFinding, string>
  /** How much is missing: parts, and one each for what is outdated or unverified. */
  lacking: string
}

/** What a role may know of all the rows of a list alike: the least of what it may know of each. */
export function seenInList(role: Role, { pool }: { pool: boolean }): Seen {
  return seenBy(role, pool || scopeOf(role, 'customers.read') === 'all' ? 'other' : 'own')
}

const filled: Record<QualityPart, string> = {
  reach: `(phone IS NOT NULL OR email IS NOT NULL OR ${hasPoint('customer')})`,
  industry: 'industry IS NOT NULL',
  need: `(need IS NOT NULL OR ${hasNeedTag('customer')})`,
  source: 'source IS NOT NULL',
  interaction: 'last_interaction_at IS NOT NULL',
}

const checked = (field: string) => `EXISTS (SELECT 1 FROM verification
  WHERE customer_id = customer.id AND field = '${field}' AND value = customer.${field})`

const since = `iif(tier = 'high', @highTierSince, @since)`
/** The row itself first: most customers have no check, and looking for one costs more. */
const current = `(updated_at >= ${since} OR EXISTS (SELECT 1 FROM verification
  WHERE customer_id = customer.id AND at >= ${since}))`

/** Never spoken to counts from the first contact, else from when it was entered (D2). */
const quietSince = (
  name: string,
) => `CASE WHEN last_interaction_at IS NOT NULL THEN last_interaction_at < @${name}
  WHEN first_contact_on IS NOT NULL THEN first_contact_on < @${name}Day ELSE created_at < @${name} END`

/** Texts depend on settings and rights only, so that prepared statements are reused. */
export function qualitySql(settings: QualitySettings, seen: Seen): QualitySql {
  const lacks = Object.fromEntries(
    qualityParts.map((part) => [part, lacksPart(part, settings, seen)]),
  ) as Record<QualityPart, string>
  const complete = not(`(${qualityParts.map((part) => lacks[part]).join(' OR ')})`)
  const contact = `(${checked('phone')} OR (phone IS NULL AND ${checked('email')}))`
  const accurate = seen.contact ? `(${contact} AND ${checked('name')})` : checked('name')
  const lacking = [...qualityParts.map((part) => lacks[part]), not(current), not(accurate)]
  return {
    ...{ complete, current, accurate },
    lacking: `(${lacking.join(' + ')})`,
    findings: {
      good: `(${complete} AND ${current} AND ${accurate})`,
      incomplete: not(complete),
      outdated: not(current),
      unverified: not(accurate),
      'no-reach': lacks.reach,
      'no-industry': lacks.industry,
      'no-need': lacks.need,
      'no-source': lacks.source,
      'no-interaction': lacks.interaction,
      silent: `(${quietSince('silentSince')} AND NOT ${quietSince('zombieSince')})`,
      zombie: `(${quietSince('zombieSince')})`,
    },
  }
}

const not = (condition: string) => `(NOT ${condition})`

function lacksPart(part: QualityPart, settings: QualitySettings, seen: Seen): string {
  const kinds = customerKinds.filter((kind) => requiredParts(kind, settings, seen).includes(part))
  const [only, ...others] = kinds
  if (only === undefined) return 'FALSE'
  return others.length > 0 ? not(filled[part]) : `(kind = '${only}' AND NOT ${filled[part]})`
}

/**
 * Named values of the conditions.
 * @param now epoch ms
 */
export function qualityValues(settings: QualitySettings, now: number) {
  const { silentSince, zombieSince } = quietTerms(settings, now)
  return {
    since: currentSince('normal', settings, now),
    highTierSince: currentSince('high', settings, now),
    ...{ silentSince, silentSinceDay: toIsoDate(silentSince) },
    ...{ zombieSince, zombieSinceDay: toIsoDate(zombieSince) },
  }
}
