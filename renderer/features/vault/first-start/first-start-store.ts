import { create } from 'zustand'

type FirstStartState = {
  /** The book is being written, or is open with its first backup on offer: the first start stays on the screen. */
  staying: boolean
  stay: () => void
  leave: () => void
}

/** Keeps the first start on the screen although the book is open already. */
export const useFirstStartStore = create<FirstStartState>()((set) => ({
  staying: false,
  stay: () => set({ staying: true }),
  leave: () => set({ staying: false }),
}))
