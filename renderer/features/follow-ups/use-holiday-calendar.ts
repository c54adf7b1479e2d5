import { useMemo } from 'react'
import { type HolidayCalendar, makeHolidayCalendar } from '@shared/core/days/holiday-calendar'
import { useRouteQuery } from '@renderer/lib/client'

/** The holidays of the book for this year and the next; until they are read, those that every program knows. */
export function useHolidayCalendar(now: number): HolidayCalendar {
  const year = new Date(now).getFullYear()
  const first = useRouteQuery('holidays.list', { year }).data
  const second = useRouteQuery('holidays.list', { year: year + 1 }).data
  return useMemo(() => {
    const listed = [...(first?.days ?? []), ...(second?.days ?? [])]
    // Estimates stay estimates: the calendar makes them itself.
    return makeHolidayCalendar(listed.filter(({ origin }) => origin !== 'estimated'))
  }, [first, second])
}
