import {
  createPhrases,
  deletePhrase,
  listPhrases,
  reorderPhrases,
  updatePhrase,
} from '@db/repositories/phrases'
import type { HandlersOf } from './types'

export const phrasesHandlers = {
  'phrases.list': listPhrases,
  'phrases.create': createPhrases,
  'phrases.update': updatePhrase,
  'phrases.delete': (context, { id }) => deletePhrase(context, id),
  'phrases.reorder': reorderPhrases,
} satisfies HandlersOf<'phrases'>
