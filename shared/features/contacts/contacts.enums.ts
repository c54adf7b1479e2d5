/** 拍板 技术把关 日常对接 影响 使用 付款: a person's part in the decision chain of a purchase (R006, R024). */
export const decisionRoles = [
  'decider',
  'evaluator',
  'liaison',
  'influencer',
  'user',
  'payer',
] as const
export type DecisionRole = (typeof decisionRoles)[number]

export const pointTypes = ['phone', 'email', 'wechat', 'qq', 'other'] as const
export type PointType = (typeof pointTypes)[number]
