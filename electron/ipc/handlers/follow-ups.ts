import {
  completeNextStep,
  createFollowUp,
  deleteFollowUp,
  listFollowUps,
  updateFollowUp,
} from '@db/repositories/follow-ups'
import type { HandlersOf } from './types'

export const followUpsHandlers = {
  'follow-ups.list': listFollowUps,
  'follow-ups.create': createFollowUp,
  'follow-ups.update': updateFollowUp,
  'follow-ups.delete': (context, { id }) => deleteFollowUp(context, id),
  'follow-ups.completeNext': (context, { id }) => completeNextStep(context, id),
} satisfies HandlersOf<'follow-ups'>
