import { useEffect, useState } from 'react'
import { waitAfterMisses } from './retry-delay'

/** Counts wrong passwords and holds the next try back, longer each time. `seconds` is what is left to wait. */
export function useRetryDelay() {
  const [misses, setMisses] = useState(0)
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds <= 0) return
    const timer = window.setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => window.clearTimeout(timer)
  }, [seconds])
  const miss = () => {
    setMisses(misses + 1)
    setSeconds(waitAfterMisses(misses + 1))
  }
  return { seconds, miss }
}
