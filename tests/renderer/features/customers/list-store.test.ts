import { beforeEach, describe, expect, it } from 'vitest'
import { forgetBook } from '@renderer/lib/book-closed'
import {
  addSelected,
  changeFilter,
  changeSort,
  isNarrowed,
  emptyFilter,
  toggleSelected,
  useListStore,
} from '@renderer/features/customers/list/list-store'

describe('what a person looks at in the list', () => {
  beforeEach(() => forgetBook())

  it('drops the selection with a new filter, because those rows may be gone', () => {
    addSelected([1, 2, 3])
    changeFilter({ stages: ['won'] })
    expect(useListStore.getState().selected.size).toBe(0)
  })

  it('keeps the selection when only the order changes', () => {
    addSelected([1, 2, 3])
    changeSort({ by: 'name', direction: 'asc' })
    expect([...useListStore.getState().selected]).toEqual([1, 2, 3])
  })

  it('takes one out when it is chosen a second time', () => {
    toggleSelected(5, 0)
    toggleSelected(6, 1)
    toggleSelected(5, 0)
    expect([...useListStore.getState().selected]).toEqual([6])
  })

  it('begins at the top after a new filter', () => {
    useListStore.setState({ cursor: 400, firstRow: 390 })
    changeFilter({ text: '桃源' })
    expect(useListStore.getState()).toMatchObject({ cursor: -1, firstRow: 0 })
  })

  it('is forgotten when the book closes', () => {
    changeFilter({ text: '桃源' })
    addSelected([1])
    forgetBook()
    expect(useListStore.getState().filter).toEqual(emptyFilter)
    expect(useListStore.getState().selected.size).toBe(0)
  })

  it('counts blanks in the search box as no condition', () => {
    expect(isNarrowed({ ...emptyFilter, text: '   ' })).toBe(false)
    expect(isNarrowed({ ...emptyFilter, archived: true })).toBe(false)
    expect(isNarrowed({ ...emptyFilter, tagIds: [1] })).toBe(true)
  })
})
