import { z } from 'zod'
import { create } from 'zustand'
import type { Card } from '@shared/features/quick-add/card'
import { pieceKinds, type PieceKind } from '@shared/features/quick-add/quick-add.enums'
import { readCards } from '@shared/features/quick-add/read-cards.rules'
import type { NewCustomerValues } from '@shared/features/customers/customers.schema'
import { onBookClosed } from '@renderer/lib/book-closed'
import { dropDraft, findDraft, keepDraft } from '@renderer/lib/drafts'

/** What was pasted and put right by hand; a draft like any other, so that a lock loses nothing. */
export type PastedText = {
  text: string
  /** Kinds that the person gave to a piece, by its value. */
  picks: Record<string, PieceKind>
  /** Which of several cards is looked at, from 0. */
  at: number
  /** What the form was opened with last; the same again goes on where that form was left. */
  handed: string | null
}

const textKey = 'quick-add:text'
/** The form of a customer keeps its own draft under this name. */
const formKey = 'customer:card'
export const emptyPaste: PastedText = { text: '', picks: {}, at: 0, handed: null }
const pastedText: z.ZodType<PastedText> = z.object({
  text: z.string(),
  picks: z.record(z.string(), z.enum(pieceKinds)),
  at: z.number().int().min(0),
  handed: z.string().nullable(),
})

export const useQuickAddStore = create<{ open: boolean }>()(() => ({ open: false }))

onBookClosed(hideQuickAdd)

export function showQuickAdd(): void {
  useQuickAddStore.setState({ open: true })
}

export function hideQuickAdd(): void {
  useQuickAddStore.setState({ open: false })
}

export function findPaste(): PastedText {
  return findDraft(textKey, pastedText) ?? emptyPaste
}

export function keepPaste(paste: PastedText): void {
  if (paste.text === '') dropDraft(textKey)
  else keepDraft(textKey, paste)
}

/** Leaves the values where the form of a new customer takes them up; the same ones again keep what was typed over them. */
export function handOver(paste: PastedText, values: NewCustomerValues): void {
  const handed = JSON.stringify(values)
  if (handed !== paste.handed || findDraft(formKey, z.unknown()) === null)
    keepDraft(formKey, { values, updatedAt: null })
  keepPaste({ ...paste, handed })
}

/** After a card was saved: shows the next one, or forgets the text. @returns whether another card follows */
export function nextCard(): boolean {
  const paste = findPaste()
  const follows = paste.at + 1 < readCards(paste.text).length
  keepPaste(follows ? { ...paste, at: paste.at + 1, handed: null } : emptyPaste)
  if (follows) showQuickAdd()
  return follows
}

/** A card with the kinds that the person gave to its pieces. */
export function withPicks({ pieces, ignored }: Card, picks: PastedText['picks']): Card {
  const all = new Map(Object.entries(picks))
  return {
    ignored,
    pieces: pieces.map((piece) => {
      const kind = all.get(piece.value)
      return kind === undefined ? piece : { ...piece, kind, confidence: 'sure' }
    }),
  }
}
