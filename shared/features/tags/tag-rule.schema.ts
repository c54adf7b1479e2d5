import type { z } from 'zod'
import { conditionSet } from '@shared/features/conditions/conditions.schema'

/** Who wears an automatic tag (R040): a rule without any condition would put it on everybody. */
export const tagRule = conditionSet.refine(
  ({ conditions, groups }) => conditions.length + groups.length > 0,
  { error: 'required' },
)
export type TagRule = z.output<typeof tagRule>
