import { create } from 'zustand'
import type { CustomerFormValues } from '@shared/features/customers/customers.schema'
import { onBookClosed } from '@renderer/lib/book-closed'

export type DraftKey = 'new' | number
/** What was typed, and the version of the customer that it was typed over. */
export type CustomerDraft = { values: CustomerFormValues; updatedAt: number | null }

type DraftState = { drafts: ReadonlyMap<DraftKey, CustomerDraft> }

/** Forms that were closed unsaved, by customer; in memory only, forgotten with the book. */
export const useDraftStore = create<DraftState>(() => ({ drafts: new Map() }))

onBookClosed(() => useDraftStore.setState({ drafts: new Map() }))

export function findDraft(key: DraftKey): CustomerDraft | null {
  return useDraftStore.getState().drafts.get(key) ?? null
}

export function keepDraft(key: DraftKey, draft: CustomerDraft): void {
  useDraftStore.setState(({ drafts }) => ({ drafts: new Map(drafts).set(key, draft) }))
}

export function dropDraft(key: DraftKey): void {
  useDraftStore.setState(({ drafts }) => {
    const next = new Map(drafts)
    next.delete(key)
    return { drafts: next }
  })
}
