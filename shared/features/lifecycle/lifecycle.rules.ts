import type { CustomerKind, Stage } from '../customers/customers.enums'

/** What a stage may ask for beyond the reason of 流失, which is never optional. */
export const gateFields = ['source', 'contact', 'need', 'industry', 'purchaseCycleDays'] as const
export type GateField = (typeof gateFields)[number]

type Gated = {
  kind: CustomerKind
  phone: string | null
  email: string | null
  source: string | null
  industry: string | null
  need: string | null
  /** Further phones, e-mails and messenger ids, where there is neither phone nor e-mail. */
  points: number
  /** Tags of type 需求 that the customer wears, where there is no need in words. */
  needTags: number
  purchaseCycleDays: number | null
}

/** What each stage asks for: the channel of a prospect, the purchase cycle of a company that buys again (R029), else the required parts of D8. */
const gates: Readonly<Record<Stage, readonly GateField[]>> = {
  prospect: ['source'],
  intent: ['source', 'contact', 'need'],
  won: ['source', 'contact', 'need', 'industry'],
  repeat: ['source', 'contact', 'need', 'industry', 'purchaseCycleDays'],
  lost: [],
}

const ofCompanies: readonly GateField[] = ['industry', 'purchaseCycleDays']

/**
 * What is missing for a stage, in the order of the form (R029, R038, D8). It is named and asked for where the stage changes, and never
 * refused: a customer without a channel is still one (D8).
 */
export function missingForStage(stage: Stage, customer: Gated): GateField[] {
  return gates[stage].filter((field) => {
    if (ofCompanies.includes(field) && customer.kind !== 'company') return false
    if (field === 'contact')
      return customer.phone === null && customer.email === null && customer.points === 0
    if (field === 'need') return customer.need === null && customer.needTags === 0
    return customer[field] === null
  })
}

/** Reasons of a stage: 流失 has its own, every other stage may have one in words. */
export function stageReasonFor(stage: Stage, reason: string | null): string | null {
  return stage === 'lost' ? null : reason
}

export type StageStep = { stage: Stage; at: number }

/**
 * When each stage was last reached, for the stepper: the stage it began at with the day of creation, then each change.
 * @param changes in order of time
 */
export function stageSteps(
  { createdAt, stage, stageChangedAt }: { createdAt: number; stage: Stage; stageChangedAt: number },
  changes: readonly { fromStage: Stage; toStage: Stage; at: number }[],
): StageStep[] {
  const reached = new Map<Stage, number>()
  const first = changes[0]
  // A change that was noted with an earlier day says nothing of when the stage before it began.
  if (first && createdAt <= first.at) reached.set(first.fromStage, createdAt)
  for (const { toStage, at } of changes) reached.set(toStage, at)
  reached.set(stage, stageChangedAt)
  return [...reached].map(([name, at]) => ({ stage: name, at }))
}
