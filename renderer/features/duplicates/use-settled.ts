import { useEffect, useState } from 'react'

/**
 * A value once it has stayed the same for a while; held back as long as `paused`.
 * @param waitMs milliseconds
 */
export function useSettled<T>(
  value: T,
  { waitMs, paused }: { waitMs: number; paused: boolean },
): T {
  const [settled, setSettled] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    if (paused) return
    const timer = window.setTimeout(() => setSettled(JSON.parse(key) as T), waitMs)
    return () => window.clearTimeout(timer)
  }, [key, paused, waitMs])
  return settled
}
