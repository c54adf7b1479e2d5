import { useCallback, useEffect, useMemo, useState } from 'react'
import { usePrivacy } from './privacy'

/** How long a revealed value stays on the screen, in ms (R089). */
export const revealMs = 30_000

export type Revealed<K extends PropertyKey> = Partial<Record<K, string | null | undefined>>

/**
 * Whole values for 30 s; every reveal writes an audit line. They live in this component only, never in the query cache, and go when
 * another record is shown or privacy mode is turned on.
 * @param scope row id of the record that the values belong to
 */
export function useRevealed<K extends PropertyKey>(
  scope: number,
  read: (scope: number, key: K) => Promise<Revealed<K>>,
  onError: (error: unknown) => void,
) {
  const [shown, setShown] = useState<{ scope: number; values: Revealed<K> }>({ scope, values: {} })
  const covered = usePrivacy()
  if (covered && Object.keys(shown.values).length > 0) setShown({ scope, values: {} })
  const values = useMemo<Revealed<K>>(
    () => (shown.scope === scope ? shown.values : {}),
    [shown, scope],
  )

  useEffect(() => {
    if (Object.keys(shown.values).length === 0) return
    const timer = setTimeout(() => setShown((now) => ({ ...now, values: {} })), revealMs)
    return () => clearTimeout(timer)
  }, [shown])

  const toggle = useCallback(
    async (key: K) => {
      if (values[key] !== undefined) {
        setShown({ scope, values: { ...values, [key]: undefined } })
        return
      }
      if (covered) return
      try {
        const answer = await read(scope, key)
        setShown({ scope, values: { ...values, ...answer } })
      } catch (error) {
        onError(error)
      }
    },
    [scope, values, covered, read, onError],
  )
  return { values, toggle }
}
