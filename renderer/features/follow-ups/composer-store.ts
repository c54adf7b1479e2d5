import { z } from 'zod'
import { create } from 'zustand'
import { instant, rowId } from '@shared/core/schemas'
import {
  type EntryTask,
  entryTask,
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
  /** Files that were chosen for an entry and not sent, by customer: a draft holds their names alone. */
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
export type FollowUpDraft = FollowUpFormValues & {
  /** What else is to be done, once it was taken. */
  task?: EntryTask | null | undefined
  /** Names of all files that were chosen. */
  fileNames?: string[] | undefined
}
/** The form's values before any rule; of an old entry only what was changed. */
const followUpDraft: z.ZodType<FollowUpDraft> = shape.extend({
  ...{ task: entryTask.nullish(), fileNames: z.array(z.string()).optional() },
})
const editDraft: z.ZodType<Partial<FollowUpFormValues>> = shape.partial()

export function openComposer(customer: number): void {
  useComposerStore.setState({ openFor: customer })
}

export function closeComposer(): void {
  useComposerStore.setState({ openFor: null })
}

/** What was typed into the composer of a customer and not saved, as it stands now. */
export function useFollowUpDraft(customer: number): FollowUpDraft | null {
  return useDraft(newKey(customer), followUpDraft)
}

export function findFollowUpDraft(customer: number): FollowUpDraft | null {
  return findDraft(newKey(customer), followUpDraft)
}

/** Keeps what was typed, the task that was taken, and which files were chosen. */
export function keepFollowUpDraft(values: FollowUpFormValues, task: EntryTask | null): void {
  const { customerId } = values
  const { files } = useComposerStore.getState()
  const lost = lostNames(findFollowUpDraft(customerId), files.get(customerId) ?? noFiles)
  const fileNames = [...lost, ...namesOf(files.get(customerId) ?? noFiles)]
  keepDraft(newKey(customerId), { ...values, task, fileNames })
}

/** Files of a draft that are no longer at hand, as after a lock, and have to be chosen again. */
export function lostNames(draft: FollowUpDraft | null, files: readonly File[]): string[] {
  const there = new Set(namesOf(files))
  return (draft?.fileNames ?? []).filter((name) => !there.has(name))
}

/** Takes a file that is no longer at hand off the draft. */
export function forgetLostName(customer: number, name: string): void {
  const draft = findFollowUpDraft(customer)
  if (!draft) return
  const fileNames = draft.fileNames?.filter((one) => one !== name)
  keepDraft(newKey(customer), { ...draft, fileNames })
}

export function useKeptFiles(customer: number): readonly File[] {
  return useComposerStore(({ files }) => files.get(customer)) ?? noFiles
}

export function keepFiles(customer: number, chosen: readonly File[]): void {
  const draft = findFollowUpDraft(customer)
  const before = useComposerStore.getState().files.get(customer) ?? noFiles
  useComposerStore.setState(({ files }) => ({ files: new Map(files).set(customer, chosen) }))
  if (!draft) return
  // One that was taken away now is not lost; one that was lost and chosen again is there.
  const there = new Set(namesOf(chosen))
  const lost = lostNames(draft, before).filter((name) => !there.has(name))
  keepDraft(newKey(customer), { ...draft, fileNames: [...lost, ...there] })
}

function namesOf(files: readonly File[]): string[] {
  return files.map(({ name }) => name)
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
