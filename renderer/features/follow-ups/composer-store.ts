import { z } from 'zod'
import { create } from 'zustand'
import { instant, rowId } from '@shared/core/schemas'
import {
  followUpInput,
  followUpOutcomes,
  type FollowUpFormValues,
  type FollowUpType,
  followUpTypes,
} from '@shared/features/follow-ups/follow-ups.schema'
import { onBookClosed } from '@renderer/lib/book-closed'
import { changesOf } from '@renderer/lib/draft-changes'
import { dropDraft, findDraft, keepDraft, useDraft } from '@renderer/lib/drafts'

type ComposerState = {
  /** Customer whose composer stands open. */
  openFor: number | null
  /** Type of the last follow-up, by customer. */
  lastTypes: ReadonlyMap<number, FollowUpType>
  /** Files that were chosen for an entry and not sent, by customer: a draft holds words alone. */
  files: ReadonlyMap<number, readonly File[]>
}

const initial: ComposerState = { openFor: null, lastTypes: new Map(), files: new Map() }
const noFiles: readonly File[] = []

/** The composer across visits to customers; in memory only, forgotten with the book. What was typed is kept as a draft. */
export const useComposerStore = create<ComposerState>(() => initial)

onBookClosed(() => useComposerStore.setState(initial))

const shape = z.object({
  ...followUpInput.shape,
  ...{ content: z.string(), nextNote: z.string().nullish() },
  ...{ nextFollowAt: instant.nullish(), nextType: z.enum(followUpTypes).nullish() },
  ...{ outcome: z.enum(followUpOutcomes).nullish(), contactId: rowId.nullish() },
  nextAllDay: z.boolean().optional(),
})
/** The form's values before any rule; of an old entry only what was changed. */
const followUpDraft: z.ZodType<FollowUpFormValues> = shape
const editDraft: z.ZodType<Partial<FollowUpFormValues>> = shape.partial()

export function openComposer(customer: number): void {
  useComposerStore.setState({ openFor: customer })
}

export function closeComposer(): void {
  useComposerStore.setState({ openFor: null })
}

/** What was typed into the composer of a customer and not saved, as it stands now. */
export function useFollowUpDraft(customer: number): FollowUpFormValues | null {
  return useDraft(newKey(customer), followUpDraft)
}

export function findFollowUpDraft(customer: number): FollowUpFormValues | null {
  return findDraft(newKey(customer), followUpDraft)
}

export function keepFollowUpDraft(values: FollowUpFormValues): void {
  keepDraft(newKey(values.customerId), values)
}

export function useKeptFiles(customer: number): readonly File[] {
  return useComposerStore(({ files }) => files.get(customer)) ?? noFiles
}

export function keepFiles(customer: number, chosen: readonly File[]): void {
  useComposerStore.setState(({ files }) => ({ files: new Map(files).set(customer, chosen) }))
}

/** Called when a follow-up was saved: the draft goes, its type is the next suggestion. */
export function forgetFollowUpDraft(customer: number, saved: FollowUpType | null): void {
  dropDraft(newKey(customer))
  keepFiles(customer, noFiles)
  if (saved)
    useComposerStore.setState(({ lastTypes }) => ({
      lastTypes: new Map(lastTypes).set(customer, saved),
    }))
}

/** Changes of a saved follow-up that were not saved. */
export function findEditDraft(entryId: number): Partial<FollowUpFormValues> | null {
  return findDraft(editKey(entryId), editDraft)
}

/** @param start what the entry held when it was opened */
export function keepEditDraft(
  entryId: number,
  values: FollowUpFormValues,
  start: FollowUpFormValues,
): void {
  keepDraft(editKey(entryId), changesOf(values, start))
}

export function forgetEditDraft(entryId: number): void {
  dropDraft(editKey(entryId))
}

function newKey(customer: number): string {
  return `follow-up:${customer}`
}

function editKey(entryId: number): string {
  return `follow-up-entry:${entryId}`
}
