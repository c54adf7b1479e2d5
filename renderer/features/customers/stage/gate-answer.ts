import type { RouteInput } from '@shared/contract'

/** What was filled in at a gate. */
export type GateFill = NonNullable<RouteInput<'lifecycle.move'>['fill']>
/** Why and when a customer moved. */
export type GateMore = { reason: string | null; at: number | null }
