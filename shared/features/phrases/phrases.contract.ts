import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none, rowId } from '@shared/core/schemas'
import { phraseKinds } from './phrases.enums'
import { phrase, phraseInput, phraseLimits } from './phrases.schema'

const writing = { home: 'data', permission: 'follow-ups.write' } as const
const changed = ['phrases', 'history'] as const

/** Words that are written again and again, the same for all people of the book. */
export const phrasesContract = {
  /** Templates first, each kind in its order. */
  'phrases.list': query({
    home: 'data',
    permission: 'follow-ups.read',
    input: none,
    output: z.strictObject({ phrases: z.array(phrase) }),
  }),
  /** One, or a whole proposed set. Those whose title is there already are left out; refused when that is all of them. */
  'phrases.create': command({
    ...writing,
    input: z.strictObject({ phrases: z.array(phraseInput).min(1).max(phraseLimits.atOnce) }),
    output: z.strictObject({ ids: z.array(rowId), already: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'phrases.update': command({
    ...writing,
    input: phraseInput.omit({ kind: true }).extend({ id: rowId }),
    output: none,
    invalidates: changed,
    undoable: true,
  }),
  'phrases.delete': command({
    ...writing,
    input: z.strictObject({ id: rowId }),
    output: none,
    invalidates: changed,
    undoable: true,
  }),
  /** The whole order of one kind. */
  'phrases.reorder': command({
    ...writing,
    input: z.strictObject({
      kind: z.enum(phraseKinds),
      ids: z.array(rowId).min(1).max(phraseLimits.total),
    }),
    output: none,
    invalidates: changed,
    undoable: true,
  }),
} as const
