import { z } from 'zod'
import { isBankAccount, normalizeBankAccount } from '@shared/core/bank-account'
import { isCreditCode, normalizeCreditCode } from '@shared/core/credit-code'
import { isIdCard, normalizeIdCard } from '@shared/core/id-card'
import { fromLunarKey, toLunarKey } from '@shared/core/lunar/lunar-key'
import { parseLunarDay } from '@shared/core/lunar/parse-lunar-day'
import { relations } from '@shared/core/permissions'
import { instant, isoDate, optionalText, requiredText, rowId, uid } from '@shared/core/schemas'
import { typedDays, typedSum } from '@shared/core/typed-numbers'
import { newPoints } from '../contacts/contacts.schema'
import { customValue, customValueInputs } from '../custom-fields/custom-fields.schema'
import {
  activity,
  quality,
  qualityMark,
  qualityStamp,
} from '@shared/features/quality/quality.schema'
import { tagChip } from '@shared/features/tags/tags.schema'
import {
  companySizes,
  customerKinds,
  decisionModes,
  genders,
  priceSensitivities,
  stages,
  tiers,
} from './customers.enums'

const email = optionalText(100).refine(
  (value) => value === null || /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value),
  { error: 'email' },
)
const idCard = optionalText(30)
  .transform((value) => (value === null ? null : normalizeIdCard(value)))
  .refine((value) => value === null || isIdCard(value), { error: 'id-card' })

const creditCode = optionalText(40)
  .transform((value) => (value === null ? null : normalizeCreditCode(value)))
  .refine((value) => value === null || isCreditCode(value), { error: 'credit-code' })
const bankAccount = optionalText(60)
  .transform((value) => (value === null ? null : normalizeBankAccount(value)))
  .refine((value) => value === null || isBankAccount(value), { error: 'bank-account' })

const optionalDate = z
  .union([isoDate, z.literal(''), z.null()], { error: 'date' })
  .optional()
  .transform((value) => value || null)

/** Month and day of the lunar calendar, as stored or as written: 08-15, 闰六月初五. */
const lunarBirthday = optionalText(20)
  .transform((value) => {
    const day = value === null ? null : parseLunarDay(value)
    return day === null ? value : toLunarKey(day)
  })
  .refine((value) => value === null || fromLunarKey(value) !== null, { error: 'lunar-day' })

/** Shared by form, import and data process. Lengths are characters of the larger source rule (X8). */
export const customerFields = z.strictObject({
  kind: z.enum(customerKinds),
  name: requiredText(100),
  contactPerson: optionalText(50),
  /** Kept as written; its kind and digits are computed (X3). */
  phone: optionalText(40),
  email,
  gender: z.enum(genders).nullable().default(null),
  birthDate: optionalDate,
  /** Of who keeps the birthday by the lunar calendar (R026). */
  lunarBirthday,
  /** Only where needed (R015, R089); stored under a second key. */
  idCard,
  /** 统一社会信用代码 of a company: public, hence not sealed. */
  creditCode,
  /** Stored under a second key, as the ID number is. */
  bankAccount,
  industry: optionalText(50),
  companySize: z.enum(companySizes).nullable().default(null),
  foundedOn: optionalDate,
  address: optionalText(200),
  source: optionalText(50),
  need: optionalText(2000),
  notes: optionalText(20000),
  firstContactOn: optionalDate,
  /** The code that the customer had in the file it came from (X4). */
  externalId: optionalText(100),
  stage: z.enum(stages).default('prospect'),
  lostReason: optionalText(500),
  /** Why it is at its stage, where that is not 流失 (R029). */
  stageReason: optionalText(500),
  tier: z.enum(tiers).default('normal'),
  occupation: optionalText(50),
  /** In 分 (R023, R042). */
  annualRevenue: typedSum,
  /** Six digits of the division; `address` is the detail behind it. */
  regionCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable()
    .default(null),
  /** Customer of this book who brought this one (R034). */
  referrerId: rowId.nullable().default(null),
  preference: optionalText(500),
  priceSensitivity: z.enum(priceSensitivities).nullable().default(null),
  scenario: optionalText(200),
  decisionMode: z.enum(decisionModes).nullable().default(null),
  decisionProcess: optionalText(1000),
  /** Days between two purchases, as people tell it (R029). */
  purchaseCycleDays: typedDays(3650),
  expectedCloseOn: optionalDate,
})
/** What a form holds before parsing. */
export type CustomerFormValues = z.input<typeof customerFields>
export type CustomerFields = z.output<typeof customerFields>

