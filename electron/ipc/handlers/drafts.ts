import { dropDraft, listDrafts, saveDraft } from '@db/repositories/drafts'
import type { HandlersOf } from './types'

export const draftsHandlers = {
  'drafts.list': listDrafts,
  'drafts.save': saveDraft,
  'drafts.drop': dropDraft,
} satisfies HandlersOf<'drafts'>
