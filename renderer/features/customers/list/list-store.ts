import { create } from 'zustand'
import type { CustomerFilter, CustomerSort } from '@shared/features/customers/customers.contract'
import { onBookClosed } from '@renderer/lib/book-closed'

export const emptyFilter: CustomerFilter = {
  text: '',
  stages: [],
  tiers: [],
  tagIds: [],
  ownerIds: [],
  pool: false,
  archived: false,
  custom: [],
  bin: false,
  quality: [],
}

type ListState = {
  filter: CustomerFilter
  sort: CustomerSort
  /** Chosen for bulk work; survives scrolling and sorting, not a change of filter. */
  selected: ReadonlySet<number>
  /** Row under the keyboard, 0-based; −1 before the first move. */
  cursor: number
  /** Where a Shift selection began. */
  anchor: number
  /** First row on the screen, to come back to. */
  firstRow: number
  /** Custom field whose condition is being put together. */
  asking: number | null
}

const initial: ListState = {
  filter: emptyFilter,
  sort: { by: 'nextFollowAt', direction: 'asc' },
  selected: new Set(),
  cursor: -1,
  anchor: -1,
  firstRow: 0,
  asking: null,
}

/** What a person looks at in the customer list; kept while they visit a customer, forgotten with the book. */
export const useListStore = create<ListState>(() => initial)

onBookClosed(() => useListStore.setState(initial))

const atTop = { cursor: -1, anchor: -1, firstRow: 0 }

/** Changes some conditions; the list starts from its top and the selection is dropped. */
export function changeFilter(change: Partial<CustomerFilter>): void {
  useListStore.setState(({ filter }) => ({
    ...atTop,
    filter: { ...filter, ...change },
    selected: new Set<number>(),
  }))
}

/** Sorts by a column; the list starts from its top. */
export function changeSort(sort: CustomerSort): void {
  useListStore.setState({ ...atTop, sort })
}

/** Puts one customer into the selection or takes it out. */
export function toggleSelected(id: number, index: number): void {
  useListStore.setState(({ selected }) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    return { selected: next, anchor: index, cursor: index }
  })
}

/** Adds customers to the selection. */
export function addSelected(ids: readonly number[]): void {
  useListStore.setState(({ selected }) => ({ selected: new Set([...selected, ...ids]) }))
}

export function clearSelected(): void {
  useListStore.setState({ selected: new Set<number>() })
}

/** True when any condition other than the place (archive, bin, pool) narrows the list. */
export function isNarrowed(filter: CustomerFilter): boolean {
  return (
    filter.text.trim() !== '' ||
    filter.stages.length > 0 ||
    filter.tiers.length > 0 ||
    filter.tagIds.length > 0 ||
    filter.ownerIds.length > 0 ||
    filter.custom.length > 0 ||
    filter.quality.length > 0
  )
}
