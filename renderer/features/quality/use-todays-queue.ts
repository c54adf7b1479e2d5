import { useEffect, useRef } from 'react'
import { request, useRouteQuery } from '@renderer/lib/client'

/**
 * The customers to look after today. The first look of a day picks them, so that they stay until tomorrow; where that cannot be kept,
 * such as in a book that is open for reading only, they are those of the moment.
 */
export function useTodaysQueue(enabled = true) {
  const query = useRouteQuery('quality.queue', {}, { enabled, keepPrevious: true })
  const { data, dataUpdatedAt } = query
  const triedAt = useRef(0)
  const mustPick = data?.picked === false && data.entries.length > 0
  useEffect(() => {
    if (!mustPick || triedAt.current === dataUpdatedAt) return
    triedAt.current = dataUpdatedAt
    request('quality.pickQueue', {}).catch(() => undefined)
  }, [mustPick, dataUpdatedAt])
  const entries = data?.entries ?? []
  return { ...query, entries, done: entries.filter(({ quality }) => quality.score === 3).length }
}
