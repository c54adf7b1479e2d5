import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { TodayGroup } from '@shared/features/today/today.enums'
import type { ItemRef, TodayItem, Whose } from '@shared/features/today/today.schema'
import { onBookClosed } from '@renderer/lib/book-closed'

/** How long a row that is done stays struck through, in ms. */
const lingerMs = 5000

type BoardState = {
  /** The figure that was pressed; null for the whole board. */
  group: TodayGroup | null
  /** Key of the row under the keyboard. */
  cursor: string | null
  /** Row that is asked what comes next. */
  completing: string | null
  /** Row that is asked until when it waits. */
  snoozing: string | null
  showsDone: boolean
  /** Just done, until they fold. */
  lingering: readonly { item: TodayItem; group: TodayGroup }[]
}

/** Where the board stands; forgotten with the book. */
export const useBoardStore = create<BoardState>()(() => emptyBoard())

type Whom = {
  whose: Whose
  setWhose: (whose: Whose) => void
}

/** Whose board is looked at, kept in localStorage: a word or a row id. */
export const useWhose = create<Whom>()(
  persist((set) => ({ whose: 'mine', setWhose: (whose) => set({ whose }) }), {
    ...{ name: 'kebu.today', version: 1 },
  }),
)

/** One key for a reference, as rows and cursor are told apart. */
export function keyOf({ kind, id }: ItemRef): string {
  return `${kind}:${id}`
}

/** Leaves a row that was done in its place for a moment. */
export function lingerDone(item: TodayItem, group: TodayGroup): void {
  const key = keyOf(item)
  const others = () => useBoardStore.getState().lingering.filter((one) => keyOf(one.item) !== key)
  useBoardStore.setState({ lingering: [...others(), { item, group }] })
  window.setTimeout(() => useBoardStore.setState({ lingering: others() }), lingerMs)
}

/** Comes from elsewhere, such as a notification, to one item. */
export function pointAt(item: ItemRef | null): void {
  useBoardStore.setState({ group: null, cursor: item === null ? null : keyOf(item) })
}

onBookClosed(() => useBoardStore.setState(emptyBoard()))

function emptyBoard(): BoardState {
  return {
    ...{ group: null, cursor: null, completing: null, snoozing: null, showsDone: false },
    lingering: [],
  }
}
