import { create } from 'zustand'
import type {
  FollowUpFormValues,
  FollowUpType,
} from '@shared/features/follow-ups/follow-ups.schema'
import { onBookClosed } from '@renderer/lib/book-closed'

type ComposerState = {
  /** Customer whose composer stands open. */
  openFor: number | null
  /** What was typed and not saved, by customer. */
  drafts: ReadonlyMap<number, FollowUpFormValues>
  /** Changes of saved follow-ups that were not saved, by follow-up. */
  editDrafts: ReadonlyMap<number, FollowUpFormValues>
  /** Type of the last follow-up, by customer. */
  lastTypes: ReadonlyMap<number, FollowUpType>
}

const initial: ComposerState = {
  openFor: null,
  drafts: new Map(),
  editDrafts: new Map(),
  lastTypes: new Map(),
}

/** The composer across visits to customers; in memory only, forgotten with the book. */
export const useComposerStore = create<ComposerState>(() => initial)

onBookClosed(() => useComposerStore.setState(initial))

export function openComposer(customerId: number): void {
  useComposerStore.setState({ openFor: customerId })
}

export function closeComposer(): void {
  useComposerStore.setState({ openFor: null })
}

export function keepFollowUpDraft(values: FollowUpFormValues): void {
  useComposerStore.setState(({ drafts }) => ({
    drafts: new Map(drafts).set(values.customerId, values),
  }))
}

/** Called when a follow-up was saved: the draft goes, its type is the next suggestion. */
export function forgetFollowUpDraft(customerId: number, type: FollowUpType | null): void {
  useComposerStore.setState(({ drafts, lastTypes }) => {
    const rest = new Map(drafts)
    rest.delete(customerId)
    return {
      drafts: rest,
      lastTypes: type ? new Map(lastTypes).set(customerId, type) : lastTypes,
    }
  })
}

export function keepEditDraft(entryId: number, values: FollowUpFormValues): void {
  useComposerStore.setState(({ editDrafts }) => ({
    editDrafts: new Map(editDrafts).set(entryId, values),
  }))
}

export function forgetEditDraft(entryId: number): void {
  useComposerStore.setState(({ editDrafts }) => {
    const rest = new Map(editDrafts)
    rest.delete(entryId)
    return { editDrafts: rest }
  })
}
