/** 浏览 加购 购买 咨询 投诉 退换货 (R037). */
export const behaviorKinds = [
  'browse',
  'cart',
  'purchase',
  'consult',
  'complaint',
  'return',
] as const
export type BehaviorKind = (typeof behaviorKinds)[number]
