import { z } from 'zod'
import { instant, rowId, uid } from '@shared/core/schemas'

export const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be', 'big5'] as const
export type Encoding = (typeof encodings)[number]

/**
 * Where a column of the file goes. `contact` is 联系人 + 手机 in one cell, `followUps` is 日期:内容, tags are split (R027, X13); 省, 市
 * and 区 in columns of their own all go to `regionCode`.
 */
export const importTargets = [
  'ignore',
  'name',
  'kind',
  'contact',
  'contactPerson',
  'phone',
  'otherPhones',
  'wechat',
  'qq',
  'email',
  'gender',
  'birthDate',
  'lunarBirthday',
  'idCard',
  'occupation',
  'industry',
  'companySize',
  'annualRevenue',
  'foundedOn',
  'creditCode',
  'regionCode',
  'address',
  'source',
  'need',
  'preference',
  'priceSensitivity',
  'scenario',
  'decisionMode',
  'decisionProcess',
  'purchaseCycleDays',
  'expectedCloseOn',
  'notes',
  'firstContactOn',
  'externalId',
  'stage',
  'lostReason',
  'tier',
  'needTags',
  'valueTags',
  'riskTags',
  'followUps',
  'nextFollowAt',
] as const
/** A field of the business's own, by its row id (R073). */
export type CustomTarget = `custom:${number}`
export type BuiltInTarget = (typeof importTargets)[number]
export type ImportTarget = BuiltInTarget | CustomTarget
export const importTarget = z.union([
  z.enum(importTargets),
  z.templateLiteral(['custom:', z.int().positive()]),
])

/** How the cells of a column are read, said in words on the mapping page. */
export const readings = [
  'as-is',
  'split-contact',
  'split-tags',
  'split-follow-ups',
  'excel-date',
  'choice',
  'split-address',
  'sum',
  'kept-in-notes',
  'empty',
] as const

export const importColumn = z.strictObject({
  index: z.number().int(),
  header: z.string(),
  sample: z.string(),
  target: importTarget,
  /** Mapped by header synonym, by content, or by the person. */
  mappedBy: z.enum(['synonym', 'content', 'person', 'none']),
  reading: z.enum(readings),
})
export type ImportColumn = z.output<typeof importColumn>

/** Reasons, each with what will happen. `error` rows stay out and are listed; `warning` rows go in, nothing of them is lost. */
export const problemCodes = [
  'missing-name',
  'too-long',
  'row-too-wide',
  'phone-lost-digits',
  'phone-unclear',
  'phone-second',
  'email-unclear',
  'date-unclear',
  'id-card-invalid',
  'region-unclear',
  'sum-unclear',
  'value-unknown',
  'duplicate-in-file',
  /** Bytes that are no character of the encoding; they show as U+FFFD. */
  'text-damaged',
] as const
export type ProblemCode = (typeof problemCodes)[number]

export const importProblem = z.strictObject({
  /** Line number as the spreadsheet shows it, header = 1. */
  row: z.number().int(),
  column: z.string(),
  code: z.enum(problemCodes),
  severity: z.enum(['error', 'warning']),
  /** The cell as written, cut to 80 characters; of a row without a name, what else it says. */
  value: z.string(),
})
export type ImportProblem = z.output<typeof importProblem>

/** One read row as it would be written, for the preview beside the mapping. */
export const previewRow = z.strictObject({
  row: z.number().int(),
  cells: z.array(z.strictObject({ target: importTarget, text: z.string() })),
  tags: z.array(z.strictObject({ type: z.enum(['need', 'value', 'risk']), name: z.string() })),
  followUps: z.array(z.strictObject({ on: z.string().nullable(), content: z.string() })),
})
export type PreviewRow = z.output<typeof previewRow>

export const importPlan = z.strictObject({
  importId: z.uuid(),
  fileName: z.string(),
  encoding: z.enum(encodings),
  delimiter: z.string(),
  columns: z.array(importColumn),
  totalRows: z.number().int(),
  goodRows: z.number().int(),
  /** Rows that stay out because of an error. */
  badRows: z.number().int(),
  /** Rows that go in with a warning. */
  warnedRows: z.number().int(),
  /** Columns of ID numbers that stay out, because the role of the person who imports may not store them. */
  keptOut: z.number().int(),
  preview: z.array(previewRow),
  /** At most 2,000, worst first; `problemTotals` has the whole count by cause. */
  problems: z.array(importProblem),
  problemTotals: z.array(
    z.strictObject({
      code: z.enum(problemCodes),
      severity: z.enum(['error', 'warning']),
      count: z.number().int(),
    }),
  ),
})
export type ImportPlan = z.output<typeof importPlan>

export const importBatch = z.strictObject({
  id: rowId,
  uid,
  fileName: z.string(),
  customers: z.number().int(),
  rejected: z.number().int(),
  commandId: rowId,
  undone: z.boolean(),
  at: instant,
})
export type ImportBatch = z.output<typeof importBatch>
