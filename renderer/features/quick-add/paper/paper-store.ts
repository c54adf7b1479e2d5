import { z } from 'zod'
import { create } from 'zustand'
import { companySizes, customerKinds } from '@shared/features/customers/customers.enums'
import type { NewCustomerValues } from '@shared/features/customers/customers.schema'
import { nextRecord } from '@shared/features/quick-add/paper.rules'
import { onBookClosed } from '@renderer/lib/book-closed'
import { dropDraft, findDraft, keepDraft } from '@renderer/lib/drafts'
import { typedPoints } from '@renderer/lib/typed-points'

export type SavedRecord = {
  id: number
  code: string
  name: string
  /** The command that made it, for taking it back; null for those who may not. */
  commandId: number | null
  undone: boolean
}

/** What was entered since the book was opened, newest first. */
export const usePaperStore = create<{ saved: readonly SavedRecord[] }>()(() => ({ saved: [] }))

onBookClosed(() => usePaperStore.setState({ saved: [] }))

export function addSaved(record: SavedRecord): void {
  usePaperStore.setState(({ saved }) => ({ saved: [record, ...saved] }))
}

export function markUndone(id: number): void {
  usePaperStore.setState(({ saved }) => ({
    saved: saved.map((one) => (one.id === id ? { ...one, undone: true } : one)),
  }))
}

const recordKey = 'paper:new'
const batchKey = 'paper:batch'

const typed = z.string().nullish()
const record = z.object({
  kind: z.enum(customerKinds),
  name: z.string(),
  contactPerson: typed,
  phone: typed,
  email: typed,
  industry: typed,
  companySize: z.enum(companySizes).nullish(),
  address: typed,
  source: typed,
  firstContactOn: typed,
  need: typed,
  notes: typed,
  points: typedPoints.optional(),
}) as z.ZodType<NewCustomerValues>
const batch = z.object({
  kind: z.enum(customerKinds),
  source: typed,
  firstContactOn: typed,
}) as z.ZodType<Partial<NewCustomerValues>>

/** The record that was being typed, or an empty one of the same pile. */
export function firstRecord(): NewCustomerValues {
  return findDraft(recordKey, record) ?? nextRecord(findDraft(batchKey, batch) ?? {})
}

export function hasRecord(): boolean {
  return findDraft(recordKey, z.unknown()) !== null
}

export function keepRecord(values: NewCustomerValues): void {
  keepDraft(recordKey, values)
}

/** Begins the next record; the pile is remembered until another one begins. */
export function startNext(before: NewCustomerValues): NewCustomerValues {
  const { kind, source, firstContactOn } = before
  dropDraft(recordKey)
  keepDraft(batchKey, { kind, source, firstContactOn })
  return nextRecord(before)
}
