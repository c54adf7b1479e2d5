import { z } from 'zod'
import { command, query } from '@shared/core/contract'
import { none, rowId } from '@shared/core/schemas'
import { tagInput, tagWithCount } from './tags.schema'

const base = { home: 'data' } as const
const changed = ['tags', 'customers', 'history'] as const
const customerIds = z.array(rowId).min(1).max(100_000)

export const tagsContract = {
  'tags.list': query({
    ...base,
    permission: 'tags.read',
    input: none,
    output: z.strictObject({ tags: z.array(tagWithCount) }),
  }),
  /** Puts tags on by type and name; a name that is new becomes a tag (same type and folded name is the same tag). */
  'tags.attach': command({
    ...base,
    permission: 'tags.write',
    input: z.strictObject({ customerIds, tags: z.array(tagInput).min(1).max(50) }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
  'tags.detach': command({
    ...base,
    permission: 'tags.write',
    input: z.strictObject({ customerIds, tagIds: z.array(rowId).min(1).max(50) }),
    output: z.strictObject({ changed: z.number().int() }),
    invalidates: changed,
    undoable: true,
  }),
} as const
