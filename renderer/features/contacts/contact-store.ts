import { z } from 'zod'
import { create } from 'zustand'
import { instant, rowId } from '@shared/core/schemas'
import { decisionRoles, pointTypes } from '@shared/features/contacts/contacts.enums'
import type { ContactFormValues } from '@shared/features/contacts/contacts.schema'
import { onBookClosed } from '@renderer/lib/book-closed'
import { dropDraft, findDraft, keepDraft } from '@renderer/lib/drafts'

/** What the open editor is about: a new person, one who is there, or the numbers of the customer itself. */
export type Place = 'new' | 'own' | number

type Opened = { customerId: number; place: Place } | null

/** The one open editor; in memory only, forgotten with the book. What was typed is kept as a draft. */
export const useContactStore = create<{ opened: Opened }>(() => ({ opened: null }))

onBookClosed(closeEditor)

export function openEditor(customerId: number, place: Place): void {
  useContactStore.setState({ opened: { customerId, place } })
}

export function closeEditor(): void {
  useContactStore.setState({ opened: null })
}

/** What was typed into the editor and not saved, and which state of the person it began with. */
export type ContactDraft = {
  place: Place
  updatedAt: number | null
  values: ContactFormValues
}

/** The form's values before any rule. */
const draftShape: z.ZodType<ContactDraft> = z.object({
  place: z.union([z.literal('new'), z.literal('own'), rowId]),
  updatedAt: instant.nullable(),
  values: z.object({
    ...{ name: z.string(), position: z.string().nullish(), department: z.string().nullish() },
    ...{ decisionRole: z.enum(decisionRoles).nullable(), notes: z.string().nullish() },
    points: z.array(
      z.object({
        ...{ id: rowId.nullable(), type: z.enum(pointTypes), raw: z.string() },
        ...{ label: z.string().nullish(), shared: z.boolean() },
      }),
    ),
  }),
})

/** The draft at a customer, or null; there is one at most. */
export function findContactDraft(customerId: number): ContactDraft | null {
  return findDraft(keyOf(customerId), draftShape)
}

export function keepContactDraft(customerId: number, typed: ContactDraft): void {
  keepDraft(keyOf(customerId), typed)
}

export function dropContactDraft(customerId: number): void {
  dropDraft(keyOf(customerId))
}

function keyOf(customerId: number): string {
  return `contacts:${customerId}`
}
