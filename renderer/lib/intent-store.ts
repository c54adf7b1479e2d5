import { create } from 'zustand'
import type { BackupSummary } from '@shared/features/backups/backups.contract'
import { onBookClosed } from './book-closed'

/** What one page asks another to do on arrival, so that features need not import each other. */
export type Intent =
  /** `card`: the form goes on with what was read from a card (R053). */
  | { kind: 'new-customer'; name: string; draft?: 'card' }
  | { kind: 'quick-add' }
  | { kind: 'write-follow-up'; customerId: number }
  /** Null: none is picked yet. */
  | { kind: 'restore'; backup: BackupSummary | null }

type IntentState = {
  intent: Intent | null
  ask: (intent: Intent) => void
  /** The page that serves the intent takes it, once. */
  done: () => void
}

export const useIntentStore = create<IntentState>()((set) => ({
  intent: null,
  ask: (intent) => set({ intent }),
  done: () => set({ intent: null }),
}))

onBookClosed(() => useIntentStore.getState().done())
