import { useCallback } from 'react'
import { request } from '@renderer/lib/client'
import { useErrorToast } from '@renderer/lib/announce'
import { addSelected, clearSelected, toggleSelected, useListStore } from './list-store'
import type { ListRow, ListRows } from './windows'

/** Choosing rows: one, a range to the last chosen one, or all that the filter lets through. */
export function useSelection(rows: ListRows) {
  const errorToast = useErrorToast()

  const readIds = useCallback(async () => {
    const { filter, sort } = useListStore.getState()
    return (await request('customers.listIds', { filter, sort })).ids
  }, [])

  /** Adds rows `from`–`to`; those that are not read yet are asked for by their place. */
  const selectRange = useCallback(
    async (from: number, to: number) => {
      const [first, last] = from < to ? [from, to] : [to, from]
      const loaded = Array.from(
        { length: last - first + 1 },
        (_, step) => rows.at(first + step).customer?.id ?? null,
      )
      try {
        addSelected(
          loaded.every((id) => id !== null) ? loaded : (await readIds()).slice(first, last + 1),
        )
      } catch (error) {
        errorToast(error)
      }
    },
    [rows, readIds, errorToast],
  )

  const toggle = useCallback(
    (row: ListRow, extend: boolean) => {
      if (!row.customer) return
      const { anchor } = useListStore.getState()
      if (!extend || anchor < 0) return toggleSelected(row.customer.id, row.index)
      useListStore.setState({ cursor: row.index })
      void selectRange(anchor, row.index)
    },
    [selectRange],
  )

  const selectAll = useCallback(async () => {
    try {
      addSelected(await readIds())
    } catch (error) {
      errorToast(error)
    }
  }, [readIds, errorToast])

  const toggleAll = useCallback(() => {
    if (useListStore.getState().selected.size >= rows.total) clearSelected()
    else void selectAll()
  }, [rows.total, selectAll])

  return { toggle, toggleAll, selectAll, selectRange }
}
