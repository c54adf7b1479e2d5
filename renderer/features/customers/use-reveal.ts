import { useCallback, useEffect, useMemo, useState } from 'react'
import type { RouteInput, RouteOutput } from '@shared/contract'
import { request } from '@renderer/lib/client'
import { usePrivacy } from '@renderer/lib/privacy'

type RevealField = RouteInput<'customers.reveal'>['fields'][number]
type Revealed = RouteOutput<'customers.reveal'>

/** How long a revealed value stays on the screen, in ms (R089). */
export const revealMs = 30_000

/**
 * Whole contact details for 30 s; every reveal writes an audit line. They live in this component only, never in the
 * query cache, and go when another customer is shown or privacy mode is turned on.
 */
export function useReveal(id: number, onError: (error: unknown) => void) {
  const [shown, setShown] = useState<{ id: number; values: Revealed }>({ id, values: {} })
  const covered = usePrivacy()
  if (covered && Object.keys(shown.values).length > 0) setShown({ id, values: {} })
  const values = useMemo(() => (shown.id === id ? shown.values : {}), [shown, id])

  useEffect(() => {
    if (Object.keys(shown.values).length === 0) return
    const timer = setTimeout(() => setShown((now) => ({ ...now, values: {} })), revealMs)
    return () => clearTimeout(timer)
  }, [shown])

  const toggle = useCallback(
    async (field: RevealField) => {
      if (values[field] !== undefined) {
        setShown({ id, values: { ...values, [field]: undefined } })
        return
      }
      if (covered) return
      try {
        const answer = await request('customers.reveal', { id, fields: [field] })
        setShown({ id, values: { ...values, ...answer } })
      } catch (error) {
        onError(error)
      }
    },
    [id, values, covered, onError],
  )
  return { values, toggle }
}
