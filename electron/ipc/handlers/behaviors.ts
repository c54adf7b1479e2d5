import { createBehavior, deleteBehavior, listBehaviors } from '@db/repositories/behaviors'
import type { HandlersOf } from './types'

export const behaviorsHandlers = {
  'behaviors.list': listBehaviors,
  'behaviors.create': createBehavior,
  'behaviors.delete': (context, { id }) => deleteBehavior(context, id),
} satisfies HandlersOf<'behaviors'>
