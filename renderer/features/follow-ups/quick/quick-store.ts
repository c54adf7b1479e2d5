import { create } from 'zustand'
import { onBookClosed } from '@renderer/lib/book-closed'

/** Whether the small dialog for a follow-up stands open. */
export const useQuickStore = create<{ isOpen: boolean }>(() => ({ isOpen: false }))

export function openQuickEntry(): void {
  useQuickStore.setState({ isOpen: true })
}

export function closeQuickEntry(): void {
  useQuickStore.setState({ isOpen: false })
}

onBookClosed(closeQuickEntry)
