import { z } from 'zod'
import { instant } from '@shared/core/schemas'

/**
 * Why an open book takes no changes. `disk-full`: until there is room. `by-choice`: it was opened only to look, and nothing is written,
 * not even the audit trail.
 */
export const readOnlyReasons = ['disk-full', 'by-choice'] as const
export type ReadOnlyReason = (typeof readOnlyReasons)[number]

/** `behind`: before the newest entry of the book. `ahead`: long after it. `before-release`: before this program was made. */
export const clockProblems = ['behind', 'ahead', 'before-release'] as const
export type ClockProblem = (typeof clockProblems)[number]

const changesMissing = z.strictObject({
  kind: z.literal('changes-missing'),
  /** How many commands are gone; null when the book went on from an older state and nobody can count. */
  commands: z.number().int().min(1).nullable(),
  /** Moment of the newest entry that is there. */
  from: instant.nullable(),
  /** Moment of the newest one that is known to have been there. */
  until: instant.nullable(),
})

const clockWrong = z.strictObject({
  kind: z.literal('clock'),
  problem: z.enum(clockProblems),
  /** What the computer's clock said when the book was opened. */
  now: instant,
  /** What it is compared with: the newest entry of the book, or the day of this program. */
  last: instant,
})

/** Something odd that was noticed when the book was opened, and that a person should know. */
export const bookFinding = z.discriminatedUnion('kind', [changesMissing, clockWrong])
export type BookFinding = z.output<typeof bookFinding>
export type ChangesMissing = z.output<typeof changesMissing>
