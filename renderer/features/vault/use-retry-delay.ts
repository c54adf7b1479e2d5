import { useEffect, useState } from 'react'
import type { AppError } from '@shared/core/errors'

/** Counts down the wait that the program answered with a refused password. `seconds` is what is left. */
export function useRetryDelay() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (seconds <= 0) return
    const timer = window.setTimeout(() => setSeconds(seconds - 1), 1000)
    return () => window.clearTimeout(timer)
  }, [seconds])
  const holdBack = (error: AppError) => setSeconds(Number(error.details['seconds'] ?? 0))
  return { seconds, holdBack }
}
