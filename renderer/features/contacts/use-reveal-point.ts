import { useErrorToast } from '@renderer/lib/announce'
import { request } from '@renderer/lib/client'
import { useRevealed } from '@renderer/lib/use-reveal'

/** Whole numbers of a customer and its people for 30 s, by row (R089). */
export function useRevealPoint(customerId: number) {
  return useRevealed<number>(customerId, readWhole, useErrorToast())
}

async function readWhole(customerId: number, id: number): Promise<Record<number, string>> {
  const { points } = await request('contacts.reveal', { customerId, pointIds: [id] })
  return Object.fromEntries(points.map((point) => [point.id, point.raw]))
}
