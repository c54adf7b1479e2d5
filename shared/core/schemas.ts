import { z } from 'zod'

/** Row id inside one book file. */
export const rowId = z.number().int().positive()
/** UUIDv7: identity that survives meeting another file. */
export const uid = z.uuid()
/** The beginnings of 1900 and of 2200 in UTC, epoch ms: what the program holds of time. */
export const firstInstant = -2208988800000
export const lastInstant = 7258118400000
/** Instant, epoch milliseconds UTC; bounded to years 1900–2200 so that garbage is caught early. */
export const instant = z.number().int().min(firstInstant).max(lastInstant)
/** The nearest moment that the program can hold: what is computed from two moments may lie beyond. */
export const nearestInstant = (moment: number): number =>
  Math.min(Math.max(moment, firstInstant), lastInstant)
/** Calendar date YYYY-MM-DD without time zone (R046). */
export const isoDate = z.iso.date({ error: 'date' })
/** Nothing to pass or nothing to answer. */
export const none = z.strictObject({})
/** A file or folder the person picked in a native dialog; the renderer never names a path itself. */
export const grantToken = z.uuid()
export const jobId = z.uuid()

/**
 * Error messages of schemas are keys of the locale (`forms.required`), with numbers after a bar (`too-long|100`).
 */

/** Text of at most `max` characters (code points count as a person counts, X8), trimmed, without NUL or lone surrogates. */
export function text(max: number) {
  return z
    .string()
    .transform((value) => value.replaceAll('\u0000', '').toWellFormed().trim())
    .refine((value) => [...value].length <= max, { error: `too-long|${max}` })
}

/** The same, where an empty text means "not given" and is stored as null. */
export function optionalText(max: number) {
  return text(max)
    .nullish()
    .transform((value) => (value ? value : null))
}

/** The same, at least one character. */
export function requiredText(max: number) {
  return text(max).refine((value) => value.length > 0, { error: 'required' })
}
