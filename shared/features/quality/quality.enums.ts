/** What can be made sure of (R064, D6). */
export const verifiedFields = ['name', 'phone', 'email', 'address', 'creditCode', 'idCard'] as const
export type VerifiedField = (typeof verifiedFields)[number]

/** 电话回访 订单核对 证件核对 当面确认 (D6). */
export const verificationMethods = ['call-back', 'order', 'document', 'in-person'] as const
export type VerificationMethod = (typeof verificationMethods)[number]

/** What a profile needs to be complete (R043, R047, R064): 联系方式 行业 需求 来源 往来; the name is always there. */
export const qualityParts = ['reach', 'industry', 'need', 'source', 'interaction'] as const
export type QualityPart = (typeof qualityParts)[number]

/**
 * What customers can be listed by: all three hold, one of them does not, a part is missing, or nobody has spoken to them for so
 * long that they are 沉默 or 僵尸 (R060, R063, R066, X7).
 */
export const qualityFindings = [
  'good',
  'incomplete',
  'outdated',
  'unverified',
  'no-reach',
  'no-industry',
  'no-need',
  'no-source',
  'no-interaction',
  'silent',
  'zombie',
] as const
export type QualityFinding = (typeof qualityFindings)[number]

/** 活跃 沉默 僵尸, computed from the last interaction (R060, R063, D7, X7). */
export const activities = ['active', 'silent', 'zombie'] as const

/** What quiet is counted from: the last interaction, else the first contact, else the day it was entered (D2). */
export const quietOrigins = ['interaction', 'first-contact', 'created'] as const
