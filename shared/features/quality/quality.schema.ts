import { z } from 'zod'
import { instant, isoDate } from '@shared/core/schemas'
import {
  activities,
  qualityParts,
  quietOrigins,
  verificationMethods,
  verifiedFields,
} from './quality.enums'

const parts = z.array(z.enum(qualityParts)).max(qualityParts.length)
/** Calendar months. */
const term = z.number().int().min(1).max(60)

const ownSettings = z.strictObject({
  /** Calendar months after which a profile must be looked at again. */
  months: term.default(3),
  /** The same for customers of the tier 高价值. */
  highTierMonths: term.default(1),
  /** Required parts by kind of customer; a person's industry is optional (D8). */
  required: z
    .strictObject({
      person: parts.default(['reach', 'need', 'source', 'interaction']),
      company: parts.default([...qualityParts]),
    })
    .prefault({}),
  /** Calendar months without an interaction after which a customer is 沉默 (R060). */
  silentMonths: term.default(3),
  /** The same for 僵尸 (R063): longer than `silentMonths` (X7). */
  zombieMonths: term.default(6),
})

/**
 * How long a profile counts as current, what it needs to be complete (R064, D8), and when a customer has gone quiet (R060, R063).
 * Not the service targets of X6.
 */
export const qualitySettings = ownSettings.refine(
  ({ silentMonths, zombieMonths }) => silentMonths < zombieMonths,
  { error: 'invalid', path: ['zombieMonths'] },
)
export type QualitySettings = z.output<typeof qualitySettings>

/** The three Cs of one customer with what they lack, of what the person who asks may see (R064, D6). */
export const quality = z.strictObject({
  /** How many of the three hold. */
  score: z.number().int().min(0).max(3),
  complete: z.strictObject({
    ok: z.boolean(),
    /** Filled of the required parts, 0–100. */
    percent: z.number().min(0).max(100),
    missing: z.array(z.enum(qualityParts)),
  }),
  current: z.strictObject({
    ok: z.boolean(),
    /** When it was last changed or checked. */
    updatedAt: instant,
    /** The last day on which it counts as current. */
    validUntil: isoDate,
  }),
  accurate: z.strictObject({
    ok: z.boolean(),
    verified: z.array(z.enum(verifiedFields)),
    /** Checked once, and changed since. */
    stale: z.array(z.enum(verifiedFields)),
    /** Needed, and never checked. */
    missing: z.array(z.enum(verifiedFields)),
  }),
})
export type Quality = z.output<typeof quality>

/** Who made sure of a field, when and how (D6): the newest check that still holds, else the newest one. */
export const qualityStamp = z.strictObject({
  field: z.enum(verifiedFields),
  at: instant,
  userName: z.string(),
  method: z.enum(verificationMethods),
  note: z.string().nullable(),
  /** False when the field was changed since. */
  holds: z.boolean(),
})
export type QualityStamp = z.output<typeof qualityStamp>

/** What the mark in a list needs. */
export const qualityMark = z.strictObject({
  complete: z.boolean(),
  current: z.boolean(),
  accurate: z.boolean(),
})
export type QualityMark = z.output<typeof qualityMark>

/** How long nobody has spoken to a customer, and what that makes it (R060, R063, X7). */
export const activity = z.strictObject({
  status: z.enum(activities),
  /** Whole days since then; 0 for what lies ahead. */
  days: z.number().int().min(0),
  /** What the days are counted from. */
  from: z.enum(quietOrigins),
})
export type Activity = z.output<typeof activity>
