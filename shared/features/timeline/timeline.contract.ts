import { z } from 'zod'
import { query } from '@shared/core/contract'
import { rowId, text } from '@shared/core/schemas'
import { timelineCursor, timelineItem, timelineKinds } from './timeline.schema'

export const timelineContract = {
  /** Newest first by keyset: pass the last item for the next page. What the person may not see is left out. */
  'customers.listTimeline': query({
    home: 'data',
    permission: 'customers.read',
    input: z.strictObject({
      customerId: rowId,
      /** Empty for all. */
      kinds: z.array(z.enum(timelineKinds)).default([]),
      /** Words that all stand in what is told of an item, as far as the person may see it. */
      text: text(100).default(''),
      before: timelineCursor.nullable().default(null),
      limit: z.number().int().min(1).max(200).default(50),
    }),
    output: z.strictObject({ items: z.array(timelineItem), hasMore: z.boolean() }),
  }),
} as const
