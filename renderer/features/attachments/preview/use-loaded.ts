import { useEffect, useState } from 'react'

export type Loaded<T> =
  { state: 'loading' } | { state: 'failed'; error: unknown } | { state: 'done'; value: T }

/**
 * Loads something once for as long as a component stands; mount it anew for another.
 * @param load must be stable; its signal is aborted when the component goes
 */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  useEffect(() => {
    const stop = new AbortController()
    load(stop.signal).then(
      (value) => !stop.signal.aborted && setLoaded({ state: 'done', value }),
      (error: unknown) => !stop.signal.aborted && setLoaded({ state: 'failed', error }),
    )
    return () => stop.abort()
  }, [load])
  return loaded
}
