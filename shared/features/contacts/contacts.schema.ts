import { z } from 'zod'
import { phoneKinds } from '@shared/core/phone'
import { instant, optionalText, requiredText, rowId } from '@shared/core/schemas'
import { decisionRoles, type PointType, pointTypes } from './contacts.enums'
import { isEmailAddress } from './contacts.rules'

/** The most ways to reach one person, or the customer itself. */
export const mostPoints = 50

const pointFields = z.strictObject({
  type: z.enum(pointTypes),
  raw: requiredText(100),
  /** Whose or what for: 办公室, 家. */
  label: optionalText(30),
  /** Several people share it (front desk, family): such a one never makes two customers the same (X12). */
  shared: z.boolean().default(false),
})

/** An e-mail has to be one. */
const emailRule = [
  ({ type, raw }: { type: PointType; raw: string }) => type !== 'email' || isEmailAddress(raw),
  { error: 'email', path: ['raw'] },
] as const satisfies Parameters<typeof pointFields.refine>

/** One way to reach somebody who is not there yet; kept as written, its digits and kind are computed (X3). */
export const newPoint = pointFields.refine(...emailRule)
/** What a form holds before parsing. */
export type NewPointValues = z.input<typeof newPoint>
export type NewPoint = z.output<typeof newPoint>

/** The same where some are there already. */
export const pointInput = pointFields
  .extend({
    /** Row of one that is there already; null for a new one. */
    id: rowId.nullable().default(null),
  })
  .refine(...emailRule)
export type PointInput = z.output<typeof pointInput>

export const newPoints = z.array(newPoint).max(mostPoints)
export const pointInputs = z.array(pointInput).max(mostPoints)

/** A person at a customer with every way to reach them (R006, R023, R024). */
export const contactInput = z.strictObject({
  name: requiredText(50),
  position: optionalText(50),
  department: optionalText(50),
  /** Part in the decision chain. */
  decisionRole: z.enum(decisionRoles).nullable().default(null),
  notes: optionalText(500),
  points: pointInputs.default([]),
})
export type ContactFormValues = z.input<typeof contactInput>
export type ContactInput = z.output<typeof contactInput>

/** As everybody sees it until a reveal. */
export const pointView = z.strictObject({
  id: rowId,
  type: z.enum(pointTypes),
  masked: z.string(),
  phoneKind: z.enum(phoneKinds).nullable(),
  label: z.string().nullable(),
  shared: z.boolean(),
  /** Most likely mistyped: worth a look. */
  doubtful: z.boolean(),
})
export type PointView = z.output<typeof pointView>

/** What the reader may not see whole is null; the name is then its first character. */
export const contactView = z.strictObject({
  id: rowId,
  name: z.string(),
  position: z.string().nullable(),
  department: z.string().nullable(),
  decisionRole: z.enum(decisionRoles).nullable(),
  notes: z.string().nullable(),
  updatedAt: instant,
  points: z.array(pointView),
})
export type ContactView = z.output<typeof contactView>
