import { create } from 'zustand'
import { onBookClosed } from './book-closed'

type HistoryPanelState = {
  isOpen: boolean
  /** The command whose obstacles are shown; null for none. */
  explained: number | null
  open: (explained?: number) => void
  close: () => void
}

/** The history beside the page: whoever meets a command that cannot be taken back opens it there. */
export const useHistoryPanel = create<HistoryPanelState>()((set) => ({
  isOpen: false,
  explained: null,
  open: (explained) => set({ isOpen: true, explained: explained ?? null }),
  close: () => set({ isOpen: false, explained: null }),
}))

onBookClosed(() => useHistoryPanel.getState().close())
