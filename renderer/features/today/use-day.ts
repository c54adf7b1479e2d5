import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { systemClock } from '@shared/core/clock'
import { startOfDay } from '@shared/core/dates'

/** How often it is looked whether another day has begun, in ms: a timer until midnight would sleep through a suspended computer. */
const lookMs = 20_000

/** The midnight that began today; when another day begins, the board is read anew. */
export function useDay(): number {
  const client = useQueryClient()
  const [day, setDay] = useState(() => startOfDay(systemClock()))
  const known = useRef(day)
  useEffect(() => {
    const look = () => setDay(startOfDay(systemClock()))
    const timer = window.setInterval(look, lookMs)
    window.addEventListener('focus', look)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('focus', look)
    }
  }, [])
  useEffect(() => {
    if (known.current === day) return
    known.current = day
    void client.invalidateQueries({ queryKey: ['today'] })
  }, [client, day])
  return day
}
