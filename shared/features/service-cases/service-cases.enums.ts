/** 咨询 投诉 售后 表扬 (R025, R058, R080). */
export const caseKinds = ['consultation', 'complaint', 'after-sales', 'praise'] as const
export type CaseKind = (typeof caseKinds)[number]

export const caseStatuses = ['open', 'in-progress', 'waiting', 'resolved', 'closed'] as const
export type CaseStatus = (typeof caseStatuses)[number]
