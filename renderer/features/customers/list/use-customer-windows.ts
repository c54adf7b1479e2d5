import { useCallback, useMemo, useState } from 'react'
import { useQueries } from '@tanstack/react-query'
import type { CustomerFilter, CustomerSort } from '@shared/features/customers/customers.contract'
import type { AppError } from '@shared/core/errors'
import type { RouteOutput } from '@shared/contract'
import { request } from '@renderer/lib/client'
import { routeKey } from '@renderer/lib/route-keys'
import { type ListRows, rowsOf, windowSize, windowsFor } from './windows'

type ListPage = RouteOutput<'customers.list'>

export type CustomerWindows = {
  rows: ListRows
  /** null until the first answer. */
  total: number | null
  /** True while the rows shown belong to the former filter or sort. */
  stale: boolean
  error: AppError | null
  retry: () => void
  /** Tells which rows stand on the screen. */
  showRange: (first: number, last: number) => void
}

type Held = { rows: ListRows; total: number | null }
const nothing: Held = { rows: rowsOf(0, new Map()), total: null }

/** The customer list by windows of 200 around the visible rows; a new filter keeps the old rows until it has answered. */
export function useCustomerWindows(
  filter: CustomerFilter,
  sort: CustomerSort,
  columns: number[],
): CustomerWindows {
  const [range, setRange] = useState({ first: 0, last: 0 })
  const [question, setQuestion] = useState({ filter, sort })
  if (question.filter !== filter || question.sort !== sort) {
    setQuestion({ filter, sort })
    setRange({ first: 0, last: 0 })
  }
  const [held, setHeld] = useState<Held>(nothing)
  const windows = windowsFor(range.first, range.last, held.total)
  const answer = useQueries({
    queries: windows.map((number) => listQuery({ filter, sort, columns }, number)),
    combine: combinePages,
  })
  const { pages, total } = answer
  const firstWindow = windows[0] ?? 0
  const fresh = useMemo<Held | null>(() => {
    if (total === null) return null
    const loaded = new Map(
      pages.flatMap((page, step) => (page ? [[firstWindow + step, page.rows] as const] : [])),
    )
    return { rows: rowsOf(total, loaded), total }
  }, [pages, total, firstWindow])
  if (fresh && fresh !== held) setHeld(fresh)
  const shown = fresh ?? held
  const showRange = useCallback(
    (first: number, last: number) =>
      setRange((old) => {
        const same =
          windowsFor(first, last, held.total).join() ===
          windowsFor(old.first, old.last, held.total).join()
        return same ? old : { first, last }
      }),
    [held.total],
  )
  return {
    ...shown,
    stale: fresh === null && held.total !== null,
    error: answer.error,
    retry: answer.retry,
    showRange,
  }
}

type Asked = { filter: CustomerFilter; sort: CustomerSort; columns: number[] }

function listQuery(asked: Asked, number: number) {
  const input = { ...asked, offset: number * windowSize, limit: windowSize }
  return {
    queryKey: routeKey('customers.list', input),
    queryFn: () => request('customers.list', input),
  }
}

type PageResult = {
  data: ListPage | undefined
  error: Error | null
  refetch: () => Promise<unknown>
}

function combinePages(results: PageResult[]) {
  return {
    pages: results.map((result) => result.data ?? null),
    total: results.find((result) => result.data)?.data?.total ?? null,
    error: (results.find((result) => result.error)?.error as AppError | undefined) ?? null,
    retry: () => {
      for (const result of results) if (result.error) void result.refetch()
    },
  }
}