/** 流失 needs its reason (R029): what a schema of a whole customer is refined by. */
export const lostReasonRule = [
  (value: CustomerFields) => value.stage !== 'lost' || value.lostReason !== null,
  { error: 'lost-reason-required', path: ['lostReason'] },
] as const satisfies Parameters<typeof customerFields.refine>

export const customerInput = customerFields.refine(...lostReasonRule)

/** The same with values of custom fields and further numbers, for a customer that is made in one command with them (R050, R073). */
export const newCustomerInput = customerFields
  .extend({ custom: customValueInputs.optional(), points: newPoints.optional() })
  .refine(...lostReasonRule)
export type NewCustomerValues = z.input<typeof newCustomerInput>
export type NewCustomer = z.output<typeof newCustomerInput>

/** One line of the list; the phone is masked (X2). */
export const customerRow = z.strictObject({
  id: rowId,
  code: z.string(),
  kind: z.enum(customerKinds),
  name: z.string(),
  contactPerson: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  industry: z.string().nullable(),
  stage: z.enum(stages),
  tier: z.enum(tiers),
  tags: z.array(tagChip),
  nextFollowAt: instant.nullable(),
  lastInteractionAt: instant.nullable(),
  createdAt: instant,
  archivedAt: instant.nullable(),
  ownerId: rowId,
  ownerName: z.string(),
  /** Whose it is, for the person who looks: the rights on the row follow from it and the role. */
  relation: z.enum(relations),
  /** Of custom fields, those that were asked for and that one may see. */
  custom: z.array(customValue),
  /** Of what the person who looks may know. */
  quality: qualityMark,
})
export type CustomerRow = z.output<typeof customerRow>

export const nextStep = z.strictObject({
  followUpId: rowId,
  at: instant,
  type: z.string(),
  note: z.string().nullable(),
})

export const customerDetail = customerRow.extend({
  uid,
  emailMasked: z.string().nullable(),
  idCardMasked: z.string().nullable(),
  bankAccountMasked: z.string().nullable(),
  creditCode: z.string().nullable(),
  phoneKind: z.string().nullable(),
  gender: z.enum(genders).nullable(),
  birthDate: z.string().nullable(),
  lunarBirthday: z.string().nullable(),
  companySize: z.enum(companySizes).nullable(),
  foundedOn: z.string().nullable(),
  address: z.string().nullable(),
  source: z.string().nullable(),
  need: z.string().nullable(),
  notes: z.string().nullable(),
  firstContactOn: z.string().nullable(),
  externalId: z.string().nullable(),
  lostReason: z.string().nullable(),
  stageReason: z.string().nullable(),
  occupation: z.string().nullable(),
  annualRevenue: z.number().int().nullable(),
  regionCode: z.string().nullable(),
  /** Name of the referrer is null where the person may not read that customer. */
  referrerId: rowId.nullable(),
  referrerName: z.string().nullable(),
  preference: z.string().nullable(),
  priceSensitivity: z.enum(priceSensitivities).nullable(),
  scenario: z.string().nullable(),
  decisionMode: z.enum(decisionModes).nullable(),
  decisionProcess: z.string().nullable(),
  purchaseCycleDays: z.number().int().nullable(),
  expectedCloseOn: z.string().nullable(),
  /** In the recycle bin since then (X5). */
  deletedAt: instant.nullable(),
  /** The customer that this one was merged into (R051). */
  mergedIntoId: rowId.nullable(),
  stageChangedAt: instant,
  /** When it reached each stage that it was in (R038). */
  stageSteps: z.array(z.strictObject({ stage: z.enum(stages), at: instant })),
  /** When it came to its owner; null for one who has had it from the start. */
  ownedSince: instant.nullable(),
  /** When it was put into the pool by hand; null for one that is owned. */
  pooledAt: instant.nullable(),
  creatorName: z.string(),
  followUpCount: z.number().int(),
  /** Customers that this one brought, as far as the person may read them (R026, R076). */
  referrals: z.number().int(),
  nextStep: nextStep.nullable(),
  quality,
  activity,
  /** What was made sure of, field by field (D6). */
  stamps: z.array(qualityStamp),
  updatedAt: instant,
})
export type CustomerDetail = z.output<typeof customerDetail>
