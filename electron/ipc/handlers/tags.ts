import { attachTags, detachTags, listTags } from '@db/repositories/tags'
import type { HandlersOf } from './types'

export const tagsHandlers = {
  'tags.list': (context) => ({ tags: listTags(context) }),
  'tags.attach': attachTags,
  'tags.detach': detachTags,
} satisfies HandlersOf<'tags'>
