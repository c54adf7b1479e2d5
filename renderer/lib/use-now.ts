import { useEffect, useState } from 'react'
import { systemClock } from '@shared/core/clock'

const tickMs = 30_000

/** The moment of now, for what is told by the minute; moves on by itself every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(systemClock)
  useEffect(() => {
    const timer = window.setInterval(() => setNow(systemClock()), tickMs)
    return () => window.clearInterval(timer)
  }, [])
  return now
}
