import { create } from 'zustand'
import { onBookClosed } from '@renderer/lib/book-closed'

type ShellState = {
  /** What floats over the page. */
  overlay: 'none' | 'palette' | 'keys'
  open: (overlay: 'palette' | 'keys') => void
  close: () => void
}

/** Which of the shell's own overlays is open; one at a time. */
export const useShellStore = create<ShellState>()((set) => ({
  overlay: 'none',
  open: (overlay) => set({ overlay }),
  close: () => set({ overlay: 'none' }),
}))

onBookClosed(() => useShellStore.getState().close())
