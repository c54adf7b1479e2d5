import { z } from 'zod'
import { requiredText, rowId } from '@shared/core/schemas'
import { followUpTypes } from '../follow-ups/follow-ups.schema'
import { phraseKinds } from './phrases.enums'

/** How many a book may have, and how long they may be. */
export const phraseLimits = { total: 300, atOnce: 60, title: 40, content: 2000 } as const

export const phraseInput = z.strictObject({
  kind: z.enum(phraseKinds),
  /** Offered for entries of this type only, and their type where it is a template; null for all. */
  type: z.enum(followUpTypes).nullable().default(null),
  title: requiredText(phraseLimits.title),
  content: requiredText(phraseLimits.content),
})
export type PhraseFormValues = z.input<typeof phraseInput>
export type PhraseFields = z.output<typeof phraseInput>

export const phrase = z.strictObject({
  id: rowId,
  kind: z.enum(phraseKinds),
  type: z.enum(followUpTypes).nullable(),
  title: z.string(),
  content: z.string(),
  /** How the title is typed by first letters: 报价跟进 is bjgj. */
  initials: z.string(),
})
export type Phrase = z.output<typeof phrase>
