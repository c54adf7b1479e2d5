import type { RouteInput } from '@shared/contract'
import { request } from '@renderer/lib/client'
import { useRevealed } from '@renderer/lib/use-reveal'

type RevealField = RouteInput<'customers.reveal'>['fields'][number]

/** Whole contact details and numbers of a customer for 30 s (R089). */
export function useReveal(id: number, onError: (error: unknown) => void) {
  return useRevealed<RevealField>(id, readWhole, onError)
}

function readWhole(id: number, field: RevealField) {
  return request('customers.reveal', { id, fields: [field] })
}
