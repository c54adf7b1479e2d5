import { completeNextStep, deleteFollowUp, listFollowUps } from '@db/repositories/follow-ups'
import { changeFollowUp, logFollowUp } from '@db/workflows/log-follow-up'
import type { HandlersOf } from './types'

export const followUpsHandlers = {
  'follow-ups.list': listFollowUps,
  'follow-ups.create': logFollowUp,
  'follow-ups.update': changeFollowUp,
  'follow-ups.delete': (context, { id }) => deleteFollowUp(context, id),
  'follow-ups.completeNext': (context, { id }) => completeNextStep(context, id),
} satisfies HandlersOf<'follow-ups'>
