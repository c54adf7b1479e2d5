import { systemClock } from '@shared/core/clock'
import { daysBetween } from '@shared/core/dates'
import { useFormat } from '@renderer/lib/format'

/** When a backup was made, always with its time, since a day may have several: 今天 09:12 · 11月16日 18:31. */
export function useMoment(): (at: number) => string {
  const format = useFormat()
  return (at) => {
    const days = daysBetween(at, systemClock())
    return days === 0 || days === 1 ? format.day(at) : `${format.prose(at)} ${format.time(at)}`
  }
}
