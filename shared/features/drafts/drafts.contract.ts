import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { instant, none } from '@shared/core/schemas'

/** Which form it belongs to: `customer:new`, `customer:12`, `follow-up:12`, `contacts:12`. */
const draftKey = z.string().regex(/^[a-z-]{1,30}:[a-z0-9-]{1,40}$/)
/** What was typed, as JSON text of the form's own making. */
const draftContent = z.string().max(200_000)

/** Unsaved forms of the person who is signed in; kept in the encrypted book, so that a lock loses nothing (X1). */
export const draftsContract = {
  'drafts.list': query({
    home: 'data',
    permission: 'self',
    input: none,
    output: z.strictObject({
      drafts: z.array(z.strictObject({ key: draftKey, content: draftContent, updatedAt: instant })),
    }),
  }),
  'drafts.save': command({
    home: 'data',
    permission: 'self',
    input: z.strictObject({ key: draftKey, content: draftContent }),
    output: none,
    invalidates: [],
    quiet: true,
  }),
  'drafts.drop': command({
    home: 'data',
    permission: 'self',
    input: z.strictObject({ key: draftKey }),
    output: none,
    invalidates: [],
    quiet: true,
  }),
} as const
