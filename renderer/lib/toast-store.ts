import { create } from 'zustand'
import { onBookClosed } from './book-closed'

export type Toast = {
  id: number
  tone: 'done' | 'error'
  text: string
  /** Takes the thing back; absent where nothing can be taken back. */
  undo: (() => Promise<void>) | null
}

type ToastState = {
  toast: Toast | null
  show: (toast: Omit<Toast, 'id'>) => void
  close: (id: number) => void
}

/** One toast at a time: a new one replaces the old. */
export const useToastStore = create<ToastState>()((set) => ({
  toast: null,
  show: (toast) => set((state) => ({ toast: { ...toast, id: (state.toast?.id ?? 0) + 1 } })),
  close: (id) => set((state) => (state.toast?.id === id ? { toast: null } : state)),
}))

onBookClosed(() => useToastStore.setState({ toast: null }))
