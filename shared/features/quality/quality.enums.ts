/** What can be made sure of (R064, D6). */
export const verifiedFields = ['name', 'phone', 'email', 'address', 'creditCode', 'idCard'] as const
export type VerifiedField = (typeof verifiedFields)[number]

/** 电话回访 订单核对 证件核对 当面确认 (D6). */
export const verificationMethods = ['call-back', 'order', 'document', 'in-person'] as const
export type VerificationMethod = (typeof verificationMethods)[number]
