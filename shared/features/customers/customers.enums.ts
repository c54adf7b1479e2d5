/** Person or company (R039). */
export const customerKinds = ['person', 'company'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** 潜在 意向 成交 复购 流失 (R038). */
export const stages = ['prospect', 'intent', 'won', 'repeat', 'lost'] as const
export type Stage = (typeof stages)[number]

/** 高价值 潜力 普通 (R039). */
export const tiers = ['high', 'potential', 'normal'] as const
export type Tier = (typeof tiers)[number]

export const genders = ['male', 'female'] as const
export type Gender = (typeof genders)[number]

/** Company size by head count (R012, R042). */
export const companySizes = ['1-19', '20-99', '100-500', '501-1000', '1000+'] as const
export type CompanySize = (typeof companySizes)[number]

export const priceSensitivities = ['low', 'medium', 'high'] as const
export type PriceSensitivity = (typeof priceSensitivities)[number]

/** Who decides on a purchase (R024): the customer alone, together with others, or a company by its own way. */
export const decisionModes = ['self', 'joint', 'organization'] as const
export type DecisionMode = (typeof decisionModes)[number]

/** Why a person's data is erased (X10): what somebody may choose. */
export const erasureReasons = [
  'requested',
  'consent-withdrawn',
  'no-longer-needed',
  'by-mistake',
] as const
export type ChosenErasureReason = (typeof erasureReasons)[number]
/** `reapplied`: erased before, and again after a restore had brought the data back. */
export type ErasureReason = ChosenErasureReason | 'reapplied'
