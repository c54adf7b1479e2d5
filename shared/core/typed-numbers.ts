import { z } from 'zod'
import { parseYuan } from './money'

/**
 * Numbers that a form holds as they were typed, so that a half typed one is kept as a draft and what cannot be read is said at
 * the field. An empty text means "not given".
 */

/** A sum of money. A number is 分; a text is 元 as people write it: `1,200.50`, `300 万` (R023, R042). */
export const typedSum = z
  .union([z.number(), z.string(), z.null()], { error: 'money' })
  .optional()
  .transform((value) => (typeof value === 'string' ? read(value, parseYuan) : (value ?? null)))
  .refine((value) => value === null || (Number.isSafeInteger(value) && value >= 0), {
    error: 'money',
  })

/** Whole days, 1 to `max`; a text may end with 天 or days. */
export function typedDays(max: number) {
  return z
    .union([z.number(), z.string(), z.null()], { error: `days|${max}` })
    .optional()
    .transform((value) => (typeof value === 'string' ? read(value, parseDays) : (value ?? null)))
    .refine((value) => value === null || (Number.isInteger(value) && value >= 1 && value <= max), {
      error: `days|${max}`,
    })
}

/** NaN for what cannot be read: the rule behind refuses it. */
function read(text: string, parse: (text: string) => number | null): number | null {
  return text.trim() === '' ? null : (parse(text) ?? Number.NaN)
}

/** Reads `26`, `26 天`, `26 days`; null for anything else. */
export function parseDays(text: string): number | null {
  const digits = /^(\d{1,5})\s*(?:天|日|days?)?$/i.exec(text.normalize('NFKC').trim())?.[1]
  return digits === undefined ? null : Number(digits)
}
