import { AppError } from '@shared/core/errors'
import { fieldLevelOf } from '@shared/core/permissions'
import { groupsAsked, tagsAsked } from '@shared/features/conditions/conditions.rules'
import type { ConditionSet } from '@shared/features/conditions/conditions.schema'
import type { Caller } from './context'
import type { ReadHandle } from './handles'
import { assertTags } from './tag-rows'

/**
 * A rule shows by whom it hits what it asked: so only who sees these fields of every customer may ask (R084).
 * @throws AppError core.forbidden; tags.not-found
 */
export function assertAskable(read: ReadHandle, { role }: Caller, rule: ConditionSet): void {
  for (const group of groupsAsked(rule))
    if (fieldLevelOf(role, group, 'other') !== 'full')
      throw new AppError('core.forbidden', `role may not ask for ${group}`)
  assertTags(read, tagsAsked(rule))
}
