import type { ErrorShape } from './errors'

/** The envelope of every answer: an invoke is never rejected. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: ErrorShape }
