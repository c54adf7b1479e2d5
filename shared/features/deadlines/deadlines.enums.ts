/** What asks for the profile to be brought up to date: 购新产品 变更联系方式 新需求 投诉 表扬 (R057, R058). */
export const deadlineCauses = ['purchase', 'contact', 'need', 'complaint', 'praise'] as const
export type DeadlineCause = (typeof deadlineCauses)[number]
